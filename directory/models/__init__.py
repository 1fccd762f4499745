"""The directory, by Open Referral's names."""

from .areas import Area
from .charges_and_languages import CostOption, Language
from .contacts import Contact, Phone
from .locations import Accessibility, Location
from .organizations import Organization
from .schedules import Schedule
from .service import Service, ServicePartner, ServiceTag
from .service_parts import ServiceArea, ServiceAtLocation
from .taxonomies import Taxonomy, TaxonomyTerm

__all__ = [
    "Accessibility",
    "Area",
    "Contact",
    "CostOption",
    "Language",
    "Location",
    "Organization",
    "Phone",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServicePartner",
    "ServiceTag",
    "Taxonomy",
    "TaxonomyTerm",
]
