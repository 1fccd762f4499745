"""Guides and stories as other pages name them: read for all of those pages at once, until anything changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page that anyone may read until `ends_at`; None for one that stays."""

    pk: int
    title: str
    short_title: str
    summary: str
    url: str
    ends_at: datetime | None


def named(pairs: Iterable[tuple[int, Page]]) -> Mapping[int, tuple[NamedPage, ...]]:
    """Pages by the key that each was given with, in their order."""
    found: dict[int, tuple[NamedPage, ...]] = {}
    for key, page in pairs:
        short_title, summary = getattr(page, "short_title", ""), getattr(page, "summary", "")
        one = NamedPage(page.pk, page.title, short_title, summary, page.url, page.expire_at)
        found[key] = (*found.get(key, ()), one)
    return found


def still_public(pages: Iterable[NamedPage]) -> tuple[NamedPage, ...]:
    """Those that have not ended since they were read: that leaves no change behind until the scheduler comes by."""
    now = timezone.now()
    return tuple(page for page in pages if page.ends_at is None or page.ends_at > now)
