"""How pages of an enquiry are drawn, also while the database does not answer."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from directory.enquiries.form.forms import QuestionsForm
from directory.enquiries.form.steps import STEPS, Step, applying
from directory.enquiries.privacy.database_failures import render_without_database

from .page_state import PageState

BEFORE, CHECK, URGENT = "before", "check", "before-sending"


def place_url(number: int, slug: str) -> str:
    """The address of a page of a draft. It says which page and which draft of this browser, and nothing else."""
    return reverse("enquiries:question", args=[number, slug])


def redirect_to(address: str) -> HttpResponse:
    """On to a page that may be loaded again."""
    return HttpResponse(status=303, headers={"Location": address})


def takes_posts(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """For an address that only takes what a page posts: whoever opens it by hand gets to the beginning.

    A page that could not be saved stands at such an address, and somebody may load it anew.
    """

    @wraps(view)
    @require_http_methods(["GET", "HEAD", "POST"])
    def wrapped(request: HttpRequest) -> HttpResponse:
        return view(request) if request.method == "POST" else redirect_to(reverse("enquiries:new"))

    return wrapped


@sensitive_variables()
def show_question(
    request: HttpRequest,
    *,
    step: Step,
    form: QuestionsForm,
    page: PageState,
    said: dict[str, Any] | None = None,
    status: int = 200,
    steps: Sequence[Step] = (),
) -> HttpResponse:
    """One page of questions.

    said: what there is to say about it beside its own errors; steps: all pages that are asked, where that is known.
    """
    slugs = [known.slug for known in steps or applying(page.asked)]
    place = slugs.index(step.slug) if step.slug in slugs else 0
    context = {
        "said": said or {},
        "step": step,
        "form": form,
        "page": page,
        "heading": step.heading(page.asked),
        "only_field": next(iter(form)) if len(form.fields) == 1 and not step.heading(page.asked) else None,
        "number": place + 1,
        "total": len(slugs),
        "back": _back(page, slugs, place),
        "stop": stop_url(page.number),
        "is_first": step is STEPS[0],
    }
    return render_without_database(request, "enquiries/question.html", context, status)


def stop_url(number: int) -> str:
    """Where a draft is deleted; before there is one, where it is said that there is nothing to delete."""
    return reverse("enquiries:stop_one", args=[number]) if number else reverse("enquiries:stop")


def _back(page: PageState, slugs: list[str], place: int) -> str:
    if not page.number or not place:
        return ""
    # The page about what happens stands between the first question and the others.
    return place_url(page.number, BEFORE if place == 1 else slugs[place - 1])
