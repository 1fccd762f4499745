"""Builds the demo's plain pages and sets what surrounds them."""

from django.db import transaction
from wagtail.models import Site

from guidance.demo.pages import bring_up_to_date, create_page
from guidance.demo.questions import read_questions
from guidance.models import GuidePage
from home.models import HomePage, SiteSettings, StandardPage, UrgentHelpNumber
from home.site_layout import DEFAULT_SITE_LAYOUT

from .pages import PAGES

# Reserved for examples: nobody reads it.
CONTACT_EMAIL = "hello@hub.example"

# Smaller links below the doors: glyph, words, and the slug of a guide or an address.
DOOR_LINKS = (
    ("find", "Services before release", "/find/?setting=before-release"),
    ("find", "Services in police custody", "/find/?setting=police-custody"),
    ("find", "Help for families and friends", "/help-for-families/"),
    ("set-up", "Are we ready?", "are-we-ready"),
    ("set-up", "17 roles for peers", "17-roles"),
    ("enquire", "What we do with your answers", "/privacy/"),
    ("enquire", "How listings are checked", "/how-listings-are-checked/"),
)


@transaction.atomic
def create_plain_pages(*, root: HomePage) -> None:
    """Create the plain pages, the contact details and the links below the doors. What editors changed stays."""
    for page in PAGES:
        create_page(
            root,
            StandardPage,
            page.slug,
            title=page.title,
            lede=page.lede,
            questions=read_questions()[page.slug],
            body=page.body,
            show_in_menus=page.is_in_footer,
            footer_column=page.footer_column,
            shows_contact=page.shows_contact,
        )
    _create_settings()
    _fill_doors(root)


def _create_settings() -> None:
    site = Site.objects.get(is_default_site=True)
    settings, is_new = SiteSettings.objects.get_or_create(
        site=site, defaults={"contact_email": CONTACT_EMAIL, "is_demonstration": True}
    )
    if not is_new:
        # Loading the demo adds what is invented, so the site says so again even where somebody had turned it off.
        if not settings.is_demonstration:
            settings.is_demonstration = True
            settings.save()
        return
    for order, help_number in enumerate(DEFAULT_SITE_LAYOUT.help_numbers):
        UrgentHelpNumber.objects.create(
            settings=settings, label=help_number.label, number=help_number.number, sort_order=order
        )


def _fill_doors(root: HomePage) -> None:
    """Give the home page's doors their smaller links, unless an editor has already worked on the page."""
    doors = []
    for door in root.doors:
        value = door.block.get_prep_value(door.value)
        doors.append(("door", {**value, "links": _door_links(value["glyph"])}))
    bring_up_to_date(root, doors=doors)


def _door_links(glyph: str) -> list[dict]:
    links = []
    for door, words, target in DOOR_LINKS:
        if door != glyph:
            continue
        if target.startswith("/"):
            links.append({"text": words, "page": None, "address": target})
        elif guide := GuidePage.objects.filter(slug=target).first():
            links.append({"text": words, "page": guide.pk, "address": ""})
    return links
