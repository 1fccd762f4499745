"""Lists and forms of the admin, however long the directory is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Area, Location, Schedule, Service, ServiceArea, ServiceAtLocation, Taxonomy
from tests.factories.directory import OrganizationFactory, ServiceFactory, TermFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/directory/service/"


def names(client: Client, query: str) -> list[str]:
    return [service.name for service in client.get(f"{LIST}?{query}").context["page_obj"].object_list]


def test_every_row_is_on_one_page_exactly(admin_client: Client) -> None:
    ServiceFactory.create_batch(120, name="Same name")
    # One test for all orders, because to make so many services takes longer than to list them.
    for query in ("", "ordering=-name", "ordering=referrals", "ordering=-assured_date", "live=true"):
        pages = [
            [service.pk for service in admin_client.get(f"{LIST}?{query}&p={page}").context["page_obj"].object_list]
            for page in (1, 2, 3)
        ]
        assert [len(page) for page in pages] == [50, 50, 20], query
        assert len({key for page in pages for key in page}) == 120, query


def test_the_order_of_a_page_is_the_order_of_the_list(admin_client: Client) -> None:
    for number in range(60):
        ServiceFactory(name=f"Service {number:02}")
    assert names(admin_client, "p=2") == [f"Service {number:02}" for number in range(50, 60)]
    assert names(admin_client, "p=2&ordering=-name") == [f"Service {number:02}" for number in range(9, -1, -1)]
    assert names(admin_client, "p=999") == names(admin_client, "p=2")


def test_a_page_finds_its_keys_before_it_loads_rows(admin_client: Client) -> None:
    ServiceFactory.create_batch(60)
    with CaptureQueriesContext(connection) as captured:
        admin_client.get(f"{LIST}?p=2")
    skipping = [query["sql"] for query in captured if "OFFSET 50" in query["sql"]]
    assert len(skipping) == 1
    assert "summary" not in skipping[0]


def test_other_lists_are_paged_the_same_way(admin_client: Client) -> None:
    organizations = OrganizationFactory.create_batch(60)
    Location.objects.bulk_create([Location(name="Same") for _ in organizations])
    Area.objects.bulk_create([Area(code=f"A{number}", name="Same", kind="prison") for number in range(60)])
    for number in range(60):
        TermFactory(slug=f"term-{number}")
    for model in ("location", "organization", "area", "taxonomyterm"):
        first, second = (
            {row.pk for row in admin_client.get(f"/admin/snippets/directory/{model}/?p={page}").context["page_obj"]}
            for page in (1, 2)
        )
        assert (len(first), len(second), len(first & second)) == (50, 10, 0), model


def full_listing() -> Service:
    """One with many parts of each kind, and more than one term of each kind."""
    codes = [f"S{number}" for number in range(6)]
    service = ServiceFactory(
        needs=["housing", "family"],
        settings=["court", "prison"],
        routes=["police", "self"],
        orders=["dtto"],
        areas=codes,
        phones=["01632 960001", "01632 960002"],
        ways=["call", "drop-in"],
        partners=OrganizationFactory.create_batch(3),
        questions={"gender": "Does it see men?"},
    )
    service.tags.add("one", "two", "three")
    service.save()
    for number in range(4):
        place = Location.objects.create(name=f"Place {number}")
        ServiceAtLocation.objects.create(service=service, location=place)
        Schedule.objects.create(service=service, byday="MO", location=place)
    return service


def queries_of_the_form(client: Client, service: Service) -> int:
    address = f"{LIST}edit/{service.pk}/"
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len([query for query in captured if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def test_the_form_of_a_listing_takes_few_queries_whatever_it_holds(admin_client: Client) -> None:
    """It took 57 of a listing with one area and one place, and more with each further one."""
    small, full = ServiceFactory(), full_listing()
    small.save_revision().publish()
    assert queries_of_the_form(admin_client, small) <= 28
    assert queries_of_the_form(admin_client, full) <= 28


def test_the_form_of_a_draft_shows_the_draft(admin_client: Client) -> None:
    service = Service.objects.get(pk=full_listing().pk)
    service.summary = "Newer words."
    service.service_areas = list(service.service_areas.all())[:2]
    service.save_revision()
    assert "Area S5" not in admin_client.get(f"{LIST}edit/{service.pk}/").content.decode()
    assert "Newer words." in admin_client.get(f"{LIST}edit/{service.pk}/").content.decode()


def test_the_form_shows_all_that_the_listing_holds(admin_client: Client) -> None:
    service = full_listing()
    response = admin_client.get(f"{LIST}edit/{service.pk}/")
    content, form = response.content.decode(), response.context["form"]
    for word in ("Place 3", "Area S5", "01632 960002", "Does it see men?", "one, three, two"):
        assert word in content or word.replace(", ", ",") in content, word
    chosen = {name: {term.slug for term in form.initial[name]} for name in ("needs", "settings", "referral_routes")}
    assert chosen == {
        "needs": {"housing", "family"},
        "settings": {"court", "prison"},
        "referral_routes": {"police", "self"},
    }
    assert content.count("checked") >= 7
    assert ServiceArea.objects.filter(service=service).count() == 6


def test_saving_keeps_what_the_form_showed(admin_client: Client) -> None:
    from .test_admin import form_data

    need = TermFactory(slug="housing", taxonomy=Taxonomy.NEED)
    service = ServiceFactory(needs=["housing"])
    data = form_data(slug=service.slug, organization=service.organization_id, needs=[need.pk])
    admin_client.post(f"{LIST}edit/{service.pk}/", {**data, "action-publish": "1"})
    service = Service.objects.get(pk=service.pk)
    assert (service.name, [term.slug for term in service.needs.all()]) == ("Typed by an editor", ["housing"])
