"""The pages that texts link to, if anyone may read them: of one text, or of all texts of a long page at once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.models import Page

from .managers import published_pages

PAGE_LINK = re.compile(r'linktype="page"[^>]*?\bid="(\d+)"|\bid="(\d+)"[^>]*?linktype="page"')

# None where each text is on its own.
_known_pages: ContextVar[Mapping[str, Page] | None] = ContextVar("known_pages", default=None)


def linked_pages(keys: Iterable[str]) -> Mapping[str, Page]:
    """Those with these keys, by key; more than these within `reading_links_of`."""
    known = _known_pages.get()
    return _read_pages(keys) if known is None else known


@contextmanager
def reading_links_of(texts: Iterable[str]) -> Iterator[None]:
    """Read all pages that these texts link to by one statement, however many texts are shown meanwhile."""
    keys = {key for text in texts for pair in PAGE_LINK.findall(text) for key in pair if key}
    token = _known_pages.set(_read_pages(keys) if keys else {})
    try:
        yield
    finally:
        _known_pages.reset(token)


def stored_texts(stored: Any) -> Iterator[str]:
    """Every text in a body as it is stored, wherever in its blocks it stands."""
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, Mapping | Sequence):
        for each in stored.values() if isinstance(stored, Mapping) else stored:
            yield from stored_texts(each)


def _read_pages(keys: Iterable[str]) -> dict[str, Page]:
    pages = published_pages().in_bulk([int(key) for key in keys if key.isdecimal()])
    return {str(key): page for key, page in pages.items()}
