"""Keeps what people type out of caches, search engines and error reports."""

from collections.abc import Callable, Iterable
from functools import wraps
from types import FrameType
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.http.request import QueryDict
from django.views.debug import SafeExceptionReporterFilter
from django.views.decorators.debug import sensitive_post_parameters

from directory.navigation.back_forward_cache import clears_back_forward_cache

PRIVATE_HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # Stricter values make browsers send `Origin: null`, which Django's CSRF check refuses.
    "Referrer-Policy": "same-origin",
}


class Unprinted(str):
    """Text that somebody typed. Django's template logger prints whole contexts: this shows nothing of itself there."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<typed text>"


class NothingTypedFilter(SafeExceptionReporterFilter):
    """Error reports of this app hold no form data, no cookies and no local variables, also while debugging.

    `quotes_nothing`: nor does the log hold the messages of errors (`log_reports`).
    """

    quotes_nothing = True

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> QueryDict:
        return QueryDict()

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, str]:
        return dict.fromkeys(request.COOKIES, self.cleansed_substitute)

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: FrameType
    ) -> Iterable[tuple[str, Any]]:
        return ()


def private_view(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Wrap a view so that its responses are kept nowhere and its failures show nothing."""

    @wraps(view)
    @sensitive_post_parameters()
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.exception_reporter_filter = NothingTypedFilter()  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        if not clears_back_forward_cache(response):
            _leave_token_alone(request)
        for name, value in PRIVATE_HEADERS.items():
            response.headers[name] = value
        return response

    return wrapped


def _leave_token_alone(request: HttpRequest) -> None:
    """Do not set the form token's cookie again when the browser has it.

    Browsers drop a page they keep for Back when a cookie changes, and with it all that was typed into it.
    """
    token = request.META.get("CSRF_COOKIE")
    if token is not None and token == request.COOKIES.get(settings.CSRF_COOKIE_NAME):
        request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
