"""The services that work by a guide, and which of them are near."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guidance.models import GuidePage, ServiceGuide
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide() -> GuidePage:
    return make_guide(make_stage(make_section(), "Set it up"), "Checks", slug="checks")


def linked(guide: GuidePage, name: str, **options: object) -> None:
    ServiceGuide.objects.create(service=ServiceFactory(name=name, **options), guide=guide)


def names(client: Client, guide: GuidePage, query: str = "") -> list[str]:
    response = client.get(reverse("services_by_guide", args=[guide.pk]) + query)
    assert response.status_code == 200
    return [card.service.name for card in response.context["cards"]]


def test_a_guide_leads_to_them(client: Client, guide: GuidePage) -> None:
    linked(guide, "One")
    assert reverse("services_by_guide", args=[guide.pk]) in client.get(guide.url).content.decode()


def test_by_name_without_a_place(client: Client, guide: GuidePage) -> None:
    linked(guide, "Zebra")
    linked(guide, "Arrow")
    ServiceFactory(name="Another")
    assert names(client, guide) == ["Arrow", "Zebra"]


def test_near_a_place_who_serves_it_first_then_by_distance(client: Client, guide: GuidePage) -> None:
    linked(guide, "Nowhere")
    linked(guide, "Far", postcodes=["DD1 1AA"])
    linked(guide, "Close", postcodes=["G42 8AA"])
    linked(guide, "Hidden", postcodes=["G42 8AA"], confidential=True)
    linked(guide, "Serves it", areas=["S12000049"])
    found = names(client, guide, "?near=G42+9")
    assert found[:3] == ["Serves it", "Close", "Far"]
    assert set(found[3:]) == {"Hidden", "Nowhere"}, "a confidential address has no distance"


@pytest.mark.parametrize("near", ["zzzz", "G99 9ZZ", "%00", "x" * 5000, "Newport", "%F0%9F%98%80"])
def test_a_place_that_is_not_one_loses_nobody(client: Client, guide: GuidePage, near: str) -> None:
    linked(guide, "One")
    assert names(client, guide, f"?near={near}") == ["One"]


@pytest.mark.parametrize("page", ["2", "99", "0", "-1", "x", ""])
def test_pages(client: Client, guide: GuidePage, page: str) -> None:
    for number in range(12):
        linked(guide, f"Number {number:02}")
    found = names(client, guide, f"?near=G42+9&page={page}")
    assert len(found) == (2 if page in {"2", "99"} else 10)


def test_the_way_to_the_next_page_keeps_the_place(client: Client, guide: GuidePage) -> None:
    for number in range(12):
        linked(guide, f"Number {number:02}")
    html = client.get(reverse("services_by_guide", args=[guide.pk]) + "?near=G42+9").content.decode()
    assert 'href="?near=G42+9&amp;page=2"' in html


def test_who_is_withdrawn_is_gone_and_a_hidden_guide_has_no_list(client: Client, guide: GuidePage) -> None:
    linked(guide, "One")
    linked(guide, "Withdrawn", live=False)
    assert names(client, guide) == ["One"]
    guide.unpublish()
    assert client.get(reverse("services_by_guide", args=[guide.pk])).status_code == 404


def test_no_service_yet(client: Client, guide: GuidePage) -> None:
    response = client.get(reverse("services_by_guide", args=[guide.pk]))
    assert "No service says so" in response.content.decode()


def test_its_statements_do_not_grow(client: Client, guide: GuidePage) -> None:
    def cost() -> int:
        client.get(reverse("services_by_guide", args=[guide.pk]) + "?near=G42+9")
        with CaptureQueriesContext(connection) as captured:
            names(client, guide, "?near=G42+9")
        return len(captured)

    linked(guide, "One", postcodes=["G42 8AA"], areas=["S12000049"])
    few = cost()
    for number in range(8):
        linked(guide, f"Number {number}", postcodes=["G42 8AA"], areas=["S12000049"])
    assert cost() == few
    assert few <= 12
