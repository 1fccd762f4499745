"""What only the home page holds."""

from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail import blocks
from wagtail.models import Page

from directory.navigation.languages import in_answered_language
from guidance.managers import published_pages


class DoorLinkBlock(blocks.StructBlock):
    """One smaller link below a door: a page, or an address of this site such as a filtered list."""

    text = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False)
    address = blocks.CharBlock(max_length=300, required=False, help_text=lazy("For example /find/?setting=court"))

    class Meta:
        icon = "link"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if not cleaned["page"] and not cleaned["address"].startswith("/"):
            raise blocks.StructBlockValidationError(
                non_block_errors=[lazy("Choose a page, or give an address that starts with /.")]
            )
        return cleaned


class DoorBlock(blocks.StructBlock):
    """One of the ways into the site."""

    FIND = "find"
    SET_UP = "set-up"
    ENQUIRE = "enquire"
    GLYPHS = (
        (FIND, lazy("One stop among several")),
        (SET_UP, lazy("Two lines that join")),
        (ENQUIRE, lazy("From one end to the other")),
    )

    glyph = blocks.ChoiceBlock(choices=GLYPHS, default=FIND)
    title = blocks.CharBlock(max_length=60)
    address = blocks.CharBlock(max_length=300, help_text=lazy("An address of this site, for example /find/"))
    text = blocks.CharBlock(max_length=200)
    links = blocks.ListBlock(DoorLinkBlock(), default=[], max_num=3)

    def get_context(self, value: blocks.StructValue, parent_context: dict | None = None) -> dict:
        links, chosen = value["links"], [link["page"].pk for link in value["links"] if link["page"]]
        pages = published_pages().in_bulk(chosen) if chosen else {}
        addressed = [(link["text"], _address(link, pages)) for link in links]
        return {
            **super().get_context(value, parent_context),
            "address": in_answered_language(value["address"]),
            "links": [{"text": text, "address": address} for text, address in addressed if address],
        }

    class Meta:
        icon = "link"
        label = lazy("Door")
        description = lazy("A way into the site, with a sentence and up to three smaller links.")
        template = "blocks/door_block.html"
        preview_value: ClassVar[dict] = {
            "glyph": "find",
            "title": "Find a service",
            "address": "/find/",
            "text": "See who each is for, how to reach it, and what is unknown.",
            "links": [{"text": "Police custody", "page": None, "address": "/find/?setting=police-custody"}],
        }


def _address(link: blocks.StructValue, pages: dict[int, Page]) -> str:
    """Where the link leads: to its page if anyone may read that, else to the address it gives."""
    page = pages.get(link["page"].pk) if link["page"] else None
    return in_answered_language((page.url if page else "") or link["address"])


def default_doors() -> list[tuple[str, dict]]:
    """The three doors of a new hub."""
    doors = (
        (
            DoorBlock.FIND,
            _("Find a service"),
            "/find/",
            _("See who each is for, how to reach it, what is unknown and when it was last checked."),
        ),
        (
            DoorBlock.SET_UP,
            _("Set up a peer scheme"),
            "/guidance/",
            _("Recruit, induct and support people with lived experience, one stage at a time."),
        ),
        (
            DoorBlock.ENQUIRE,
            _("Send an enquiry"),
            "/enquiries/new/",
            _("Ask on someone’s behalf or for yourself. You get a reference, and a person reads every one."),
        ),
    )
    names = ("glyph", "title", "address", "text")
    return [("door", {**dict(zip(names, door, strict=True)), "links": []}) for door in doors]
