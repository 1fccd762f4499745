"""Which pages may be kept for everybody, and until when: what a page shows can change by the clock alone.

Whoever shows something that changes at a known moment says so with `changes_at`. A page also changes at midnight:
days are counted, and what holds "today" is shown in many places.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import wraps
from urllib.parse import unquote_plus

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

# What senders of newsletters and owners of platforms put behind an address. No page reads any of it.
IGNORED = re.compile(r"utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|ref")

_moments: ContextVar[list[datetime] | None] = ContextVar("moments", default=None)


@contextmanager
def noting_changes() -> Iterator[list[datetime]]:
    """Collect the moments at which what is rendered meanwhile changes."""
    moments: list[datetime] = []
    token = _moments.set(moments)
    try:
        yield moments
    finally:
        _moments.reset(token)


def changes_at(moment: datetime | None) -> None:
    """Say that what is shown now holds until this aware moment. None stands for something that never ends."""
    moments = _moments.get()
    if moments is not None and moment is not None:
        moments.append(moment)


def moments_so_far() -> tuple[datetime, ...]:
    """The moments at which what this page has read or shown until now changes."""
    return tuple(_moments.get() or ())


def is_not_final() -> None:
    """Say that what is shown lacks something for now, such as what an index has yet to take in: nobody keeps it."""
    changes_at(timezone.now())


def same_for_everyone(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view whose page is the same for everyone without a cookie of ours, and without a query string."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        return mark_same_for_everyone(view(request, *args, **named))

    return wrapped


def mark_same_for_everyone(response: HttpResponse) -> HttpResponse:
    """What `same_for_everyone` does, for one answer."""
    response.is_same_for_everyone = True
    return response


def asks_nothing(request: HttpRequest) -> bool:
    """Whether the address has no parameter, or only such as no page reads."""
    query = request.META.get("QUERY_STRING", "")
    return not query or all(IGNORED.fullmatch(unquote_plus(part.partition("=")[0])) for part in query.split("&"))
