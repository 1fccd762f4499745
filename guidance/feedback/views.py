"""The page that asks whether another page was useful.

It is a page of its own, so that guides hold no form and no token and can be kept by caches. It needs no cookie either:
another site that posts here is refused by what browsers say about it.
"""

from http import HTTPStatus
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page, Site

from directory.navigation.redirects import is_cross_site_or_prefetch, see_other
from guidance.managers import published_pages
from guidance.translated_pages import at_address

from .actions import FeedbackFull, receive_feedback
from .forms import NO, YES, FeedbackForm
from .robots import TRAP, opened_now

LONGEST_PATH = 500
FULL = _("We cannot keep this just now. Please try again tomorrow, or tell us by the address on the contact page.")


@csrf_exempt
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def useful(request: HttpRequest) -> HttpResponse:
    """Ask for the answer to a page, keep it and say thanks."""
    page, path = _page(request)
    if request.method == "POST" and not is_cross_site_or_prefetch(request):
        return _receive(request, page, path)
    answer = request.GET.get("answer", "")
    form = FeedbackForm(initial={"answer": answer if answer in (YES, NO) else ""})
    return _show(request, page, path, form)


@require_safe
def useful_thanks(request: HttpRequest) -> HttpResponse:
    """Say that it has arrived, and lead back."""
    page, path = _page(request)
    return _unlisted(render(request, "guidance/feedback/thanks.html", {"page": page, "path": path}))


@sensitive_variables()
def _receive(request: HttpRequest, page: Page, path: str) -> HttpResponse:
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _show(request, page, path, form)
    try:
        receive_feedback(
            page=page,
            path=path,
            is_useful=form.cleaned_data["answer"] == YES,
            comment=form.cleaned_data["comment"],
            trap=request.POST.get(TRAP, ""),
            opened=request.POST.get("opened", ""),
        )
    except FeedbackFull:
        form.add_error("comment", FULL)
        return _show(request, page, path, form, HTTPStatus.SERVICE_UNAVAILABLE)
    return _unlisted(see_other(f"{reverse('useful_thanks')}?{urlencode({'page': path})}"))


@sensitive_variables()
def _show(
    request: HttpRequest, page: Page, path: str, form: FeedbackForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {"page": page, "path": path, "form": form, "opened": opened_now()}
    return _unlisted(render(request, "guidance/feedback/form.html", context, status=status))


def _page(request: HttpRequest) -> tuple[Page, str]:
    """The published page that the address names, and its path. Nothing else can be commented on."""
    path = request.GET.get("page", "")
    site = Site.find_for_request(request)
    if site is None or not path.startswith("/") or len(path) > LONGEST_PATH or "\0" in path:
        raise Http404
    page = at_address(published_pages(), site, path).first()
    if page is None:
        raise Http404
    return page, path


def _unlisted(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
