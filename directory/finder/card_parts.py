"""The short lists on a result card, for a whole page of cards in one query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import NamedTuple

from django.db.models import CharField, DateField, IntegerField, QuerySet, TimeField, Value

from directory.compiled_rows import read_column, rows_of
from directory.models import Schedule, Service, ServiceArea, ServiceAtLocation, ServicePartner
from directory.models.schedules import weekdays_between
from directory.opening import Hours, OnBankHolidays


@dataclass(frozen=True, slots=True)
class CardParts:
    """Names and codes of the areas a service covers, its towns, who can refer, who helps to run it, its hours."""

    areas: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    towns: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    hours: list[Hours] = field(default_factory=list)


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
    for row in sorted((_Row(*values) for values in rows_of(_parts, keys)), key=lambda row: row[:3]):
        if row.text:
            getattr(found[row.service_id], row.part).append(_hours_of(row) if row.part == "hours" else row.text)
        if row.part == "areas":
            found[row.service_id].codes.append(row.detail or "")
    return found


def _parts(keys: Sequence[int]) -> QuerySet:
    return _hours(Schedule.objects.filter(service__in=keys)).union(
        _rows(ServiceArea.objects.in_force().filter(service__in=keys), "areas", "area__name", "area__code"),
        _rows(ServiceAtLocation.objects.filter(service__in=keys), "towns", "location__city"),
        _rows(Service.referral_routes.through.objects.filter(service__in=keys), "routes", "taxonomyterm__name"),
        _rows(ServicePartner.objects.filter(service__in=keys), "partners", "organization__name"),
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
    )


def _hours(schedules: QuerySet[Schedule]) -> QuerySet:
    return schedules.order_by().values_list("service_id", _named("hours"), "byday", "until_day", *_EMPTY)


def _rows(rows: QuerySet, part: str, name: str, detail: str = "") -> QuerySet:
    empty = (Value(None, output_field=kind) for kind in _EMPTY.values())
    return rows.order_by().values_list("service_id", _named(part), name, detail or _named(""), *empty)


def _named(part: str) -> Value:
    return Value(part, output_field=CharField())


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
