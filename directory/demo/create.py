"""Build the demo's directory through the real models.

Running it again brings up to date what nobody but the demo has written, and changes nothing else.
"""

from typing import Any

from django.core.management import call_command
from django.utils import timezone

from directory.models import Accessibility, Location, Organization, Service
from directory.places.geography import locate_postcode
from directory.vocabulary.loading import load_terms

from . import example_places, listings_example_town, listings_partners, listings_support
from .building import Known, build_service
from .organizations import LOCATIONS, ORGANIZATIONS
from .updating import take_down, update_published

# The demo once had these. No source describes them, or nobody can be referred to them.
RETIRED_SERVICES = (
    "aid-and-abet-peer-support",
    "glasgow-drug-court",
    "glasgow-justice-social-work",
    "home-leave-recovery-support",
    "nerc-prison-volunteers",
    "norfolk-street-justice-service",
    "sisco-community",
)
RETIRED_ORGANIZATIONS = ("glasgow-drug-court", "glasgow-justice-social-work")

REAL = (*listings_support.LISTINGS, *listings_partners.LISTINGS)
LISTINGS = (*REAL, *listings_example_town.LISTINGS)


def create_directory() -> dict[str, Service]:
    """Create areas, terms, organizations, locations and services. Returns every demo service by its slug."""
    call_command("load_areas", verbosity=0, stdout=_Silent())
    load_terms()
    _create_organizations()
    _create_locations()
    known = Known.read(timezone.localdate())
    for listing in LISTINGS:
        update_published(build_service(listing, known))
    take_down(Service, RETIRED_SERVICES)
    take_down(Organization, RETIRED_ORGANIZATIONS)
    return {service.slug: service for service in Service.objects.filter(slug__in=[item.slug for item in LISTINGS])}


class _Silent:
    def write(self, *args: Any) -> None:
        """Swallow what a command reports about itself."""


def _create_organizations() -> None:
    for slug, body in {**ORGANIZATIONS, **example_places.ORGANIZATIONS}.items():
        update_published(
            Organization(
                slug=slug,
                name=body.name,
                alternate_name=body.alternate_name,
                description=body.description,
                url=body.url,
                email=body.email,
                legal_status=body.legal_status,
                live=False,
            )
        )


def _create_locations() -> None:
    """Places have no revisions that tell who changed them: one that is there already stays as it is."""
    existing = set(Location.objects.values_list("name", flat=True))
    for name, place in {**LOCATIONS, **example_places.LOCATIONS}.items():
        if name in existing:
            continue
        point = locate_postcode(place.sector)
        location = Location(
            name=name,
            city=place.city,
            address_1=place.address_1,
            postal_code=place.postal_code,
            transportation=place.transportation,
            is_confidential=place.is_confidential,
            latitude=point.latitude,
            longitude=point.longitude,
        )
        location.accessibility = [
            Accessibility(sort_order=number, **row) for number, row in enumerate(place.accessibility)
        ]
        location.full_clean()
        location.save()
