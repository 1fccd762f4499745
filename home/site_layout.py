"""What surrounds every page: sections, footer links, numbers for urgent help, and the address to leave for."""

import logging
from dataclasses import dataclass, field, replace

from django.db import DatabaseError
from django.db.models import Exists, OuterRef, Q
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction, Site

from directory.contact_details.reserved import is_example_address, is_example_number
from directory.contact_details.telephone import telephone_address
from directory.navigation.languages import in_answered_language
from guidance.managers import published_pages
from guidance.models import GuidanceIndexPage, StoryIndexPage
from guidance.translated_pages import is_in_another_language
from search.cache import cached_until_change, log_changes_of
from search.languages import is_in_own_language, is_multilingual, own_language

from .links import Link, in_answered_language_each
from .models import DEFAULT_EXIT_URL, SiteSettings, StandardPage, UrgentHelpNumber

COLUMNS = {
    StandardPage.FooterColumn.HELP: "help_links",
    StandardPage.FooterColumn.SET_UP: "set_up_links",
    StandardPage.FooterColumn.SITE: "site_links",
}

SETTINGS_READ = (
    "contact_email",
    "contact_phone",
    "contact_address",
    "exit_url",
    "is_demonstration",
    "help_numbers__label",
    "help_numbers__number",
)

# The root of the tree, then the home page, then its children.
SECTION_DEPTH = 3

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """A number for someone who cannot wait. `number` is what people read, `href` what their phone dials."""

    label: str
    number: str
    # What editors call it has one language.
    is_shown_instead: bool = False

    @property
    def href(self) -> str:
        return telephone_address(self.number)

    @property
    def is_example(self) -> bool:
        """Whether the number is reserved for examples, so that nobody answers it."""
        return is_example_number(self.number)


@dataclass(frozen=True, slots=True)
class SiteLayout:
    """As templates read it from `site_layout`."""

    help_numbers: tuple[HelpNumber, ...]
    exit_url: str = DEFAULT_EXIT_URL
    contact_email: str = ""
    contact_phone: str = ""
    contact_address: str = ""
    is_demonstration: bool = False
    what_is_real_url: str = "/about/#what-is-real"
    sections: tuple[Link, ...] = (
        Link(_("Find a service"), "/find/"),
        Link(_("Guidance"), "/guidance/"),
        Link(_("Stories"), "/stories/"),
        Link(_("About"), "/about/"),
    )
    help_links: tuple[Link, ...] = ()
    set_up_links: tuple[Link, ...] = ()
    site_links: tuple[Link, ...] = ()
    # What was drawn of it, by `drawn_once`: it goes when another layout is read.
    drawn: dict[tuple[str, ...], SafeString] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def has_example_email(self) -> bool:
        """Whether nobody can read what is sent to the address."""
        return is_example_address(self.contact_email)

    @property
    def has_example_phone(self) -> bool:
        """Whether nobody can answer the number."""
        return is_example_number(self.contact_phone)


DEFAULT_SITE_LAYOUT = SiteLayout(
    help_numbers=(
        HelpNumber(_("Someone is in danger"), "999"),
        HelpNumber(_("Urgent health advice"), "NHS 111"),
        HelpNumber(_("Samaritans, any time, free"), "116 123"),
        HelpNumber(_("Breathing Space, Scotland"), "0800 83 85 87"),
    ),
)


def load_site_layout() -> SiteLayout:
    """As editors set it, in two queries; the defaults when the database fails, so that urgent help still shows."""
    try:
        return _read_site_layout()
    except DatabaseError:
        logger.warning("The site settings cannot be read; pages show the defaults of the site layout.")
        return default_site_layout()


def default_site_layout() -> SiteLayout:
    """What needs no database, as the language that is answered links to it."""
    return _linked(DEFAULT_SITE_LAYOUT)


def note_site_layout_changes() -> None:
    """Cached layouts are dropped when the change log grows, so changes of the settings go in there as well."""
    log_changes_of("site_layout", SiteSettings, UrgentHelpNumber, Site)
    # No document stands for these, so the search does not note them; a save through `Page` is one of any type.
    log_changes_of("site_layout", GuidanceIndexPage, StoryIndexPage, PageViewRestriction, Page)


@cached_until_change
def _read_site_layout() -> SiteLayout:
    return _linked(replace(_from_settings(), **_menus()))


def _linked(layout: SiteLayout) -> SiteLayout:
    if is_in_own_language():
        return layout
    menus = {name: in_answered_language_each(getattr(layout, name)) for name in ("sections", *COLUMNS.values())}
    return replace(layout, **menus, what_is_real_url=in_answered_language(layout.what_is_real_url))


def _from_settings() -> SiteLayout:
    rows = list(
        SiteSettings.objects.filter(site__is_default_site=True)
        .order_by("help_numbers__sort_order")
        .values_list(*SETTINGS_READ, named=True)
    )
    if not rows:
        return DEFAULT_SITE_LAYOUT
    is_shown_instead = not is_in_own_language()
    numbers = tuple(
        HelpNumber(row.help_numbers__label, row.help_numbers__number, is_shown_instead)
        for row in rows
        if row.help_numbers__number
    )
    return replace(
        DEFAULT_SITE_LAYOUT,
        help_numbers=numbers or DEFAULT_SITE_LAYOUT.help_numbers,
        exit_url=rows[0].exit_url or DEFAULT_SITE_LAYOUT.exit_url,
        contact_email=rows[0].contact_email,
        contact_phone=rows[0].contact_phone,
        contact_address=rows[0].contact_address,
        is_demonstration=rows[0].is_demonstration,
    )


def _menus() -> dict[str, tuple[Link, ...]]:
    """The sections of the header and plain pages shown in menus by column, as far as anyone may read them.

    A section is left out when its page was taken down or is for some readers only.
    """
    named = {link.url.strip("/"): link for link in DEFAULT_SITE_LAYOUT.sections}
    is_section = Q(depth=SECTION_DEPTH, slug__in=named)
    is_in_menu = Q(show_in_menus=True, standardpage__isnull=False)
    if is_multilingual():
        is_section &= Q(locale__language_code=own_language())
        is_in_menu &= Q(pk__in=published_pages().in_language().values("pk"))
    rows = (
        Page.objects.filter(is_section | is_in_menu)
        .annotate(is_published=Exists(published_pages().filter(pk=OuterRef("pk"))), is_section=is_section)
        .order_by("path")
        .values_list("is_section", "is_published", "show_in_menus", "standardpage__footer_column", "title", "url_path")
    )
    links: dict[str, tuple[Link, ...]] = {"sections": DEFAULT_SITE_LAYOUT.sections}
    for is_section, is_published, in_menu, column, title, url_path in rows:
        # The first path segment is the home page, which answers at /.
        address = "/" + url_path.split("/", 2)[2]
        if is_section and not is_published:
            links["sections"] = tuple(link for link in links["sections"] if link.url != address)
        if is_published and in_menu and column:
            name = COLUMNS[column]
            links[name] = (*links.get(name, ()), Link(title, address, is_in_another_language(url_path)))
    return links
