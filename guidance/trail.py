"""The way back up: what breadcrumbs show."""

from typing import NamedTuple

from wagtail.models import Page


class Crumb(NamedTuple):
    """One page above this one."""

    title: str
    url: str


HOME = Crumb("Home", "/")


def crumbs_of(*above: Page) -> tuple[Crumb, ...]:
    """The live ones of the pages above as breadcrumbs. Who reads a page may read what it lies below."""
    return tuple(Crumb(page.title, page.url) for page in above if page.live)
