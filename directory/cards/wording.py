"""How a listing's facts read in one line."""

from datetime import date, datetime

from django.utils import timezone

from directory.models import Fact, Service
from directory.models.listing_words import UNKNOWN
from directory.navigation.page_lifetime import changes_at
from directory.opening_hours.bank_holidays import nations_of, observed
from directory.opening_hours.hours import Opening, opening_at
from directory.places.geography import Place

from .parts import CardParts
from .service_rows import CardService

ListedService = Service | CardService

MOST_AREAS = 3
# What a question is about, as it reads after "Ask about:".
SUBJECTS = {
    Fact.SETTING: "where the person must be",
    Fact.AGE: "ages",
    Fact.GENDER: "whether it sees women and men",
    Fact.AREA: "the area",
    Fact.ORDER: "which orders",
    Fact.ROUTE: "who can refer",
    Fact.WAY_IN: "how to reach it",
    Fact.HOURS: "opening hours",
    Fact.PLACE: "where it is",
    Fact.WAIT: "room and wait",
    Fact.COST: "cost",
}


def where(service: ListedService, parts: CardParts, near: Place | None, miles: float | None) -> str:
    """Coverage before distance: a service for the whole city serves every part of it. Empty when not recorded."""
    if parts.areas:
        more = len(parts.areas) - MOST_AREAS
        names = ", ".join(area.name for area in parts.areas[:MOST_AREAS])
        return f"Covers {names} and {more} more" if more > 0 else f"Covers {names}"
    if miles is not None and near is not None:
        return f"{miles:.1f} miles from {near.area_label}" + (f", in {parts.towns[0]}" if parts.towns else "")
    return ", ".join(parts.towns[:MOST_AREAS]) or ("By phone or online" if service.is_virtual else "")


def who_refers(parts: CardParts) -> str:
    """Who may refer, as one line. Empty when not recorded."""
    return ", ".join(parts.routes)


def ask_about(service: ListedService, parts: CardParts, state: str) -> str:
    """Everything that is not known, as one line: "who it takes, opening hours, the wait". Empty when all is."""
    missing = {
        "who it takes": not service.eligibility_description and service.minimum_age is service.maximum_age is None,
        SUBJECTS[Fact.PLACE]: not (parts.areas or parts.towns or service.is_virtual),
        SUBJECTS[Fact.WAY_IN]: not parts.ways,
        SUBJECTS[Fact.HOURS]: not parts.hours,
        SUBJECTS[Fact.WAIT]: state == UNKNOWN and not service.is_helpline,
    }
    in_question = [SUBJECTS[fact] for fact in map(Fact, parts.unsure) if fact in SUBJECTS]
    # A fact in question is named by its question where both apply.
    return ", ".join(dict.fromkeys((*(name for name, is_missing in missing.items() if is_missing), *in_question)))


def run_by(service: ListedService, parts: CardParts) -> str:
    """The organization and its partners, as one line."""
    names = [service.organization_name, *parts.partners]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def opening_now(service: ListedService, parts: CardParts, moment: datetime) -> Opening | None:
    """Whether it is open at this moment; None when no hours are recorded or it does not run."""
    if not parts.hours or service.status != Service.Status.ACTIVE:
        return None
    nations = nations_of(area.code for area in parts.areas)
    opening = opening_at(parts.hours, moment, lambda day: observed(day, nations))
    changes_at(opening.until or opening.opens)
    return opening


def checked(service: ListedService) -> str:
    """When the listing was last confirmed, and with whom."""
    if service.assured_date is None:
        return "Not checked yet"
    day = f"{service.assured_date.day} {service.assured_date:%B %Y}"
    return f"Last checked {day}" if service.is_overdue else f"Checked {day}"


def availability(service: ListedService, state: str) -> str:
    """Whether it takes referrals now, in words."""
    if service.status == Service.Status.TEMPORARILY_CLOSED:
        return "Closed for now"
    if service.status == Service.Status.INACTIVE:
        return "Not running"
    when_said = f", said {_day(service.referrals_as_of)}" if service.referrals_as_of else ""
    if state == UNKNOWN:
        too_old = f"Room not known: what was said{when_said.removeprefix(', said')} is too old"
        return too_old if when_said else "Not confirmed"
    if state == Service.Referrals.WAITING and service.wait:
        return f"Wait: {service.wait[:1].lower()}{service.wait[1:]}{when_said}"
    return f"{Service.Referrals(state).label}{when_said}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B}" if day.year == timezone.localdate().year else f"{day.day} {day:%B %Y}"
