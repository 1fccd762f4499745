"""The middle of a page as it was drawn, until something changes: for those of whom no page is kept whole.

Whoever has a cookie of ours, such as a kept list, goes past the kept pages, although what stands between header and
footer of a guide is the same for them as for everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Site

from directory.navigation.clock import end_of
from directory.navigation.page_lifetime import changes_at, moments_so_far, noting_changes
from search.cache import cached_until_change

Key = tuple[Any, int]
# What is drawn was read since the request began.
READ_BEFORE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Markup that holds until a moment."""

    markup: SafeString
    until: datetime

    @property
    def holds(self) -> bool:
        return self.until > timezone.now()


def drawn_for_all(request: HttpRequest | None, page: Any, draw: Callable[[], SafeString]) -> SafeString:
    """What `draw` gives, kept for the next reader of this page, whoever that is.

    `draw` may use the page and the site and must leave alone who asks and with which parameters, unless the page says
    by `is_same_for_all` that it is not the same. A draft is not kept.
    """
    if request is None or not _may_be_kept(request, page):
        return draw()
    kept = _kept()
    key = _key(request, page)
    drawn = kept.get(key)
    if drawn is None or not drawn.holds:
        drawn = _draw(draw)
        if len(kept) < settings.DRAWN_PAGES_KEPT or key in kept:
            kept[key] = drawn
    changes_at(drawn.until)
    return drawn.markup


def _may_be_kept(request: HttpRequest, page: Any) -> bool:
    is_draft = getattr(request, "is_preview", False) or not page.live
    return bool(settings.DRAWN_PAGES_KEPT) and not is_draft and getattr(page, "is_same_for_all", True)


def _draw(draw: Callable[[], SafeString]) -> Drawn:
    # Those named before count as well: what it shows may have been read by then.
    before, end = moments_so_far(), end_of((), timezone.now() - READ_BEFORE)
    with noting_changes() as meanwhile:
        markup = draw()
    return Drawn(markup, min((end, *before, *meanwhile)))


def _key(request: HttpRequest, page: Any) -> Key:
    site = Site.find_for_request(request)
    return page.pk, site.pk if site else 0


@cached_until_change
def _kept() -> dict[Key, Drawn]:
    return {}
