"""The lists on a card are those of the service it is about."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.cards.parts import parts_of, read_card_parts
from directory.models import Service
from tests.factories.directory import ServiceFactory, make_full_service

pytestmark = pytest.mark.django_db


def test_read_for_a_page_they_are_what_each_service_has() -> None:
    services = [make_full_service(many=3), ServiceFactory(routes=["police"]), ServiceFactory()]
    found = read_card_parts([service.pk for service in services])
    for service in Service.objects.filter(pk__in=found):
        read, own = found[service.pk], parts_of(service)
        for name in ("areas", "towns", "routes", "partners", "ways", "phones", "unsure"):
            assert set(getattr(read, name)) == set(getattr(own, name)), name
        assert set(map(repr, read.hours)) == set(map(repr, own.hours))


def test_other_services_of_the_same_number_get_their_own() -> None:
    first, second = ServiceFactory(routes=["police"]), ServiceFactory(routes=["health"])
    assert read_card_parts([first.pk])[first.pk].routes == ["Police"]
    assert read_card_parts([second.pk])[second.pk].routes == ["Health"]


def test_no_service_needs_no_query() -> None:
    with CaptureQueriesContext(connection) as captured:
        assert read_card_parts([]) == {}
    assert len(captured) == 0
