"""Reads what surrounds every page from the database."""

import logging
from dataclasses import replace

from django.db import DatabaseError
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageViewRestriction, Site

from guidance.models import GuidanceIndexPage, StoryIndexPage
from guidance.published import published_pages
from search.cache import cached_until_change, log_changes_of

from .chrome import DEFAULT_CHROME, Chrome, HelpNumber, Link
from .models import SiteSettings, StandardPage, UrgentHelpNumber

COLUMNS = {
    StandardPage.FooterColumn.HELP: "help_links",
    StandardPage.FooterColumn.SET_UP: "set_up_links",
    StandardPage.FooterColumn.SITE: "site_links",
}

# The root of the tree, then the home page, then its children.
SECTION_DEPTH = 3

logger = logging.getLogger(__name__)


def load_chrome() -> Chrome:
    """The frame as editors set it, in one small query; the frame the hub came with when the database fails."""
    try:
        return _read_chrome()
    except DatabaseError:
        logger.warning("The site settings cannot be read; pages show the frame the hub came with.")
        return DEFAULT_CHROME


def watch_chrome() -> None:
    """Note every change of the settings in the change log, where published pages are noted anyway."""
    log_changes_of("chrome", SiteSettings, UrgentHelpNumber, Site)
    # No document stands for these, so the search does not note them; a save through `Page` is one of any type.
    log_changes_of("chrome", GuidanceIndexPage, StoryIndexPage, PageViewRestriction, Page)


@cached_until_change
def _read_chrome() -> Chrome:
    return replace(_from_settings(), **_menus())


def _from_settings() -> Chrome:
    rows = list(
        SiteSettings.objects.filter(site__is_default_site=True)
        .order_by("help_numbers__sort_order")
        .values_list(
            "contact_email",
            "contact_phone",
            "exit_url",
            "is_demonstration",
            "help_numbers__label",
            "help_numbers__number",
            named=True,
        )
    )
    if not rows:
        return DEFAULT_CHROME
    numbers = tuple(
        HelpNumber(row.help_numbers__label, row.help_numbers__number) for row in rows if row.help_numbers__number
    )
    return replace(
        DEFAULT_CHROME,
        help_numbers=numbers or DEFAULT_CHROME.help_numbers,
        exit_url=rows[0].exit_url or DEFAULT_CHROME.exit_url,
        contact_email=rows[0].contact_email,
        contact_phone=rows[0].contact_phone,
        is_demonstration=rows[0].is_demonstration,
    )


def _menus() -> dict[str, tuple[Link, ...]]:
    """The sections of the header and plain pages shown in menus by column, as far as anyone may read them.

    A section is left out when its page was taken down or is for some readers only.
    """
    named = {link.url.strip("/"): link for link in DEFAULT_CHROME.sections}
    is_section = Q(depth=SECTION_DEPTH, slug__in=named)
    is_in_menu = Q(show_in_menus=True, standardpage__isnull=False)
    rows = (
        Page.objects.filter(is_section | is_in_menu)
        .annotate(is_published=Exists(published_pages().filter(pk=OuterRef("pk"))), is_section=is_section)
        .order_by("path")
        .values_list("is_section", "is_published", "show_in_menus", "standardpage__footer_column", "title", "url_path")
    )
    links: dict[str, tuple[Link, ...]] = {"sections": DEFAULT_CHROME.sections}
    for is_section, is_published, in_menu, column, title, url_path in rows:
        # The first path segment is the home page, which answers at /.
        address = "/" + url_path.split("/", 2)[2]
        if is_section and not is_published:
            links["sections"] = tuple(link for link in links["sections"] if link.url != address)
        if is_published and in_menu and column:
            name = COLUMNS[column]
            links[name] = (*links.get(name, ()), Link(title, address))
    return links
