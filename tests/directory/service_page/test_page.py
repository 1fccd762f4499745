"""The page of a service: what it says, what it keeps to itself, what it costs."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import (
    Accessibility,
    Area,
    CostOption,
    Location,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from directory.models.service_with_parts import PARTS, TERMS
from directory.saved_list.codes import SavedList
from tests.factories.directory import ServiceFactory, make_full_service

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15
SECRETS = ("Secret", "sit near", "55.85", "G42 9", "secret.example")


@pytest.fixture
def refuge() -> Service:
    """A service whose only place is private, with something telling in every field."""
    service = ServiceFactory(slug="refuge", name="Refuge")
    place = Location.objects.create(
        name="Secret House",
        address_1="12 Secret Street",
        city="Testtown",
        postal_code="G42 9HX",
        latitude=55.85,
        longitude=-4.25,
        transportation="Get off at Secret Street",
        is_confidential=True,
    )
    Accessibility.objects.create(
        location=place, description="Ramp", details="On Secret Lane", url="https://secret.example/", sort_order=0
    )
    ServiceAtLocation.objects.create(service=service, location=place, description="Behind Secret Church")
    Schedule.objects.create(service=service, byday="MO", opens_at="09:00", closes_at="17:00", location=place)
    return service


@pytest.mark.parametrize("many", [0, 1, 50])
def test_a_page_takes_few_queries_whatever_its_size(client: Client, many: int) -> None:
    service = make_full_service(many=many)
    ServiceFactory(needs=["need-0"], settings=["setting-0"], areas=["S12990000"])
    client.get("/find/")
    with CaptureQueriesContext(connection) as captured:
        content = client.get(service.get_absolute_url()).content.decode()
    assert len(captured) <= MOST_QUERIES, "\n".join(query["sql"][:120] for query in captured)
    assert content.count("worker@hub.example") == 2 * many
    client.post(f"{service.get_absolute_url()}can-i-refer/", {"check-age": "30", "check-home": "G42"})
    client.get(service.get_absolute_url())
    with CaptureQueriesContext(connection) as captured:
        assert client.get(service.get_absolute_url()).context["answer"]
    assert len(captured) <= MOST_QUERIES, "\n".join(query["sql"][:120] for query in captured)


def test_parts_are_what_the_database_holds(client: Client) -> None:
    service = make_full_service(slug="full", many=3)
    loaded, stored = Service.objects.published().with_parts().get(slug="full"), Service.objects.get(pk=service.pk)
    for relation in (*PARTS, *TERMS):
        found = [vars_of(row) for row in getattr(loaded, relation).all()]
        rows = getattr(stored, relation).all()
        # Rows without a place in the order come as the database likes, so the test names the last word itself.
        assert found == [vars_of(row) for row in rows.order_by(*rows.model._meta.ordering, "pk")], relation
        assert len(found) == 3
    place = loaded.service_at_locations.all()[0].location
    assert vars_of(place) == vars_of(Location.objects.get(pk=place.pk))
    assert [str(row) for row in place.accessibility.all()] == ["Ramp (At the side)"]


def vars_of(row: object) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_every_part_is_shown(client: Client) -> None:
    service = make_full_service(slug="full", many=2, email="team@hub.example", url="https://team.hub.example/")
    Service.objects.filter(pk=service.pk).update(
        wait_minimum=2, wait_maximum=4, places_available=3, places_total=9, referrals_as_of=timezone.localdate(),
        interpretation_services="Free, ask first", assured_with="The manager",
    )  # fmt: skip
    content = client.get("/services/full/").content.decode()
    for words in (
        "Wait: 2 to 4 weeks. 3 of 9 places free.",
        "Monday to Friday, 09:00 to 17:00, at Place 0",
        "Visit 1: £2.50",
        "Language 0, Language 1",
        "Free, ask first",
        "Worker 1",
        "mailto:team@hub.example",
        "https://team.hub.example/",
        "Ramp: At the side",
        "First floor",
        "with The manager",
        'href="/services/full/map/"',
    ):
        assert words in content
    assert "None" not in content.replace("None, or I do not know", "")


def test_it_says_whether_it_is_open_now(client: Client) -> None:
    service = ServiceFactory(slug="open")
    Schedule.objects.create(
        service=service, byday="MO", until_day="SU", opens_at="00:00", closes_at="00:00", bank_holidays="open"
    )
    assert "Open 24 hours a day" in client.get("/services/open/").content.decode()
    assert "Open 24 hours a day" in client.get("/find/").content.decode()
    assert "Open 24 hours a day" in client.get(f"/list/{SavedList((service.pk,)).code}/").content.decode()
    Service.objects.filter(pk=service.pk).update(status="temporarily closed")
    assert "Open 24 hours a day" not in client.get("/services/open/").content.decode()


def test_what_has_ended_or_not_begun_is_told_apart(client: Client) -> None:
    today, day = timezone.localdate(), timedelta(days=1)
    service = ServiceFactory(slug="changing", areas=["S12000049"])
    coming = Area.objects.create(code="S12000036", name="Coming area", kind="local_authority")
    gone = Area.objects.create(code="S12000033", name="Gone area", kind="local_authority")
    ended = Area.objects.create(code="S12000046", name="Old area", kind="local_authority", valid_to=date(2019, 3, 31))
    ServiceArea.objects.create(service=service, area=coming, valid_from=today + day)
    ServiceArea.objects.create(service=service, area=gone, valid_to=today - day)
    ServiceArea.objects.create(service=service, area=ended)
    Schedule.objects.create(service=service, byday="SA", description="Old hours", valid_to=today - day)
    CostOption.objects.create(service=service, amount="7.77", valid_to=today - day)
    content = client.get("/services/changing/").content.decode()
    assert "Coming area" in content
    assert "Old area (this area ended on 31 March 2019)" in content
    for words in ("Gone area", "Old hours", "7.77"):
        assert words not in content
    assert client.get("/find/?area=S12000036").context["page"].total == 0
    assert client.get("/find/?area=S12000049").context["page"].total == 1


def test_a_private_place_is_given_away_nowhere(client: Client, refuge: Service) -> None:
    addresses = ("/services/refuge/", "/find/?q=refuge", "/find/?q=secret", "/search/?q=secret", "/organisations/{}/")
    for address in (*addresses, f"/list/{SavedList((refuge.pk,)).code}/"):
        content = client.get(address.format(refuge.organization.slug)).content.decode()
        for secret in SECRETS:
            assert secret not in content.replace("secret”", ""), address
    content = client.get("/services/refuge/").content.decode()
    assert "Testtown" in content
    assert "Ramp" in content
    assert client.get("/services/refuge/map/").status_code == 404
    assert "/map/" not in content


def test_it_can_be_shared_without_script(client: Client) -> None:
    ServiceFactory(slug="shared", name="A & B?")
    content = client.get("/services/shared/").content.decode()
    address = "http://testserver/services/shared/"
    assert f'href="{address}"' in content
    assert "mailto:?subject=A%20%26%20B%3F&amp;body=http%3A//testserver/services/shared/" in content


def test_a_draft_can_be_previewed_without_an_address(client: Client) -> None:
    service = make_full_service(many=2)
    content = service.make_preview_request().render().content.decode()
    assert "Worker 1" in content
    assert "Print or share" not in content


def test_similar_services_are_the_most_alike(client: Client) -> None:
    ServiceFactory(slug="this", needs=["a", "b", "c"], settings=["court"], areas=["S12000049"], summary="Own words")
    ServiceFactory(name="One", needs=["a"], settings=["court"], areas=["S12000049"])
    ServiceFactory(name="Three", needs=["a", "b", "c"], settings=["court"], areas=["S12000049"])
    ServiceFactory(name="Two", needs=["a", "b"], settings=["court"], areas=["S12000049"])
    ServiceFactory(name="Elsewhere", needs=["a", "b", "c"], settings=["court"], areas=["S12000036"])
    similar = client.get("/services/this/").context["similar"]
    assert [card.service.name for card in similar] == ["Three", "Two", "One"]


def test_a_service_without_a_setting_has_similar_ones_too(client: Client) -> None:
    ServiceFactory(slug="this", needs=["a"], areas=["S12000049"])
    ServiceFactory(name="One", needs=["a"], settings=["court"], areas=["S12000049"])
    similar = client.get("/services/this/").context["similar"]
    assert [card.service.name for card in similar] == ["One"]
