"""Tells staff, in their browser's own tools, how long a page took and how many statements it asked.

Nobody else is told: how long an answer takes can say what it is about.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers

HEADER = "Server-Timing"


@dataclass(slots=True)
class Timing:
    """What is measured of one request. Names and numbers only: no statement, no address, no name."""

    began: float = field(default_factory=perf_counter)
    statements: int = 0
    sql_seconds: float = 0.0
    first_template_at: float | None = None

    def statement(self, execute: Callable[..., Any], *rest: Any) -> Any:
        """A wrapper as Django's connections take it."""
        began = perf_counter()
        try:
            return execute(*rest)
        finally:
            self.statements += 1
            self.sql_seconds += perf_counter() - began

    def __str__(self) -> str:
        now = perf_counter()
        render = now - self.first_template_at if self.first_template_at is not None else 0.0
        plural = "" if self.statements == 1 else "s"
        return (
            f"total;dur={(now - self.began) * 1000:.1f}, "
            f'sql;dur={self.sql_seconds * 1000:.1f};desc="{self.statements} statement{plural}", '
            f"render;dur={render * 1000:.1f}"
        )


class ServerTimingMiddleware:
    """Measures only who has a session: for everybody else it costs one look at the cookies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self.get_response(request)
        timing = request.timing = Timing()
        with ExitStack() as measured:
            for connection in connections.all():
                measured.enter_context(connection.execute_wrapper(timing.statement))
            response = self.get_response(request)
        words = str(timing)
        if _may_enter_the_admin(request):
            response.headers[HEADER] = words
            patch_vary_headers(response, ["Cookie"])
        return response


def rendering_begins(request: HttpRequest) -> dict[str, Any]:
    """A context processor, because it is called when a template begins: from the first one on, a page is written."""
    timing = getattr(request, "timing", None)
    if timing is not None and timing.first_template_at is None:
        timing.first_template_at = perf_counter()
    return {}


def _may_enter_the_admin(request: HttpRequest) -> bool:
    """Asked at the end, when it is known who it is: whoever owes a code is nobody."""
    user = getattr(request, "user", None)
    try:
        return user is not None and user.is_authenticated and user.has_perm("wagtailadmin.access_admin")
    except DatabaseError:
        return False
