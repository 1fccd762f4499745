"""The short lists on a result card, for a whole page of cards in one query."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from django.db.models import CharField, DateField, IntegerField, QuerySet, TimeField, Value

from directory.models import (
    OpenQuestion,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    WayIn,
)
from directory.models.compiled_rows import read_column, rows_of
from directory.models.schedules import weekdays_between
from directory.opening_hours.hours import Hours, OnBankHolidays
from directory.referral.ways_in import RecordedWayIn


@dataclass(frozen=True, slots=True)
class CardParts:
    """Names and codes of the areas a service covers, its towns, who can refer, who helps to run it, its hours.

    `ways`: its ways in, as (kind, details, working days until an answer); `phones`: (number, who answers); `unsure`:
    the facts that open questions are about.
    """

    areas: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    towns: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)
    ways: list[RecordedWayIn] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)


class _Row(NamedTuple):
    service_id: int
    part: str
    text: str
    detail: str | None
    opens_at: time | str | None
    closes_at: time | str | None
    valid_from: date | str | None
    valid_to: date | str | None
    interval: int | None
    week_of_month: int | None
    bank_holidays: str | None


# The database learns the type of each column from the first query of the union, which is that of the hours.
_EMPTY = {
    "opens_at": TimeField(),
    "closes_at": TimeField(),
    "valid_from": DateField(),
    "valid_to": DateField(),
    "interval": IntegerField(),
    "week_of_month": IntegerField(),
    "bank_holidays": CharField(),
}


def read_card_parts(keys: Iterable[int]) -> dict[int, CardParts]:
    """Read the lists of these services. One query, and no objects: a page of results has up to a hundred rows."""
    keys = list(keys)
    found = {key: CardParts() for key in keys}
    for row in sorted((_Row(*values) for values in rows_of(_parts, keys)), key=_in_order):
        if row.text:
            getattr(found[row.service_id], row.part).append(READ.get(row.part, _text_of)(row))
        if row.part == "areas":
            found[row.service_id].codes.append(row.detail or "")
    return found


def _parts(keys: Sequence[int]) -> QuerySet:
    return _hours(Schedule.objects.filter(service__in=keys)).union(
        _rows(ServiceArea.objects.in_force().filter(service__in=keys), "areas", "area__name", "area__code"),
        _rows(ServiceAtLocation.objects.filter(service__in=keys), "towns", "location__city"),
        _rows(Service.referral_routes.through.objects.filter(service__in=keys), "routes", "taxonomyterm__name"),
        _rows(ServicePartner.objects.filter(service__in=keys), "partners", "organization__name"),
        _rows(WayIn.objects.filter(service__in=keys), "ways", "kind", "description", interval="answer_days"),
        _rows(Phone.objects.filter(service__in=keys), "phones", "number", "description", interval="sort_order"),
        _rows(OpenQuestion.objects.filter(service__in=keys), "unsure", "about"),
    )


def parts_of(service: Service) -> CardParts:
    """The lists of one service whose relations are at hand."""
    areas = [row.area for row in service.areas_in_force]
    return CardParts(
        areas=[area.name for area in areas],
        codes=[area.code for area in areas],
        towns=[row.location.city for row in service.service_at_locations.all() if row.location.city],
        routes=[term.name for term in service.referral_routes.all()],
        partners=[partner.organization.name for partner in service.partners.all()],
        hours=[schedule.hours for schedule in service.schedules.all()],
        ways=[RecordedWayIn(row.kind, row.description, row.answer_days) for row in service.ways_in.all()],
        phones=[(phone.number, phone.description) for phone in service.phones.all()],
        unsure=[row.about for row in service.open_questions.all()],
    )


def _hours(schedules: QuerySet[Schedule]) -> QuerySet:
    return schedules.order_by().values_list("service_id", _named("hours"), "byday", "until_day", *_EMPTY)


def _rows(rows: QuerySet, part: str, name: str, detail: str = "", interval: str = "") -> QuerySet:
    """Rows of one part. interval: a column of numbers, which stands where hours have theirs."""
    empty: dict[str, object] = {column: Value(None, output_field=kind) for column, kind in _EMPTY.items()}
    others = {**empty, "interval": interval} if interval else empty
    return rows.order_by().values_list("service_id", _named(part), name, detail or _named(""), *others.values())


def _named(part: str) -> Value:
    return Value(part, output_field=CharField())


def _text_of(row: _Row) -> str:
    return row.text


def _way_of(row: _Row) -> RecordedWayIn:
    return RecordedWayIn(row.text, row.detail or "", row.interval)


def _phone_of(row: _Row) -> tuple[str, str]:
    return (row.text, row.detail or "")


def _hours_of(row: _Row) -> Hours:
    return Hours(
        weekdays=weekdays_between(row.text, row.detail or row.text),
        opens=read_column(row.opens_at, time.fromisoformat),
        closes=read_column(row.closes_at, time.fromisoformat),
        valid_from=read_column(row.valid_from, date.fromisoformat),
        valid_to=read_column(row.valid_to, date.fromisoformat),
        week_of_month=row.week_of_month,
        interval=row.interval or 1,
        on_bank_holidays=OnBankHolidays(row.bank_holidays or ""),
    )


def _in_order(row: _Row) -> tuple[int, str, int, str]:
    """Numbers to call come in the editors' order, everything else by name."""
    return (row.service_id, row.part, (row.interval or 0) if row.part == "phones" else 0, row.text)


READ: dict[str, Callable[[_Row], object]] = {"hours": _hours_of, "ways": _way_of, "phones": _phone_of}
