"""The short lists on a result card, for a whole page of cards in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import CharField, QuerySet, Value

from directory.models import Service, ServiceArea, ServiceAtLocation, ServicePartner


@dataclass(frozen=True, slots=True)
class CardParts:
    """Names of the areas a service covers, the towns it is in, who can refer, and who helps to run it."""

    areas: list[str] = field(default_factory=list)
    towns: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)


def read_card_parts(keys: Iterable[int]) -> dict[int, CardParts]:
    """Read the lists of these services. One query, and no objects: a page of results has up to a hundred rows."""
    keys = list(keys)
    found = {key: CardParts() for key in keys}
    rows = _rows(ServiceArea.objects.filter(service__in=keys), "areas", "area__name").union(
        _rows(ServiceAtLocation.objects.filter(service__in=keys), "towns", "location__city"),
        _rows(Service.referral_routes.through.objects.filter(service__in=keys), "routes", "taxonomyterm__name"),
        _rows(ServicePartner.objects.filter(service__in=keys), "partners", "organization__name"),
    )
    for key, part, name in sorted(rows):
        if name:
            getattr(found[key], part).append(name)
    return found


def _rows(rows: QuerySet, part: str, name: str) -> QuerySet:
    return rows.order_by().values_list("service_id", Value(part, output_field=CharField()), name)
