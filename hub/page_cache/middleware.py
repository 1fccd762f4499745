"""Answers with a kept page where that is right, and keeps what may be kept."""

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from directory.navigation.clock import end_of
from directory.navigation.page_lifetime import noting_changes
from search.changelog.log import head
from search.changelog.position import Position

from .entries import Entry
from .one_at_a_time import not_kept, turn, wait_for
from .release import release
from .requests import key_of
from .storage import store

# Pages of Wagtail are the same for everyone unless they say otherwise: what is behind a restriction is a redirect or a
# form, and what is private says that nobody may keep it.
PAGES_OF_WAGTAIL = "wagtail_serve"
TOKEN = b"csrfmiddlewaretoken"


class PageCacheMiddleware:
    """Stands before sessions, so that a kept page costs one statement: which change is the newest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        # Read while the hub starts, and not while somebody waits.
        release()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = key_of(request)
        if key is None:
            return self.get_response(request)
        try:
            # Before anything else is read, so that no page is newer than what it is kept under.
            position = head()
        except DatabaseError:
            return self.get_response(request)
        entry = _find(key, position)
        if entry is not None:
            return entry.answer(request)
        return self._make(request, key, position)

    def _make(self, request: HttpRequest, key: str, position: Position) -> HttpResponseBase:
        if request.method == "HEAD":
            return self.get_response(request)
        if key in not_kept:
            return self._render(request, key, position)
        with turn(key) as is_mine:
            if is_mine:
                # Somebody may have finished it since it was looked for.
                entry = _find(key, position)
                return entry.answer(request) if entry else self._render(request, key, position)
        entry = wait_for(key, lambda: _find(key, position))
        return entry.answer(request) if entry else self._render(request, key, position)

    def _render(self, request: HttpRequest, key: str, position: Position) -> HttpResponseBase:
        began = timezone.now()
        with noting_changes() as moments:
            response = self.get_response(request)
        if not isinstance(response, HttpResponse) or not may_be_kept(request, response):
            not_kept.note(key, is_kept=False)
            return response
        not_kept.note(key, is_kept=True)
        try:
            entry = Entry.of(response, position, end_of(moments, began))
        except DatabaseError:
            return response
        store.keep(key, entry)
        return entry.answer(request)


def may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether everybody may get this answer."""
    return (
        response.status_code == 200
        and _is_for_everyone(request, response)
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not any(word in response.headers.get("Cache-Control", "") for word in ("no-store", "private", "no-cache"))
        # Whoever looked at the session, or at any other cookie, says so here.
        and "cookie" not in response.headers.get("Vary", "").lower()
        and TOKEN not in response.content
    )


def _is_for_everyone(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    return getattr(response, "is_same_for_everyone", False) or (
        match is not None and match.view_name == PAGES_OF_WAGTAIL
    )


def _find(key: str, position: Position) -> Entry | None:
    now = timezone.now()
    for look in (store.nearest, store.shared):
        entry = look(key)
        if entry is not None and entry.holds(position, now):
            return entry
    return None
