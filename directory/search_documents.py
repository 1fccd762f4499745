"""How a service becomes something that can be found."""

from collections.abc import Iterable, Iterator
from typing import Any

from search.document import Document
from search.registry import register

from .geography import ancestors_of
from .models import Area, Location, Organization, Service, ServicePartner, TaxonomyTerm
from .models.service_parts import ServiceArea, ServiceAtLocation

KIND = "service"
# An unchecked listing is still found, behind those that somebody has confirmed.
OVERDUE_RANK = 0.5


def register_services() -> None:
    """Register services, and everything else whose change shows on a service."""
    register(
        KIND,
        model=Service,
        documents=build_documents,
        all_keys=lambda: Service.objects.published().values_list("pk", flat=True),
        dependents={
            Organization: _services_of_organization,
            TaxonomyTerm: _services_with_term,
            Area: lambda area: ServiceArea.objects.filter(area=area).values_list("service", flat=True),
            Location: lambda place: ServiceAtLocation.objects.filter(location=place).values_list("service", flat=True),
            ServiceArea: lambda child: [child.service_id],
            ServiceAtLocation: lambda child: [child.service_id],
            ServicePartner: lambda child: [child.service_id],
        },
    )


def build_documents(keys: Iterable[Any]) -> Iterator[Document]:
    """Yield the document of each of these services that the public may see."""
    for service in Service.objects.published().filter(pk__in=list(keys)).with_document_details():
        yield _document(service)


def covering_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Area codes without those that lie inside another of them, so that each place is counted once."""
    codes = tuple(codes)
    return tuple(code for code in codes if not set(ancestors_of(code)) & set(codes))


def _document(service: Service) -> Document:
    codes = covering_codes(row.area.code for row in service.service_areas.all())
    terms = {
        "need": service.needs.all(),
        "setting": service.settings.all(),
        "route": service.referral_routes.all(),
        "peer": service.peer_roles.all(),
        "order": service.order_types.all(),
    }
    facets = {name: tuple(term.slug for term in found) for name, found in terms.items()}
    locations = [row.location for row in service.service_at_locations.all()]
    return Document(
        kind=KIND,
        key=str(service.pk),
        title=service.name,
        url=service.get_absolute_url(),
        aliases=tuple(name.strip() for name in service.alternate_name.split(",") if name.strip()),
        summary=service.summary,
        body=_body(service, [term.name for found in terms.values() for term in found], locations),
        facets={**facets, "area": codes, "referrals": (service.availability,), "gender": _gender(service)},
        coverage=codes,
        points=tuple(place.public_point for place in locations if place.public_point is not None),
        checked=service.assured_date,
        rank=OVERDUE_RANK if service.is_overdue else 1.0,
    )


def _body(service: Service, term_names: list[str], locations: list[Location]) -> str:
    parts = [
        service.organization.name,
        service.organization.alternate_name,
        *(partner.organization.name for partner in service.partners.all()),
        service.eligibility_description,
        service.description,
        service.peer_involvement,
        *term_names,
        *(row.area.name for row in service.service_areas.all()),
        *(place.name for place in locations if not place.is_confidential),
        *(place.city for place in locations),
        *(item.tag.name for item in service.tagged_items.all()),
    ]
    return "\n".join(part for part in parts if part)


def _gender(service: Service) -> tuple[str, ...]:
    return (service.gender,) if service.gender else ()


def _services_of_organization(organization: Organization) -> Iterable[int]:
    run = Service.objects.filter(organization=organization).values_list("pk", flat=True)
    partnered = ServicePartner.objects.filter(organization=organization).values_list("service", flat=True)
    return {*run, *partnered}


def _services_with_term(term: TaxonomyTerm) -> Iterable[int]:
    fields = ("needs", "settings", "referral_routes", "peer_roles", "order_types")
    return {pk for name in fields for pk in Service.objects.filter(**{name: term}).values_list("pk", flat=True)}
