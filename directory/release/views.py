"""What can start before, at and after a release."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from .dates import is_before_weekend, time_until
from .form import Answers, load_choices, read_answers
from .plan import make_plan


# A post reads and changes nothing, so there is nothing to forge, and asking the questions needs no cookie.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest) -> HttpResponse:
    """Ask for a prison and a date; answer on the same address. A date of release never stands in an address."""
    choices = load_choices()
    context = {"choices": choices, "answers": Answers()}
    if request.method != "POST":
        return render(request, "directory/release/questions.html", context)
    today = timezone.localdate()
    answers = context["answers"] = read_answers(request.POST, choices, today)
    if answers.problems:
        return _unstored(render(request, "directory/release/questions.html", context))
    context.update(
        plan=make_plan(answers),
        time_until=time_until(answers.release_date, today),
        is_before_weekend=is_before_weekend(answers.release_date),
        need_names=[choices.needs[slug].lower() for slug in answers.needs],
    )
    return _unstored(render(request, "directory/release/plan.html", context))


def _unstored(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
