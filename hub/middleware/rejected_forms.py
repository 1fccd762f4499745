"""Forms that cannot be taken, because their token is stale or their sender was signed out: what was typed survives.

Nothing is done without a valid token. What was typed is shown again only to the browser that sent it, and only if the
form came from this site, so that another site cannot have a page of ours filled with words of its own.
"""

import uuid
from urllib.parse import urlencode

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import resolve, reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from directory.enquiries.inbox.asking import QUESTIONS
from directory.enquiries.inbox.unsaved_texts import keep_unsaved
from directory.enquiries.refused import REFUSED
from hub.views import csrf_page

from .content_security_policy import ADMIN_PREFIX
from .posted_forms import TOKEN, came_from_here, can_be_read, fields_of, is_navigation, may_be_shown

INBOX = "enquiries_inbox:"
REQUESTS = "enquiries_requests:"
# What is typed there is never shown to whoever sits at the machine next.
PRIVATE = (INBOX, REQUESTS)
# Texts that are kept for their writers, and the pages that give them back.
INBOX_TEXTS = {
    **{f"{INBOX}{name}": f"{INBOX}enquiry" for name in QUESTIONS},
    f"{REQUESTS}correct": f"{REQUESTS}about",
}
# No enquiry has a key yet for what is typed there, so the browser that sent it keeps it.
RECORDED = f"{INBOX}record"
SIGN_IN = "wagtailadmin_login"
SECOND_FACTOR = "second_factor:"
# Reachable without signing in.
OPEN_TO_ALL = (SIGN_IN, "wagtailadmin_password_reset", "wagtailadmin_password_reset_confirm", "wagtailadmin_logout")


@sensitive_variables()
@sensitive_post_parameters()
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Django asks this instead of the view when a form has no valid token."""
    if not came_from_here(request) or not can_be_read(request):
        return csrf_page(request)
    name = request.resolver_match.view_name if request.resolver_match else ""
    if name in REFUSED:
        return REFUSED[name](request)
    if name == SIGN_IN or name.startswith(SECOND_FACTOR):
        # Neither a password nor a code is shown again.
        return HttpResponse(status=303, headers={"Location": request.get_full_path()})
    if name in INBOX_TEXTS:
        return _keep_for_its_writer(request) or csrf_page(request)
    if request.path_info.startswith(ADMIN_PREFIX) and _is_sent_again(name) and may_be_shown(request):
        return _ask_to_send_again(request)
    return csrf_page(request)


class SignedOutFormsMiddleware:
    """Stands before Wagtail's own redirect to the sign-in page, which drops what was posted."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    @sensitive_variables()
    def process_view(self, request: HttpRequest, view, arguments, named) -> HttpResponseBase | None:
        if request.method != "POST" or not request.path_info.startswith(ADMIN_PREFIX) or not is_navigation(request):
            return None
        name = request.resolver_match.view_name
        if name in OPEN_TO_ALL or name.startswith(SECOND_FACTOR) or request.user.is_authenticated:
            return None
        if name in INBOX_TEXTS:
            return _keep_for_its_writer(request)
        if _is_sent_again(name) and may_be_shown(request):
            return _ask_to_send_again(request)
        return None


@sensitive_variables()
def _keep_for_its_writer(request: HttpRequest) -> HttpResponseBase | None:
    """Keep the text, then show the page of its enquiry, or the way to sign in. None when it could not be kept."""
    key: uuid.UUID = request.resolver_match.kwargs["pk"]
    try:
        question = request.resolver_match.url_name
        if not keep_unsaved(enquiry_key=key, question=question, posted=request.POST):
            return None
    except DatabaseError:
        return None
    page = reverse(INBOX_TEXTS[request.resolver_match.view_name], args=[key])
    if not request.user.is_authenticated:
        sign_in = f"{reverse(SIGN_IN)}?{urlencode({'next': page})}"
        return HttpResponse(status=303, headers={"Location": sign_in, "Cache-Control": "no-store"})
    request.method = "GET"
    response = resolve(page).func(request, pk=key)
    if response.status_code == 200:
        response.status_code = 403
    return response


def _is_sent_again(name: str) -> bool:
    return not name.startswith(PRIVATE) or name == RECORDED


@sensitive_variables()
def _ask_to_send_again(request: HttpRequest) -> HttpResponse:
    """The same form, hidden, with a fresh token. It is sent when somebody presses the button."""
    context = {
        "fields": [(name, value) for name, value in fields_of(request) if name != TOKEN],
        "address": request.get_full_path(),
        "has_files": bool(request.FILES),
        "is_signed_in": request.user.is_authenticated,
        "csrf_token": get_token(request),
    }
    response = render(request, "send_again.html", context, status=403)
    response.headers["Cache-Control"] = "no-store, private"
    return response
