"""What a list's page shows."""

from dataclasses import dataclass

import segno

from directory.cards.cards import make_card
from directory.cards.parts import parts_of
from directory.models import Service
from directory.referral.ways_in import ShownWayIn

from .codes import SavedList

QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """A service with what its row says put into words."""

    service: Service
    availability: str
    checked: str
    opening: str
    ways: tuple[ShownWayIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The services that are still listed, in the list's order, and how many are not."""

    entries: tuple[SavedEntry, ...]
    gone: int


def make_saved_entry(service: Service) -> SavedEntry:
    """Put into words whether it takes referrals, when it was checked, and whether it is open. Expects its parts."""
    card = make_card(service, parts_of(service))
    return SavedEntry(service, card.availability, card.checked, card.opening, card.ways)


def load_contents(saved: SavedList) -> Contents:
    """Load a list in two queries, whatever its length."""
    found = Service.objects.published().with_parts().in_bulk(saved.keys) if saved.keys else {}
    entries = tuple(make_saved_entry(found[key]) for key in saved.keys if key in found)
    return Contents(entries, gone=len(saved.keys) - len(entries) + saved.unreadable)


def qr_code(address: str) -> str:
    """An inline SVG of the address, one path on a white ground, without a style attribute."""
    return segno.make(address, error="m", micro=False).svg_inline(
        border=QUIET_ZONE, light="#fff", omitsize=True, svgclass="hub-qr__code", lineclass=None
    )
