"""Whoever signed in with a passphrase and still owes a code is nobody, for every view of the site.

The one place that asks. A view can't be reached around it, whatever it is and whoever adds it: it meets an anonymous
visitor. Only the pages of `hub.accounts.second_factor` look at `request.half_signed_in`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from hub.accounts.second_factor.requirement import needs_second_factor

SIGN_IN = "wagtailadmin_login"


class SecondFactorMiddleware:
    """Stands right after who signed in is known. Looks when somebody asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            request.user = SimpleLazyObject(partial(_who_has_passed, request, request.user))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> HttpResponseBase | None:
        """Lead from the sign-in page, where everybody who is nobody ends, to the page that asks for the code."""
        if request.resolver_match.view_name != SIGN_IN or request.method not in ("GET", "HEAD"):
            return None
        if request.user.is_authenticated or not hasattr(request, "half_signed_in"):
            return None
        target = {"next": request.GET["next"]} if request.GET.get("next") else {}
        return redirect(f"{reverse('second_factor:enter')}?{urlencode(target)}" if target else "second_factor:enter")


def _who_has_passed(request: HttpRequest, user: Any) -> Any:
    if not user.is_authenticated or user.is_verified() or not needs_second_factor(user):
        return user
    request.half_signed_in = user
    return AnonymousUser()
