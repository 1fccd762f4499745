"""How a listing's facts read in one line."""

from directory.models import Service

from .form import Finding

NOT_RECORDED = "Not recorded"
MOST_AREAS = 3


def where(service: Service, finding: Finding | None, miles: float | None) -> str:
    """Coverage before distance: a service for the whole city serves every part of it."""
    areas = [row.area.name for row in service.service_areas.all()]
    if areas:
        shown = ", ".join(areas[:MOST_AREAS])
        return f"Covers {shown}" + (f" and {len(areas) - MOST_AREAS} more" if len(areas) > MOST_AREAS else "")
    towns = list(dict.fromkeys(row.location.city for row in service.service_at_locations.all() if row.location.city))
    if miles is not None and finding is not None and finding.place is not None:
        return f"{miles:.1f} miles from {finding.place_name}" + (f", in {towns[0]}" if towns else "")
    return ", ".join(towns[:MOST_AREAS]) or NOT_RECORDED


def who_refers(service: Service) -> str:
    """Who may refer, as one line."""
    return ", ".join(term.name for term in service.referral_routes.all()) or NOT_RECORDED


def checked(service: Service) -> str:
    """When the listing was last confirmed, and with whom."""
    if service.assured_date is None:
        return "Not checked yet"
    day = f"{service.assured_date.day} {service.assured_date:%B %Y}"
    return f"Last checked {day}" if service.is_overdue else f"Checked {day}"


def availability(service: Service) -> str:
    """Whether it takes referrals now, in words."""
    if service.status == Service.Status.TEMPORARILY_CLOSED:
        return "Closed for now"
    if service.status == Service.Status.INACTIVE:
        return "Not running"
    return str(Service.Referrals(service.availability).label)
