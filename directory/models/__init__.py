"""The directory, by Open Referral's names."""

from .areas import Area
from .charges_and_languages import CostOption, Language
from .confirmations import Confirmation, Fact, OpenQuestion
from .contacts import Contact, Phone
from .locations import Accessibility, Location
from .organizations import Organization, OrganizationFormerSlug
from .schedules import Schedule
from .service import Service, ServiceFormerSlug, ServicePartner, ServiceTag
from .service_parts import ServiceArea, ServiceAtLocation
from .taxonomies import Taxonomy, TaxonomyTerm
from .ways_in import WayIn

__all__ = [
    "Accessibility",
    "Area",
    "Confirmation",
    "Contact",
    "CostOption",
    "Fact",
    "Language",
    "Location",
    "OpenQuestion",
    "Organization",
    "OrganizationFormerSlug",
    "Phone",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceFormerSlug",
    "ServicePartner",
    "ServiceTag",
    "Taxonomy",
    "TaxonomyTerm",
    "WayIn",
]
