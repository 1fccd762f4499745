"""The directory, by Open Referral's names."""

from .areas import Area
from .locations import Location
from .organizations import Organization
from .service import Service, ServicePartner, ServiceTag
from .service_parts import Phone, Schedule, ServiceArea, ServiceAtLocation
from .taxonomies import Taxonomy, TaxonomyTerm

__all__ = [
    "Area",
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
