"""How a service is reached, as pages show it: only the ways that it has, what works today first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from directory.contact_details.reserved import is_example_number
from directory.contact_details.telephone import number_to_dial, telephone_address
from directory.models import WayIn
from directory.opening_hours.hours import LONDON, Opening, State, in_words
from search.text.lists_in_words import listed as listed_words

Kind = WayIn.Kind
ORDER = (Kind.CALL, Kind.DROP_IN, Kind.ASK_STAFF, Kind.PROFESSIONAL, Kind.ENQUIRY)
# Where somebody is for hours rather than days: an answer in days comes too late.
SHORT_STAYS = {"police-custody": lazy("a custody stay"), "court": lazy("a day at court")}
STAFF = {
    "police-custody": lazy("Ask the custody staff"),
    "court": lazy("Ask the court staff"),
    "prison": lazy("Ask the prison staff"),
    "before-release": lazy("Ask the prison staff"),
}
ANY_STAFF = lazy("Ask the staff where the person is")
ENQUIRY_ADDRESS = "/enquiries/new/?service="


class RecordedWayIn(NamedTuple):
    """A row of `WayIn`: a kind, details, and working days until an answer, or None."""

    kind: str
    description: str
    answer_days: int | None


@dataclass(frozen=True, slots=True)
class ShownWayIn:
    """One way in as a page shows it. `url` is empty where pressing would do nothing. `number` is what a call dials."""

    kind: str
    label: str
    detail: str = ""
    url: str = ""
    number: str = ""
    works_today: bool = False
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class WaysInRecord:
    """What a listing records about being reached.

    `phones`: (number, who answers); `routes`: names of who can refer. `opening`: whether it is open at the moment
    asked about, or None where no hours are recorded.
    """

    slug: str
    ways: Sequence[RecordedWayIn]
    phones: Sequence[tuple[str, str]] = ()
    routes: Sequence[str] = ()
    opening: Opening | None = None


def ways_into(listed: WaysInRecord, moment: datetime, setting: str = "") -> tuple[ShownWayIn, ...]:
    """Every way in, with what works today before the others. setting: where the person is now, if that is known."""
    recorded = {way.kind: way for way in listed.ways}
    ordered = [recorded[kind] for kind in ORDER if kind in recorded]
    found = [way for row in ordered for way in _ways(row, listed, moment, setting)]
    return tuple(sorted(found, key=lambda way: not way.works_today))


def _ways(row: RecordedWayIn, listed: WaysInRecord, moment: datetime, setting: str) -> list[ShownWayIn]:
    if row.kind == Kind.CALL:
        return _calls(row, listed, moment, setting)
    if row.kind == Kind.DROP_IN:
        return [ShownWayIn(row.kind, _("Drop in"), _joined(row.description, _hours(listed, moment)))]
    if row.kind == Kind.ASK_STAFF:
        return [
            ShownWayIn(row.kind, STAFF.get(setting, ANY_STAFF), row.description, works_today=setting in SHORT_STAYS)
        ]
    if row.kind == Kind.PROFESSIONAL:
        return [ShownWayIn(row.kind, _("A professional refers"), row.description or listed_words(listed.routes))]
    answer = _answer(row.answer_days, setting)
    return [ShownWayIn(row.kind, _("Send an enquiry"), answer, url=f"{ENQUIRY_ADDRESS}{quote(listed.slug)}")]


def _calls(row: RecordedWayIn, listed: WaysInRecord, moment: datetime, setting: str) -> list[ShownWayIn]:
    if not listed.phones:
        return [ShownWayIn(row.kind, _("Call"), row.description or _("No phone number is recorded"))]
    works = setting in SHORT_STAYS and _answers_today(listed.opening, moment)
    hours = _hours(listed, moment)
    cell = _("In a cell: ask the custody staff for a phone") if setting == "police-custody" else ""
    return [
        ShownWayIn(
            row.kind,
            _("Call %(number)s") % {"number": number}
            if number_to_dial(number)
            else _("Call: %(number)s") % {"number": number},
            _joined(who or row.description, hours, cell),
            telephone_address(number),
            number,
            works_today=works,
            is_example=is_example_number(number),
        )
        for number, who in listed.phones
    ]


def _answers_today(opening: Opening | None, moment: datetime) -> bool:
    """Whether somebody answers at this moment or later today. Unknown hours promise nothing."""
    if opening is None or opening.call_first:
        return False
    if opening.state == State.OPEN:
        return True
    return opening.opens is not None and opening.opens.date() == moment.astimezone(LONDON).date()


def _hours(listed: WaysInRecord, moment: datetime) -> str:
    return in_words(listed.opening, moment) if listed.opening else ""


def _answer(days: int | None, setting: str) -> str:
    if days is None:
        words = _("A person here reads it on the next working day")
    elif days == 0:
        words = _("Usually answered the same day")
    else:
        words = ngettext(
            "Usually answered within %(days)s working day", "Usually answered within %(days)s working days", days
        ) % {"days": days}
    stay = SHORT_STAYS.get(setting)
    return _("%(words)s: too long for %(stay)s") % {"words": words, "stay": stay} if stay and days != 0 else words


def _joined(*texts: str) -> str:
    return ". ".join(str(text) for text in texts if text)
