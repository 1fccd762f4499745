"""The services on a page of results, without the weight of model objects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from directory.models import Service
from directory.models.compiled_rows import read_column, rows_of
from directory.models.listing_words import CardWords
from directory.navigation.service_urls import service_url


@dataclass(frozen=True, slots=True)
class CardService(CardWords):
    """What a card shows of a service's own row, under the names that `Service` has for it."""

    pk: int
    name: str
    slug: str
    summary: str
    status: str
    referrals: str
    referrals_as_of: date | None
    wait_minimum: int | None
    wait_maximum: int | None
    wait_unit: str
    wait_time: str
    eligibility_description: str
    minimum_age: int | None
    maximum_age: int | None
    is_virtual: bool
    is_helpline: bool
    is_example: bool
    is_synthetic: bool
    alert: str
    assured_date: date | None
    organization_id: int
    organization_name: str

    def get_absolute_url(self) -> str:
        return service_url(self.slug)


FIELDS = tuple(CardService.__dataclass_fields__)
COLUMNS = (*FIELDS[:-1], "organization__name")
DAYS = tuple(FIELDS.index(name) for name in ("referrals_as_of", "assured_date"))


def read_card_services(keys: Sequence[int]) -> dict[int, CardService]:
    """Those of these services that the public may see, by key. One query."""
    found = (_card_service(row) for row in rows_of(_rows, keys))
    return {service.pk: service for service in found}


def read_alike(key: int, others: Sequence[int]) -> list[tuple[int, CardService]]:
    """Those of these services that the public may see, each with how many needs and settings it shares. One query."""
    return [(row[-1], _card_service(row[:-1])) for row in rows_of(_alike_rows, (key, *others))]


def card_services(services: QuerySet[Service]) -> list[CardService]:
    """The services of a query, in its order. One query."""
    return [_card_service(row) for row in services.values_list(*COLUMNS)]


def _rows(keys: Sequence[int]) -> QuerySet:
    return Service.objects.published().filter(pk__in=keys).order_by().values_list(*COLUMNS)


def _alike_rows(keys: Sequence[int]) -> QuerySet:
    key, *others = keys
    shared = _shared("needs", key) + _shared("settings", key)
    return _rows(others).annotate(shared=shared).values_list(*COLUMNS, "shared")


def _shared(relation: str, key: int) -> Count:
    own = getattr(Service, relation).through.objects.filter(service=key).values("taxonomyterm")
    return Count(relation, Q(**{f"{relation}__in": own}), distinct=True)


def _card_service(row: Sequence[Any]) -> CardService:
    values = list(row)
    for place in DAYS:
        values[place] = read_column(values[place], date.fromisoformat)
    return CardService(*values)
