"""Listings for tests."""

from typing import Any

import factory
from django.utils import timezone

from directory.geography import locate_postcode
from directory.models import (
    Area,
    Location,
    Organization,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)


class OrganizationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda number: f"Organisation {number}")
    slug = factory.Sequence(lambda number: f"organisation-{number}")


class TermFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TaxonomyTerm
        django_get_or_create = ("taxonomy", "slug")

    slug = factory.Sequence(lambda number: f"term-{number}")
    name = factory.LazyAttribute(lambda term: term.slug.replace("-", " ").capitalize())

    @classmethod
    def _create(cls, model_class: Any, *args: Any, taxonomy: str = Taxonomy.NEED, **kwargs: Any) -> TaxonomyTerm:
        found, _ = Taxonomy.objects.get_or_create(slug=taxonomy, defaults={"name": taxonomy})
        return super()._create(model_class, *args, taxonomy=found, **kwargs)


class ServiceFactory(factory.django.DjangoModelFactory):
    """A published, checked service.

    `needs`, `settings`, `routes`, `orders`: slugs; `areas`: codes; `postcodes`: where it is.
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
        needs, settings = kwargs.pop("needs", ()), kwargs.pop("settings", ())
        routes, orders = kwargs.pop("routes", ()), kwargs.pop("orders", ())
        areas, postcodes = kwargs.pop("areas", ()), kwargs.pop("postcodes", ())
        confidential = kwargs.pop("confidential", False)
        service = model_class(*args, **kwargs)
        service.needs = [TermFactory(slug=slug, taxonomy=Taxonomy.NEED) for slug in needs]
        service.settings = [TermFactory(slug=slug, taxonomy=Taxonomy.SETTING) for slug in settings]
        service.referral_routes = [TermFactory(slug=slug, taxonomy=Taxonomy.REFERRAL_ROUTE) for slug in routes]
        service.order_types = [TermFactory(slug=slug, taxonomy=Taxonomy.ORDER_TYPE) for slug in orders]
        service.service_areas = [ServiceArea(area=_area(code)) for code in areas]
        service.service_at_locations = [
            ServiceAtLocation(location=_location(postcode, confidential)) for postcode in postcodes
        ]
        service.save()
        return service


def _area(code: str) -> Area:
    return Area.objects.get_or_create(code=code, defaults={"name": f"Area {code}", "kind": "local_authority"})[0]


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
