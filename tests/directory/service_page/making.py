"""Listings as bare and as full as they come."""

from django.utils import timezone

from directory.models import (
    Accessibility,
    Area,
    Confirmation,
    Contact,
    CostOption,
    Language,
    Location,
    OpenQuestion,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    WayIn,
)
from directory.models.confirmations import RULE_CHOICES
from tests.factories.directory import OrganizationFactory, ServiceFactory, TermFactory

TERMS = {
    "needs": "need",
    "settings": "setting",
    "referral_routes": "referral-route",
    "peer_roles": "peer-role",
    "order_types": "order-type",
}


def make_full_service(*, many: int = 2, **fields: object) -> Service:
    """A published service with `many` of everything."""
    service = ServiceFactory(**fields)
    numbers = range(many)
    for field, taxonomy in TERMS.items():
        getattr(service, field).set(
            [TermFactory(slug=f"{taxonomy}-{number}", taxonomy=taxonomy) for number in numbers]
        )
    areas = Area.objects.bulk_create(
        Area(code=f"S1299{number:04}", name=f"Area {number}", kind="local_authority") for number in numbers
    )
    places = [
        Location.objects.create(
            name=f"Place {number}", city="Testtown", latitude=55.8, longitude=-4.2, transportation="Bus"
        )
        for number in numbers
    ]
    for place in places:
        Accessibility.objects.create(location=place, description="Ramp", details="At the side", sort_order=0)
    service.service_areas = [ServiceArea(area=area) for area in areas]
    service.service_at_locations = [ServiceAtLocation(location=place, description="First floor") for place in places]
    service.schedules = [
        Schedule(byday="MO", until_day="FR", opens_at="09:00", closes_at="17:00", location=place) for place in places
    ]
    service.phones = [Phone(number=f"0141 496 {number:04}") for number in numbers]
    service.contacts = [Contact(title=f"Worker {number}", email="worker@hub.example") for number in numbers]
    service.cost_options = [CostOption(option=f"Visit {number}", amount="2.50") for number in numbers]
    service.languages = [Language(name=f"Language {number}") for number in numbers]
    service.ways_in = [
        WayIn(kind=kind, sort_order=number) for number, kind in zip(numbers, WayIn.Kind.values, strict=False)
    ]
    service.confirmations = [
        Confirmation(fact=fact, confirmed_on=timezone.localdate(), sort_order=number)
        for number, (fact, _) in zip(numbers, RULE_CHOICES, strict=False)
    ]
    service.open_questions = [OpenQuestion(question=f"Question {number}?", sort_order=number) for number in numbers]
    service.partners = [ServicePartner(organization=OrganizationFactory()) for _ in numbers]
    service.save()
    return service
