"""How a service becomes something that can be found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from search.document import Document
from search.registry import register

from .facets import age_spans, genders_taken, routes_open_to, ways_to_meet
from .geography import ancestors_of
from .models import (
    Area,
    Language,
    Location,
    Organization,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    ServiceTag,
    TaxonomyTerm,
)
from .models.listing_words import CHECK_INTERVAL

KIND = "service"
# An unchecked listing is still found, behind those that somebody has confirmed.
OVERDUE_RANK = 0.5
TERM_FACETS = {
    "need": Service.needs.through,
    "setting": Service.settings.through,
    "route": Service.referral_routes.through,
    "peer": Service.peer_roles.through,
    "order": Service.order_types.through,
}
OTHER_FACETS = ("area", "referrals", "age", "gender", "mode")


def register_services() -> None:
    """Register services, and everything else whose change shows on a service."""
    register(
        KIND,
        model=Service,
        documents=build_documents,
        all_keys=lambda: Service.objects.published().values_list("pk", flat=True),
        facets=(*TERM_FACETS, *OTHER_FACETS),
        dependents={
            Organization: _services_of_organization,
            TaxonomyTerm: _services_with_term,
            Area: lambda area: ServiceArea.objects.filter(area=area).values_list("service", flat=True),
            Location: lambda place: ServiceAtLocation.objects.filter(location=place).values_list("service", flat=True),
            Language: lambda child: [child.service_id],
            ServiceArea: lambda child: [child.service_id],
            ServiceAtLocation: lambda child: [child.service_id],
            ServicePartner: lambda child: [child.service_id],
        },
        due=_services_changed_by_the_date,
        version=2,
    )


def build_documents(keys: Iterable[Any]) -> Iterator[Document]:
    """Yield the document of each of these services that the public may see.

    Plain rows instead of objects: a rebuild reads every service there is, and objects with their relations cost
    ten times as much.
    """
    keys = list(keys)
    parts = _read_parts(keys)
    for service in Service.objects.published().filter(pk__in=keys).select_related("organization").order_by("pk"):
        yield _document(service, parts)


def covering_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Area codes without those that lie inside another of them, so that each place is counted once."""
    codes = tuple(codes)
    return tuple(code for code in codes if not set(ancestors_of(code)) & set(codes))


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on services, by the service's key.

    `terms`: facet to service to (slug, name); `areas`: (code, name); `places`: (name, town, private, latitude,
    longitude); `partners` and `tags`: names; `languages`: (code, name if it has none).
    """

    terms: dict[str, dict[int, list[tuple[str, str]]]]
    areas: dict[int, list[tuple[str, str]]]
    places: dict[int, list[tuple[str, str, bool, float | None, float | None]]]
    partners: dict[int, list[str]]
    languages: dict[int, list[tuple[str, str]]]
    tags: dict[int, list[str]]


def _read_parts(keys: list[Any]) -> Parts:
    terms = {
        facet: _grouped(through.objects.filter(service__in=keys), "taxonomyterm__slug", "taxonomyterm__name")
        for facet, through in TERM_FACETS.items()
    }
    return Parts(
        terms=terms,
        areas=_grouped(ServiceArea.objects.in_force().filter(service__in=keys), "area__code", "area__name"),
        places=_grouped(
            ServiceAtLocation.objects.filter(service__in=keys),
            *(f"location__{name}" for name in ("name", "city", "is_confidential", "latitude", "longitude")),
        ),
        partners=_names(ServicePartner.objects.filter(service__in=keys), "service_id", "organization__name"),
        languages=_grouped(Language.objects.filter(service__in=keys), "code", "name"),
        tags=_names(ServiceTag.objects.filter(content_object__in=keys), "content_object_id", "tag__name"),
    )


def _grouped(rows: QuerySet, *fields: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for service, *values in rows.order_by("pk").values_list("service_id", *fields):
        found[service].append(tuple(values))
    return found


def _names(rows: QuerySet, key: str, field: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for service, name in rows.order_by("pk").values_list(key, field):
        found[service].append(name)
    return found


def _document(service: Service, parts: Parts) -> Document:
    key = service.pk
    codes = covering_codes(code for code, _ in parts.areas.get(key, ()))
    places = parts.places.get(key, ())
    facets = {facet: tuple(slug for slug, _ in found.get(key, ())) for facet, found in parts.terms.items()}
    return Document(
        kind=KIND,
        key=str(key),
        title=service.name,
        url=service.get_absolute_url(),
        aliases=tuple(name.strip() for name in service.alternate_name.split(",") if name.strip()),
        summary=service.summary,
        body=_body(service, parts),
        facets={
            **facets,
            "route": routes_open_to(facets["route"]),
            "area": codes,
            "referrals": _referrals(service),
            "age": age_spans(service.minimum_age, service.maximum_age),
            "gender": genders_taken(service.gender),
            "mode": ways_to_meet(
                has_place=bool(places), is_outreach=service.is_outreach, is_virtual=service.is_virtual
            ),
        },
        coverage=codes,
        points=tuple((lat, lon) for _, _, private, lat, lon in places if not private and None not in (lat, lon)),
        checked=service.assured_date,
        rank=OVERDUE_RANK if service.is_overdue else 1.0,
    )


def _body(service: Service, parts: Parts) -> str:
    key = service.pk
    places = parts.places.get(key, ())
    texts = [
        service.organization.name,
        service.organization.alternate_name,
        *parts.partners.get(key, ()),
        service.eligibility_description,
        service.description,
        service.peer_involvement,
        *(name for found in parts.terms.values() for _, name in found.get(key, ())),
        *(name for _, name in parts.areas.get(key, ())),
        # The name of a private place can give its address away; its town may be known.
        *(name for name, _, private, _, _ in places if not private),
        *(town for _, town, _, _, _ in places),
        *(Language(code=code, name=name).label for code, name in parts.languages.get(key, ())),
        *parts.tags.get(key, ()),
    ]
    return "\n".join(text for text in texts if text)


def _referrals(service: Service) -> tuple[str, ...]:
    """Whether it takes referrals now; a service that is not running takes none."""
    return (service.availability,) if service.status == Service.Status.ACTIVE else ()


def _services_changed_by_the_date(since: date, today: date) -> Iterable[int]:
    """Services that read otherwise on one day than on an earlier one, though nobody changed them.

    What was checked or said is too old by now, or an area begins or ceases to be covered.
    """
    first, last = since - CHECK_INTERVAL, today - CHECK_INTERVAL
    aged = Service.objects.published().filter(
        Q(assured_date__gte=first, assured_date__lt=last) | Q(referrals_as_of__gte=first, referrals_as_of__lt=last)
    )
    moved = ServiceArea.objects.filter(
        Q(valid_from__gt=since, valid_from__lte=today) | Q(valid_to__gte=since, valid_to__lt=today)
    )
    return {*aged.values_list("pk", flat=True), *moved.values_list("service", flat=True)}


def _services_of_organization(organization: Organization) -> Iterable[int]:
    run = Service.objects.filter(organization=organization).values_list("pk", flat=True)
    partnered = ServicePartner.objects.filter(organization=organization).values_list("service", flat=True)
    return {*run, *partnered}


def _services_with_term(term: TaxonomyTerm) -> Iterable[int]:
    links = (through.objects.filter(taxonomyterm=term) for through in TERM_FACETS.values())
    return {pk for rows in links for pk in rows.values_list("service_id", flat=True)}
