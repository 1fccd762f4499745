"""Numbered links to the pages of a list, as `components/pagination.html` shows them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page's number and address. Without a number it stands for the pages that are left out."""

    number: int | None = None
    address: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages to link to; `previous` and `next` are empty at the ends."""

    links: tuple[PageLink, ...]
    previous: str = ""
    next: str = ""


def paginator_of(total: int, page_size: int) -> Paginator:
    """A paginator where a search engine has counted, so that nothing is left to slice."""
    return Paginator(range(total), page_size)


def make_pagination(page: Page, address: Callable[[int], str]) -> Pagination | None:
    """Links to the pages around this one, or None where there is only one. `address`: where a page is, by number."""
    if not page.has_other_pages():
        return None
    elided = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return Pagination(
        links=tuple(
            PageLink(number, address(number), number == page.number) if isinstance(number, int) else PageLink()
            for number in elided
        ),
        previous=address(page.previous_page_number()) if page.has_previous() else "",
        next=address(page.next_page_number()) if page.has_next() else "",
    )
