"""Keeping listings in Wagtail's admin: draft, publish, history, and lists that stay usable."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Service
from tests.factories.directory import OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db

FORMSETS = ("partners", "phones", "service_areas", "service_at_locations", "schedules")


def form_data(**changes: object) -> dict[str, object]:
    counts = {f"{name}-{part}": 0 for name in FORMSETS for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    return {
        "name": "Typed by an editor",
        "slug": "typed",
        "summary": "One plain sentence.",
        "status": "active",
        "referrals": "unknown",
        "gender": "",
        **counts,
        **changes,
    }


def test_a_draft_is_not_public_until_it_is_published(admin_client: Client, client: Client) -> None:
    data = form_data(organization=OrganizationFactory().pk)
    admin_client.post("/admin/snippets/directory/service/add/", data)
    service = Service.objects.get(slug="typed")
    assert not service.live
    assert client.get("/services/typed/").status_code == 404
    edit = f"/admin/snippets/directory/service/edit/{service.pk}/"
    admin_client.post(edit, {**data, "name": "Now public", "action-publish": "1"})
    assert "Now public" in client.get("/services/typed/").content.decode()
    assert [card.service.name for card in client.get("/find/?q=public").context["page"].cards] == ["Now public"]
    admin_client.post(edit, {**data, "name": "Still being written"})
    assert "Still being written" not in client.get("/services/typed/").content.decode()
    history = admin_client.get(f"/admin/snippets/directory/service/history/{service.pk}/").content.decode()
    assert "Published" in history


def test_wrong_values_are_said_and_what_was_typed_stays(admin_client: Client) -> None:
    data = form_data(organization="999999", minimum_age="30", maximum_age="20", summary="")
    content = admin_client.post("/admin/snippets/directory/service/add/", data).content.decode()
    assert "Typed by an editor" in content
    assert "could not be created" in content
    assert not Service.objects.exists()


def test_the_highest_age_cannot_be_below_the_lowest(admin_client: Client) -> None:
    data = form_data(organization=OrganizationFactory().pk, minimum_age="30", maximum_age="20")
    data["action-publish"] = "1"
    content = admin_client.post("/admin/snippets/directory/service/add/", data).content.decode()
    assert "below the lowest age" in content


def test_the_list_needs_the_same_queries_however_long_it_is(admin_client: Client) -> None:
    counts = []
    for _ in range(2):
        ServiceFactory.create_batch(6)
        admin_client.get("/admin/snippets/directory/service/")
        with CaptureQueriesContext(connection) as captured:
            admin_client.get("/admin/snippets/directory/service/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_list_is_searched_by_the_database(admin_client: Client) -> None:
    ServiceFactory(name="Needle")
    ServiceFactory(name="Hay", alternate_name="also a needle")
    ServiceFactory(name="Straw")
    with CaptureQueriesContext(connection) as captured:
        content = admin_client.get("/admin/snippets/directory/service/?q=needle").content.decode()
    assert "Needle" in content
    assert "Hay" in content
    assert "Straw" not in content
    assert not [query for query in captured if "indexentry" in query["sql"].lower()]


def test_a_listing_can_be_previewed(admin_client: Client) -> None:
    service = ServiceFactory()
    response = admin_client.get(f"/admin/snippets/directory/service/preview/{service.pk}/")
    assert response.status_code in (200, 404)
    content = service.make_preview_request().render().content.decode()
    assert service.summary in content
