"""Ends a session in which nobody works, and one that has lasted a working day."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as lazy

from hub.accounts.sessions import has_ended, note_work

from .content_security_policy import ADMIN_PREFIX

# A page that lies open asks this by itself every few seconds. That is nobody's work.
BY_ITSELF = f"{ADMIN_PREFIX}editing-sessions/ping/"
ENDED = lazy("You were signed out: half an hour passed without anything done, or you were signed in for eight hours.")


class StaffSessionsMiddleware:
    """Looks when somebody asks who signed in, so that public pages read no session and work without a database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            request.user = SimpleLazyObject(partial(_still_signed_in, request, request.user))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        """Say why the sign-in page comes next."""
        if not request.path_info.startswith(ADMIN_PREFIX) or request.method not in ("GET", "HEAD"):
            return
        if not request.user.is_authenticated and getattr(request, "session_has_ended", False):
            messages.info(request, ENDED)


def _still_signed_in(request: HttpRequest, user: Any) -> Any:
    if not user.is_authenticated:
        return user
    if has_ended(request.session):
        request.user = user
        logout(request)
        request.session_has_ended = True
        return request.user
    if not request.path_info.startswith(BY_ITSELF):
        note_work(request.session)
    return user
