"""Addresses of guidance and stories in the demo's texts, as links to the pages themselves.

A link to a page follows it when it moves, is counted where the page is used, and leaves its words when the page goes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wagtail.models import Page, Site

# An address with a place on its page stays as it is written: a link to a page leads to its beginning.
LINK = re.compile(r'<a href="(/(?:guidance|stories)/[^"?#]*)">')


def with_page_links(value: Any) -> Any:
    """The same value, with every link to a page that there is. Others stay for when it is there."""
    addresses = set(_addresses(value))
    return _linked(value, _keys_of(addresses)) if addresses else value


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from LINK.findall(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _addresses(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _addresses(each)


def _linked(value: Any, keys: Mapping[str, int]) -> Any:
    if isinstance(value, str):
        return LINK.sub(lambda link: _link(keys.get(link[1]), link[0]), value)
    if isinstance(value, Mapping):
        return {name: _linked(each, keys) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_linked(each, keys) for each in value)
    return value


def _link(key: int | None, written: str) -> str:
    return written if key is None else f'<a linktype="page" id="{key}">'


def _keys_of(addresses: set[str]) -> dict[str, int]:
    above = Site.objects.get(is_default_site=True).root_page.url_path.rstrip("/")
    pages = Page.objects.filter(url_path__in=[f"{above}{address}" for address in addresses])
    return {path.removeprefix(above): key for path, key in pages.values_list("url_path", "pk")}
