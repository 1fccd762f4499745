"""Keeping listings in Wagtail's admin: draft, publish, history, and lists that stay usable."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Area, Location, Service, ServiceArea
from tests.factories.directory import OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db

FORMSETS = (
    "partners",
    "cost_options",
    "languages",
    "service_areas",
    "service_at_locations",
    "schedules",
    "phones",
    "contacts",
    "ways_in",
    "confirmations",
    "open_questions",
)


def form_data(**changes: object) -> dict[str, object]:
    counts = {f"{name}-{part}": 0 for name in FORMSETS for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    return {
        "name": "Typed by an editor",
        "slug": "typed",
        "summary": "One plain sentence.",
        "status": "active",
        "referrals": "unknown",
        "wait_unit": "weeks",
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


def child(prefix: str, *rows: dict[str, object]) -> dict[str, object]:
    """The posted fields of one kind of part."""
    data: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
        data |= {f"{prefix}-{number}-ORDER": number + 1}
    return data


def publish(client: Client, **parts: object) -> str:
    data = form_data(organization=OrganizationFactory().pk, **parts)
    return client.post("/admin/snippets/directory/service/add/", {**data, "action-publish": "1"}).content.decode()


def test_a_whole_listing_is_filled_in(admin_client: Client) -> None:
    glasgow = Area.objects.create(code="S12000049", name="Glasgow City", kind="local_authority")
    place = Location.objects.create(name="The Hub", city="Glasgow")
    publish(
        admin_client,
        **child("contacts", {"title": "Duty worker", "phone": "0141 496 0000"}),
        **child("cost_options", {"option": "First visit", "amount": "0"}),
        **child("languages", {"code": "bfi"}, {"name": "Wolof"}),
        **child("service_areas", {"area": glasgow.pk, "valid_to": "2999-12-31"}),
        **child("service_at_locations", {"location": place.pk}),
        **child(
            "schedules",
            {"byday": "MO", "opens_at": "22:00", "closes_at": "02:00", "interval": 1, "location": place.pk},
        ),
    )
    service = Service.objects.get(slug="typed")
    assert service.live
    assert [str(contact) for contact in service.contacts.all()] == ["Duty worker"]
    assert [str(price) for price in service.cost_options.all()] == ["First visit: Free"]
    assert [str(language) for language in service.languages.all()] == ["British Sign Language", "Wolof"]
    assert service.schedules.get().location == place
    assert service.areas_in_force[0].area == glasgow
    edit = admin_client.get(f"/admin/snippets/directory/service/edit/{service.pk}/").content.decode()
    for tab in ("What", "Who", "Where and when", "Referring", "Checks"):
        assert f">\n            {tab}" in edit or f"{tab}\n" in edit or f">{tab}<" in edit


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (child("contacts", {"title": "Nobody"}), "Give a number or an e-mail address."),
        (child("schedules", {"byday": "MO", "opens_at": "09:00", "interval": 1}), "Give both times"),
        (child("cost_options", {"amount": "-1"}), "greater than or equal to 0"),
        (child("languages", {}), "Choose a language from the list"),
    ],
)
def test_a_wrong_part_is_said_in_plain_words(admin_client: Client, parts: dict[str, object], message: str) -> None:
    assert message in publish(admin_client, **parts)
    assert not Service.objects.exists()


def test_hours_at_a_place_that_the_listing_does_not_name_are_refused(admin_client: Client) -> None:
    place = Location.objects.create(name="Elsewhere")
    hours = child("schedules", {"byday": "MO", "interval": 1, "location": place.pk})
    assert "Add this place to the listing first" in publish(admin_client, **hours)


def test_an_area_that_ended_is_refused_with_its_date_and_is_not_offered(admin_client: Client) -> None:
    ended = Area.objects.create(code="S12000046", name="Old Glasgow", kind="local_authority", valid_to="2019-03-31")
    Area.objects.create(code="S12000049", name="New Glasgow", kind="local_authority")
    content = publish(admin_client, **child("service_areas", {"area": ended.pk}))
    assert "ended on 31 March 2019" in content
    chooser = admin_client.get("/admin/snippets/choose/directory/area/results/?q=glas").content.decode()
    assert "New Glasgow" in chooser
    assert "Old Glasgow" not in chooser
    kept = ServiceFactory()
    row = ServiceArea.objects.create(service=kept, area=ended)
    data = form_data(organization=kept.organization_id, slug=kept.slug)
    data |= child("service_areas", {"id": row.pk, "area": ended.pk}) | {"service_areas-INITIAL_FORMS": 1}
    admin_client.post(f"/admin/snippets/directory/service/edit/{kept.pk}/", {**data, "action-publish": "1"})
    kept.refresh_from_db()
    assert kept.name == "Typed by an editor"
