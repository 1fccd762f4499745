"""A service with all its parts, in two queries however many parts there are.

Each kind of part would be a query of its own. Instead one union brings every row as JSON, and the rows become model
objects again, so that templates, previews of drafts and rules read all services alike.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import JSONObject

from directory.models import (
    Accessibility,
    Area,
    Confirmation,
    Contact,
    CostOption,
    Language,
    Location,
    OpenQuestion,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    Taxonomy,
    TaxonomyTerm,
    WayIn,
)

# Each relation of a service, the model of its rows, and what each row points at that the page shows as well.
PARTS: dict[str, tuple[type[Model], dict[str, type[Model]]]] = {
    "phones": (Phone, {}),
    "contacts": (Contact, {}),
    "cost_options": (CostOption, {}),
    "languages": (Language, {}),
    "schedules": (Schedule, {"location": Location}),
    "service_areas": (ServiceArea, {"area": Area}),
    "service_at_locations": (ServiceAtLocation, {"location": Location}),
    "partners": (ServicePartner, {"organization": Organization}),
    "ways_in": (WayIn, {}),
    "confirmations": (Confirmation, {}),
    "open_questions": (OpenQuestion, {}),
}
TERMS = ("needs", "settings", "referral_routes", "peer_roles", "order_types")
# Terms are put in order by their taxonomy first.
OF_TERM: dict[str, type[Model]] = {"taxonomy": Taxonomy}
ACCESSIBILITY = "accessibility"


def load_service(slug: str) -> Service | None:
    """The public service at an address with everything its page shows, or None. Two queries."""
    found = Service.objects.published().select_related("organization").filter(slug=slug).first()
    return found and load_parts(found)


def load_parts(found: Service) -> Service:
    """The same service with everything that hangs on it in memory. One query."""
    rows = defaultdict(list)
    for part, _, data in sorted(_union(found), key=lambda row: row[:2]):
        rows[part].append(data)
    for relation, (model, pointed) in PARTS.items():
        setattr(found, relation, [_object(model, data, pointed) for data in rows[relation]])
    for relation in TERMS:
        setattr(found, relation, [_object(TaxonomyTerm, data, OF_TERM) for data in rows[relation]])
    _attach_accessibility(found, [_object(Accessibility, data, {}) for data in rows[ACCESSIBILITY]])
    return found


def _union(service: Service) -> QuerySet:
    first, *others = _queries(service)
    return first.union(*others, all=True)


def _queries(service: Service) -> Iterator[QuerySet]:
    for relation, (model, pointed) in PARTS.items():
        yield _query(model.objects.filter(service=service), relation, model, pointed)
    for relation in TERMS:
        through = getattr(Service, relation).through
        rows = TaxonomyTerm.objects.filter(pk__in=through.objects.filter(service=service).values("taxonomyterm"))
        yield _query(rows, relation, TaxonomyTerm, OF_TERM)
    places = ServiceAtLocation.objects.filter(service=service).values("location")
    yield _query(Accessibility.objects.filter(location__in=places), ACCESSIBILITY, Accessibility, {})


def _query(rows: QuerySet, part: str, model: type[Model], pointed: dict[str, type[Model]]) -> QuerySet:
    fields = {name: F(name) for name in _columns(model)}
    for relation, target in pointed.items():
        fields |= {f"{relation}__{name}": F(f"{relation}__{name}") for name in _columns(target)}
    named = Value(part, output_field=CharField())
    return rows.order_by().values_list(named, "pk", JSONObject(**fields))


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _object(model: type[Model], data: dict[str, Any], pointed: dict[str, type[Model]], prefix: str = "") -> Any:
    """A model object from a row of JSON, as the database would have given it."""
    values = {
        field.attname: field.to_python(data[f"{prefix}{field.attname}"]) for field in model._meta.concrete_fields
    }
    made = model(**values)
    made._state.adding = False
    for relation, target in pointed.items():
        if values[f"{relation}_id"] is not None:
            setattr(made, relation, _object(target, data, {}, f"{relation}__"))
    return made


def _attach_accessibility(service: Service, rows: list[Accessibility]) -> None:
    by_place = defaultdict(list)
    for row in rows:
        by_place[row.location_id].append(row)
    for place in service.service_at_locations.all():
        place.location.accessibility = by_place[place.location_id]
