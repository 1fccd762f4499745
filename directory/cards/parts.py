"""The short lists on a result card, for a whole page of cards in one query.

A new list is a field of `CardParts`, which says all there is to say of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, time
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, Field, IntegerField, QuerySet, TimeField, Value

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


class CoveredArea(NamedTuple):
    name: str
    code: str


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


# What stands in the columns of a row that its list has nothing for.
_EMPTY: dict[str, Field] = {
    "opens_at": TimeField(),
    "closes_at": TimeField(),
    "valid_from": DateField(),
    "valid_to": DateField(),
    "interval": IntegerField(),
    "week_of_month": IntegerField(),
    "bank_holidays": CharField(),
}


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a list comes from.

    `select`: its rows for the keys of services. `columns`: the column of theirs for each column of `_Row`. `read`:
    what such a row says. `at_hand`: the same list of one service whose relations are at hand.
    """

    select: Callable[[Sequence[int]], QuerySet]
    columns: Mapping[str, str]
    read: Callable[[_Row], object]
    at_hand: Callable[[Service], list[Any]]


def _text_of(row: _Row) -> str:
    return row.text


def _area_of(row: _Row) -> CoveredArea:
    return CoveredArea(row.text, row.detail or "")


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


def _from(
    select: Callable[[Sequence[int]], QuerySet],
    at_hand: Callable[[Service], list[Any]],
    *,
    read: Callable[[_Row], object] = _text_of,
    **columns: str,
) -> dict[str, _Source]:
    return {"source": _Source(select, columns, read, at_hand)}


@dataclass(frozen=True, slots=True)
class CardParts:
    """The lists of one service. `phones`: (number, who answers). `unsure`: the facts that open questions are about."""

    # First, because the database learns the type of each column from the first query of the union.
    hours: list[Hours] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: Schedule.objects.filter(service__in=keys),
            lambda service: [schedule.hours for schedule in service.schedules.all()],
            read=_hours_of,
            text="byday",
            detail="until_day",
            **{column: column for column in _EMPTY},
        ),
    )
    areas: list[CoveredArea] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: ServiceArea.objects.in_force().filter(service__in=keys),
            lambda service: [CoveredArea(row.area.name, row.area.code) for row in service.areas_in_force],
            read=_area_of,
            text="area__name",
            detail="area__code",
        ),
    )
    towns: list[str] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: ServiceAtLocation.objects.filter(service__in=keys),
            lambda service: [row.location.city for row in service.service_at_locations.all() if row.location.city],
            text="location__city",
        ),
    )
    routes: list[str] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: Service.referral_routes.through.objects.filter(service__in=keys),
            lambda service: [term.name for term in service.referral_routes.all()],
            text="taxonomyterm__name",
        ),
    )
    partners: list[str] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: ServicePartner.objects.filter(service__in=keys),
            lambda service: [partner.organization.name for partner in service.partners.all()],
            text="organization__name",
        ),
    )
    ways: list[RecordedWayIn] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: WayIn.objects.filter(service__in=keys),
            lambda service: [
                RecordedWayIn(row.kind, row.description, row.answer_days) for row in service.ways_in.all()
            ],
            read=_way_of,
            text="kind",
            detail="description",
            interval="answer_days",
        ),
    )
    phones: list[tuple[str, str]] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: Phone.objects.filter(service__in=keys),
            lambda service: [(phone.number, phone.description) for phone in service.phones.all()],
            read=_phone_of,
            text="number",
            detail="description",
            interval="sort_order",
        ),
    )
    unsure: list[str] = field(
        default_factory=list,
        metadata=_from(
            lambda keys: OpenQuestion.objects.filter(service__in=keys),
            lambda service: [row.about for row in service.open_questions.all()],
            text="about",
        ),
    )


_SOURCES: dict[str, _Source] = {part.name: part.metadata["source"] for part in fields(CardParts)}


def read_card_parts(keys: Iterable[int]) -> dict[int, CardParts]:
    """Read the lists of these services. One query, and no objects: a page of results has up to a hundred rows."""
    keys = list(keys)
    found = {key: CardParts() for key in keys}
    for row in sorted((_Row(*values) for values in rows_of(_rows, keys)), key=_in_order):
        if row.text:
            getattr(found[row.service_id], row.part).append(_SOURCES[row.part].read(row))
    return found


def parts_of(service: Service) -> CardParts:
    """The lists of one service whose relations are at hand."""
    return CardParts(**{name: source.at_hand(service) for name, source in _SOURCES.items()})


def _rows(keys: Sequence[int]) -> QuerySet:
    first, *others = (_rows_of_part(name, source, keys) for name, source in _SOURCES.items())
    return first.union(*others)


def _rows_of_part(name: str, source: _Source, keys: Sequence[int]) -> QuerySet:
    detail = source.columns.get("detail")
    columns = (source.columns.get(column) or Value(None, output_field=kind) for column, kind in _EMPTY.items())
    texts = (_constant(name), source.columns["text"], detail or _constant(""))
    return source.select(keys).order_by().values_list("service_id", *texts, *columns)


def _constant(text: str) -> Value:
    return Value(text, output_field=CharField())


def _in_order(row: _Row) -> tuple[int, str, int, str]:
    """Numbers to call come in the editors' order, everything else by name."""
    return (row.service_id, row.part, (row.interval or 0) if row.part == "phones" else 0, row.text)
