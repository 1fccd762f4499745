"""A name that leads somewhere, for menus and lists."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from directory.navigation.languages import in_answered_language


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    url: str
    is_shown_instead: bool = False


def in_answered_language_each(links: Iterable[Link]) -> tuple[Link, ...]:
    """The same links as a page in the language that is answered has them."""
    return tuple(replace(link, url=in_answered_language(link.url)) for link in links)
