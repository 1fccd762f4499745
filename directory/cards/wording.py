"""How a listing's facts read in one line."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.models import Fact, Service
from directory.models.listing_words import UNKNOWN
from directory.navigation.page_lifetime import changes_at
from directory.opening_hours.bank_holidays import nations_of, observed
from directory.opening_hours.hours import Opening, opening_at
from directory.places.geography import Place
from search.text.lists_in_words import all_of, listed

from .parts import CardParts
from .service_rows import CardService

ListedService = Service | CardService

MOST_AREAS = 3
# What a question is about, as it reads after "Ask about:".
SUBJECTS = {
    Fact.SETTING: lazy("where the person must be"),
    Fact.AGE: lazy("ages"),
    Fact.GENDER: lazy("whether it sees women and men"),
    Fact.AREA: lazy("the area"),
    Fact.ORDER: lazy("which orders"),
    Fact.ROUTE: lazy("who can refer"),
    Fact.WAY_IN: lazy("how to reach it"),
    Fact.HOURS: lazy("opening hours"),
    Fact.PLACE: lazy("where it is"),
    Fact.WAIT: lazy("room and wait"),
    Fact.COST: lazy("cost"),
}


def where(service: ListedService, parts: CardParts, near: Place | None, miles: float | None) -> str:
    """Coverage before distance: a service for the whole city serves every part of it. Empty when not recorded."""
    if parts.areas:
        more = len(parts.areas) - MOST_AREAS
        names = listed(area.name for area in parts.areas[:MOST_AREAS])
        return (
            _("Covers %(names)s and %(more)s more") % {"names": names, "more": more}
            if more > 0
            else _("Covers %(names)s") % {"names": names}
        )
    if miles is not None and near is not None:
        said = {"miles": f"{miles:.1f}", "place": near.area_label, "town": parts.towns[0] if parts.towns else ""}
        whole = (
            _("%(miles)s miles from %(place)s, in %(town)s") if parts.towns else _("%(miles)s miles from %(place)s")
        )
        return whole % said
    return listed(parts.towns[:MOST_AREAS]) or (_("By phone or online") if service.is_virtual else "")


def who_refers(parts: CardParts) -> str:
    """Who may refer, as one line. Empty when not recorded."""
    return listed(parts.routes)


def ask_about(service: ListedService, parts: CardParts, state: str) -> str:
    """Everything that is not known, as one line: "who it takes, opening hours, the wait". Empty when all is."""
    missing = {
        _("who it takes"): not service.eligibility_description and service.minimum_age is service.maximum_age is None,
        SUBJECTS[Fact.PLACE]: not (parts.areas or parts.towns or service.is_virtual),
        SUBJECTS[Fact.WAY_IN]: not parts.ways,
        SUBJECTS[Fact.HOURS]: not parts.hours,
        SUBJECTS[Fact.WAIT]: state == UNKNOWN and not service.is_helpline,
    }
    in_question = [SUBJECTS[fact] for fact in map(Fact, parts.unsure) if fact in SUBJECTS]
    # A fact in question is named by its question where both apply.
    named = (*(name for name, is_missing in missing.items() if is_missing), *in_question)
    return listed(dict.fromkeys(map(str, named)))


def run_by(service: ListedService, parts: CardParts) -> str:
    """The organization and its partners, as one line."""
    return all_of((service.organization_name, *parts.partners))


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
        return _("Not checked yet")
    day = date_format(service.assured_date, "j F Y")
    return _("Last checked %(day)s") % {"day": day} if service.is_overdue else _("Checked %(day)s") % {"day": day}


def availability(service: ListedService, state: str) -> str:
    """Whether it takes referrals now, in words."""
    if service.status == Service.Status.TEMPORARILY_CLOSED:
        return _("Closed for now")
    if service.status == Service.Status.INACTIVE:
        return _("Not running")
    day = _day(service.referrals_as_of) if service.referrals_as_of else ""
    if state == UNKNOWN:
        too_old = _("Room not known: what was said %(day)s is too old") % {"day": day}
        return too_old if day else _("Not confirmed")
    words = str(Service.Referrals(state).label)
    if state == Service.Referrals.WAITING and service.wait:
        words = _("Wait: %(wait)s") % {"wait": service.wait[:1].lower() + service.wait[1:]}
    return _("%(words)s, said %(day)s") % {"words": words, "day": day} if day else words


def _day(day: date) -> str:
    return date_format(day, "j F" if day.year == timezone.localdate().year else "j F Y")
