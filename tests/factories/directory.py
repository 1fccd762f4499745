"""Listings for tests, as bare and as full as they come."""

from typing import Any

import factory
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

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
from directory.models.confirmations import RULE_CHOICES
from directory.places.geography import locate_postcode

# What the codes of establishments that tests name begin with.
ESTABLISHMENTS = {
    "hmp-": Area.Kind.PRISON,
    "custody-": Area.Kind.POLICE_CUSTODY,
    "court-": Area.Kind.COURT,
    "secure-": Area.Kind.SECURE_CARE,
    "hospital-": Area.Kind.SECURE_HOSPITAL,
}
TAXONOMY_OF = {
    "needs": "need",
    "settings": "setting",
    "referral_routes": "referral-route",
    "peer_roles": "peer-role",
    "order_types": "order-type",
}


class PlainFactory(factory.django.DjangoModelFactory):
    """Without Wagtail's index of references: it takes as long as the save itself, and no listing is read from it."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with disable_reference_index_auto_update():
            return super()._create(model_class, *args, **kwargs)


class OrganizationFactory(PlainFactory):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda number: f"Organisation {number}")
    slug = factory.Sequence(lambda number: f"organisation-{number}")


class TermFactory(PlainFactory):
    class Meta:
        model = TaxonomyTerm
        django_get_or_create = ("taxonomy", "slug")

    slug = factory.Sequence(lambda number: f"term-{number}")
    name = factory.LazyAttribute(lambda term: term.slug.replace("-", " ").capitalize())

    @classmethod
    def _create(cls, model_class: Any, *args: Any, taxonomy: str = Taxonomy.NEED, **kwargs: Any) -> TaxonomyTerm:
        found, _ = Taxonomy.objects.get_or_create(slug=taxonomy, defaults={"name": taxonomy})
        return super()._create(model_class, *args, taxonomy=found, **kwargs)


class ServiceFactory(PlainFactory):
    """A published service, checked today, so that every fact without a question is confirmed.

    `needs`, `settings`, `routes`, `orders`: slugs; `areas`: codes; `postcodes`: where it is; `ways`: kinds, or fields
    of a way in; `phones`: numbers; `questions`: fact to question; `confirmed`: fact to day; `partners`: organizations.
    """

    class Meta:
        model = Service

    name = factory.Sequence(lambda number: f"Service {number}")
    slug = factory.Sequence(lambda number: f"service-{number}")
    organization = factory.SubFactory(OrganizationFactory)
    summary = "Someone who has been there walks alongside."
    referrals = Service.Referrals.OPEN
    assured_date = factory.LazyFunction(timezone.localdate)

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Service:
        parts = {name: kwargs.pop(name, ()) for name in PARTS}
        terms = {name: kwargs.pop(name, ()) for name in TERMS}
        confidential = kwargs.pop("confidential", False)
        postcodes = kwargs.pop("postcodes", ())
        service = model_class(*args, **kwargs)
        for name, (field, taxonomy) in TERMS.items():
            setattr(service, field, [TermFactory(slug=slug, taxonomy=taxonomy) for slug in terms[name]])
        for name, (field, make) in PARTS.items():
            given = parts[name].items() if isinstance(parts[name], dict) else parts[name]
            setattr(service, field, [make(number, value) for number, value in enumerate(given)])
        service.service_at_locations = [
            ServiceAtLocation(location=_location(postcode, confidential)) for postcode in postcodes
        ]
        with disable_reference_index_auto_update():
            service.save()
        return service


def _way(number: int, given: Any) -> WayIn:
    return WayIn(sort_order=number, **(given if isinstance(given, dict) else {"kind": given}))


TERMS = {
    "needs": ("needs", Taxonomy.NEED),
    "settings": ("settings", Taxonomy.SETTING),
    "routes": ("referral_routes", Taxonomy.REFERRAL_ROUTE),
    "orders": ("order_types", Taxonomy.ORDER_TYPE),
}
PARTS = {
    "areas": ("service_areas", lambda number, code: ServiceArea(area=_area(code))),
    "ways": ("ways_in", _way),
    "phones": ("phones", lambda number, called: Phone(number=called, sort_order=number)),
    "questions": (
        "open_questions",
        lambda number, item: OpenQuestion(about=item[0], question=item[1], sort_order=number),
    ),
    "confirmed": (
        "confirmations",
        lambda number, item: Confirmation(fact=item[0], confirmed_on=item[1], sort_order=number),
    ),
    "partners": ("partners", lambda number, organization: ServicePartner(organization=organization)),
}


def _area(code: str) -> Area:
    kinds = (kind for start, kind in ESTABLISHMENTS.items() if code.startswith(start))
    kind = next(kinds, Area.Kind.LOCAL_AUTHORITY)
    return Area.objects.get_or_create(code=code, defaults={"name": f"Area {code}", "kind": kind})[0]


def _location(postcode: str, is_confidential: bool) -> Location:
    place = locate_postcode(postcode)
    return Location.objects.create(
        name=f"Place at {postcode}",
        address_1="1 Secret Street",
        city="Testtown",
        postal_code=postcode,
        latitude=place.latitude,
        longitude=place.longitude,
        is_confidential=is_confidential,
    )


def make_full_service(*, many: int = 2, **fields: object) -> Service:
    """A published service with `many` of everything."""
    service = ServiceFactory(**fields)
    numbers = range(many)
    for field, taxonomy in TAXONOMY_OF.items():
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
