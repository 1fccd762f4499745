"""The middle of a page as it was drawn, until something changes: for those of whom no page is kept whole.

Whoever has a cookie of ours, such as a kept list, goes past the kept pages, although what stands between header and
footer of a guide is the same for them as for everybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Site

from directory.navigation.page_lifetime import changes_at, moments_so_far, noting_changes
from search.cache import cached_until_change

Key = tuple[Any, int, date]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Markup that holds until a moment; None stands for as long as nothing is changed."""

    markup: SafeString
    until: datetime | None

    @property
    def holds(self) -> bool:
        return self.until is None or self.until > timezone.now()


def drawn_for_all(request: HttpRequest | None, page: Any, draw: Callable[[], SafeString]) -> SafeString:
    """What `draw` gives, kept for the next reader of this page, whoever that is.

    `draw` may use the page and the site and must leave alone who asks and with which parameters. A draft is not kept.
    """
    if not settings.DRAWN_PAGES_KEPT or request is None or getattr(request, "is_preview", False) or not page.live:
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


def _draw(draw: Callable[[], SafeString]) -> Drawn:
    # What it shows may have been read before it is drawn.
    before = moments_so_far()
    with noting_changes() as meanwhile:
        markup = draw()
    return Drawn(markup, min((*before, *meanwhile), default=None))


def _key(request: HttpRequest, page: Any) -> Key:
    site = Site.find_for_request(request)
    # Days are counted in many places: see `page_lifetime`.
    return page.pk, site.pk if site else 0, timezone.localdate()


@cached_until_change
def _kept() -> dict[Key, Drawn]:
    return {}
