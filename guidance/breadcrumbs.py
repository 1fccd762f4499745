"""Which pages above a page its breadcrumbs name, below the home page that each of them starts with."""

from typing import NamedTuple

from wagtail.models import Page


class Breadcrumb(NamedTuple):
    """One page above this one."""

    title: str
    url: str


def breadcrumbs_of(*above: Page) -> tuple[Breadcrumb, ...]:
    """Leave out pages that are not live. Restricted ones stay: who reads a page may read what it lies below."""
    return tuple(Breadcrumb(page.title, page.url) for page in above if page.live)
