"""Build the demo's directory through the real models. Running it again changes nothing that is already there."""

from typing import Any

from django.core.management import call_command

from directory.geography import locate_postcode
from directory.models import (
    Area,
    CostOption,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    Taxonomy,
    TaxonomyTerm,
)

from . import listings_partners, listings_support
from .listing import Listing
from .organizations import LOCATIONS, ORGANIZATIONS
from .terms import TAXONOMIES

# Ofcom keeps these for drama: nobody answers.
EXAMPLE_NUMBERS = "0141 496 0"

LISTINGS = (*listings_support.LISTINGS, *listings_partners.LISTINGS)


def create_terms() -> None:
    """Create the taxonomies and their terms; names an editor has changed are kept."""
    for slug, (name, terms) in TAXONOMIES.items():
        taxonomy, _ = Taxonomy.objects.get_or_create(slug=slug, defaults={"name": name})
        for position, (term, title) in enumerate(terms):
            TaxonomyTerm.objects.get_or_create(
                taxonomy=taxonomy, slug=term, defaults={"name": title, "position": position}
            )


def create_directory() -> dict[str, Service]:
    """Create areas, terms, organizations, locations and services. Returns every demo service by its slug."""
    call_command("load_areas", verbosity=0, stdout=_Silent())
    create_terms()
    _create_organizations()
    _create_locations()
    existing = set(Service.objects.values_list("slug", flat=True))
    for listing in LISTINGS:
        if listing.slug not in existing:
            _create_service(listing)
    return {service.slug: service for service in Service.objects.filter(slug__in=[item.slug for item in LISTINGS])}


class _Silent:
    def write(self, *args: Any) -> None:
        """Swallow what a command reports about itself."""


def _create_organizations() -> None:
    existing = set(Organization.objects.values_list("slug", flat=True))
    for slug, (name, alternate_name, description) in ORGANIZATIONS.items():
        if slug not in existing:
            organization = Organization(
                slug=slug, name=name, alternate_name=alternate_name, description=description, live=False
            )
            organization.save()
            organization.save_revision().publish()


def _create_locations() -> None:
    for name, (city, sector, is_confidential) in LOCATIONS.items():
        place = locate_postcode(sector)
        Location.objects.get_or_create(
            name=name,
            defaults={
                "city": city,
                "is_confidential": is_confidential,
                "latitude": place.latitude,
                "longitude": place.longitude,
            },
        )


def _create_service(listing: Listing) -> None:
    service = Service(
        slug=listing.slug,
        name=listing.name,
        summary=listing.summary,
        organization=Organization.objects.get(slug=listing.organization),
        source_note=_source_note(listing),
        live=False,
        **listing.fields,
    )
    service.needs = _terms(Taxonomy.NEED, listing.needs)
    service.settings = _terms(Taxonomy.SETTING, listing.settings)
    service.referral_routes = _terms(Taxonomy.REFERRAL_ROUTE, listing.routes)
    service.peer_roles = _terms(Taxonomy.PEER_ROLE, listing.peers)
    service.order_types = _terms(Taxonomy.ORDER_TYPE, listing.orders)
    service.service_areas = [ServiceArea(area=area) for area in Area.objects.filter(code__in=listing.areas)]
    service.service_at_locations = [
        ServiceAtLocation(location=location) for location in Location.objects.filter(name__in=listing.places)
    ]
    service.partners = [
        ServicePartner(organization=Organization.objects.get(slug=slug), shares_information=shares)
        for slug, shares in listing.partners
    ]
    if listing.phone:
        service.phones = [Phone(number=listing.phone, sort_order=0)]
    service.schedules = [Schedule(sort_order=number, **row) for number, row in enumerate(listing.schedules)]
    service.cost_options = [CostOption(sort_order=number, **row) for number, row in enumerate(listing.prices)]
    service.full_clean(exclude=["latest_revision", "live_revision"])
    service.save()
    service.tags.set(listing.tags)
    service.save()
    service.save_revision().publish()


def _source_note(listing: Listing) -> str:
    if listing.phone.startswith(EXAMPLE_NUMBERS):
        return f"{listing.source} The phone number is an example."
    return listing.source


def _terms(taxonomy: str, slugs: tuple[str, ...]) -> list[TaxonomyTerm]:
    found = {term.slug: term for term in TaxonomyTerm.objects.of(taxonomy).filter(slug__in=slugs)}
    return [found[slug] for slug in slugs]
