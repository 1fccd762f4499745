"""Which pages above a page its breadcrumbs name, below the home page that each of them starts with."""

from typing import NamedTuple

from wagtail.models import Page, Site

from search.languages import answered_language, is_in_own_language


class Breadcrumb(NamedTuple):
    """One page above this one."""

    title: str
    url: str
    is_shown_instead: bool = False


def breadcrumbs_of(*above: Page) -> tuple[Breadcrumb, ...]:
    """Leave out pages that are not live. Restricted ones stay: who reads a page may read what it lies below.

    Each by its translation where it has one.
    """
    pages = (page for page in map(_translated, above) if page.live)
    return tuple(Breadcrumb(page.title, page.url, getattr(page, "is_shown_instead", False)) for page in pages)


def _translated(page: Page) -> Page:
    if is_in_own_language() or _language_of(page) == answered_language():
        return page
    return getattr(page, "other_languages", {}).get(answered_language(), page)


def _language_of(page: Page) -> str:
    """By the home page that it lies below: those are known without asking."""
    roots = Site.get_site_root_paths()
    return next((root.language_code for root in roots if page.url_path.startswith(root.root_path)), "")
