"""Services with all their parts, in one query more however many services and parts there are.

Each kind of part would be a query of its own. Instead one union brings every row as JSON, and the rows become model
objects again, so that templates, previews of drafts and rules read all services alike.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, IntegerField, Model, QuerySet, Value
from django.db.models.functions import JSONObject

from .compiled_rows import read_column, rows_of

# Each relation of a service to rows of its own, and what each row points at that is shown with it.
PARTS: dict[str, tuple[str, ...]] = {
    "phones": (),
    "contacts": (),
    "cost_options": (),
    "languages": (),
    "schedules": ("location",),
    "service_areas": ("area",),
    "service_at_locations": ("location",),
    "partners": ("organization",),
    "ways_in": (),
    "confirmations": (),
    "open_questions": (),
}
TERMS = ("needs", "settings", "referral_routes", "peer_roles", "order_types")
# Terms are put in order by their taxonomy first.
OF_TERM = ("taxonomy",)
ACCESSIBILITY = "accessibility"
PLACES = "service_at_locations"


def attach_parts(services: Collection[Any]) -> None:
    """Put everything that hangs on these services into memory, as a prefetch would. One query."""
    if not services:
        return
    model = _service()
    rows = defaultdict(list)
    for part, _position, owner, data in sorted(
        rows_of(_union, [service.pk for service in services]), key=lambda row: row[:3]
    ):
        rows[part, owner].append(read_column(data, json.loads))
    places = _related(_related(model, PLACES), "location")
    accessibility = [_object(_related(places, ACCESSIBILITY), data) for data in rows[ACCESSIBILITY, 0]]
    for service in services:
        for relation, pointed in PARTS.items():
            found = rows[relation, service.pk]
            setattr(service, relation, [_object(_related(model, relation), data, pointed) for data in found])
        for relation in TERMS:
            found = rows[relation, service.pk]
            setattr(service, relation, [_object(_related(model, relation), data, OF_TERM) for data in found])
        _attach_accessibility(service, accessibility)


def _service() -> type[Model]:
    # By name, so that the manager of services can use this module, which their model imports.
    return apps.get_model("directory", "Service")


def _related(model: type[Model], relation: str) -> type[Model]:
    return model._meta.get_field(relation).related_model


def _union(keys: Sequence[int]) -> QuerySet:
    first, *others = _queries(_service(), keys)
    return first.union(*others, all=True)


def _queries(model: type[Model], keys: Sequence[int]) -> Iterator[QuerySet]:
    for relation, pointed in PARTS.items():
        part = _related(model, relation)
        yield _query(part.objects.filter(service__in=keys), relation, F("service_id"), _fields(part, "", pointed))
    for relation in TERMS:
        term = _related(model, relation)
        chosen = getattr(model, relation).through.objects.filter(service__in=keys)
        row = f"{term._meta.model_name}__"
        yield _query(chosen, relation, F("service_id"), _fields(term, row, OF_TERM), f"{row}pk")
    at_places = _related(model, PLACES)
    about = _related(_related(at_places, "location"), ACCESSIBILITY)
    places = at_places.objects.filter(service__in=keys).values("location")
    of_any = Value(0, output_field=IntegerField())
    yield _query(about.objects.filter(location__in=places), ACCESSIBILITY, of_any, _fields(about))


def _query(rows: QuerySet, part: str, owner: F | Value, fields: dict[str, str], key: str = "pk") -> QuerySet:
    named = Value(part, output_field=CharField())
    data = JSONObject(**{name: F(path) for name, path in fields.items()})
    return rows.order_by().values_list(named, key, owner, data)


def _fields(model: type[Model], row: str = "", pointed: tuple[str, ...] = ()) -> dict[str, str]:
    """Where the columns of a row, and of what it points at, are found from the row that is queried."""
    found = {name: f"{row}{name}" for name in _columns(model)}
    for relation in pointed:
        found |= {f"{relation}__{name}": f"{row}{relation}__{name}" for name in _columns(_related(model, relation))}
    return found


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _object(model: type[Model], data: dict[str, Any], pointed: tuple[str, ...] = (), prefix: str = "") -> Any:
    """A model object from a row of JSON, as the database would have given it."""
    values = {
        field.attname: field.to_python(data[f"{prefix}{field.attname}"]) for field in model._meta.concrete_fields
    }
    made = model(**values)
    made._state.adding = False
    for relation in pointed:
        if values[f"{relation}_id"] is not None:
            setattr(made, relation, _object(_related(model, relation), data, prefix=f"{relation}__"))
    return made


def _attach_accessibility(service: Any, rows: list[Any]) -> None:
    by_place = defaultdict(list)
    for row in rows:
        by_place[row.location_id].append(row)
    for place in service.service_at_locations.all():
        place.location.accessibility = by_place[place.location_id]
