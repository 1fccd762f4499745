"""Reads what surrounds every page from the database."""

import logging
from dataclasses import replace

from django.db import DatabaseError
from wagtail.models import Site

from search.remembering import note_changes, remembered

from .chrome import DEFAULT_CHROME, Chrome, HelpNumber, Link
from .models import SiteSettings, StandardPage, UrgentHelpNumber

COLUMNS = {
    StandardPage.FooterColumn.HELP: "help_links",
    StandardPage.FooterColumn.SET_UP: "set_up_links",
    StandardPage.FooterColumn.SITE: "site_links",
}

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
    note_changes("chrome", SiteSettings, UrgentHelpNumber, Site)


@remembered
def _read_chrome() -> Chrome:
    return replace(_from_settings(), **_menu_links())


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


def _menu_links() -> dict[str, tuple[Link, ...]]:
    """Plain pages shown in menus, by column. Their first path segment is the home page, which answers at /."""
    rows = StandardPage.objects.live().in_menu().order_by("path").values_list("footer_column", "title", "url_path")
    links: dict[str, tuple[Link, ...]] = {}
    for column, title, url_path in rows:
        name = COLUMNS[column]
        links[name] = (*links.get(name, ()), Link(title, "/" + url_path.split("/", 2)[2]))
    return links
