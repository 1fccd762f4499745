"""How a listing's facts read in one line."""

from datetime import datetime

from directory.bank_holidays import nations_of, observed
from directory.models import Service
from directory.opening import in_words, opening_at

from .card_parts import CardParts
from .card_services import CardService
from .form import Finding

Listed = Service | CardService

NOT_RECORDED = "Not recorded"
MOST_AREAS = 3


def where(parts: CardParts, finding: Finding | None, miles: float | None) -> str:
    """Coverage before distance: a service for the whole city serves every part of it."""
    if parts.areas:
        more = len(parts.areas) - MOST_AREAS
        return f"Covers {', '.join(parts.areas[:MOST_AREAS])}" + (f" and {more} more" if more > 0 else "")
    if miles is not None and finding is not None and finding.place is not None:
        return f"{miles:.1f} miles from {finding.place_name}" + (f", in {parts.towns[0]}" if parts.towns else "")
    return ", ".join(parts.towns[:MOST_AREAS]) or NOT_RECORDED


def who_refers(parts: CardParts) -> str:
    """Who may refer, as one line."""
    return ", ".join(parts.routes) or NOT_RECORDED


def run_by(service: Listed, parts: CardParts) -> str:
    """The organization and its partners, as one line."""
    names = [service.organization_name, *parts.partners]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def opening(service: Listed, parts: CardParts, moment: datetime) -> str:
    """Whether it is open at this moment; nothing when no hours are recorded or it does not run."""
    if not parts.hours or service.status != Service.Status.ACTIVE:
        return ""
    nations = nations_of(parts.codes)
    return in_words(opening_at(parts.hours, moment, lambda day: observed(day, nations)), moment)


def checked(service: Listed) -> str:
    """When the listing was last confirmed, and with whom."""
    if service.assured_date is None:
        return "Not checked yet"
    day = f"{service.assured_date.day} {service.assured_date:%B %Y}"
    return f"Last checked {day}" if service.is_overdue else f"Checked {day}"


def availability(service: Listed) -> str:
    """Whether it takes referrals now, in words."""
    if service.status == Service.Status.TEMPORARILY_CLOSED:
        return "Closed for now"
    if service.status == Service.Status.INACTIVE:
        return "Not running"
    return str(Service.Referrals(service.availability).label)
