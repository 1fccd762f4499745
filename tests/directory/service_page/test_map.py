"""Where a service is: nobody else is asked unless the operator and the visitor both say so."""

import pytest
from django.conf import settings as django_settings
from django.core.checks import run_checks
from django.test import Client
from pytest_django.fixtures import Settings

from directory.models import Location, ServiceAtLocation
from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db

TILES = "https://{s}.tiles.example/{z}/{x}/{y}.png"


@pytest.fixture
def place() -> Location:
    service = ServiceFactory(slug="here")
    place = Location.objects.create(
        name="The <Hub>", address_1="1 High Street", city="Testtown", latitude=55.86, longitude=-4.25
    )
    ServiceAtLocation.objects.create(service=service, location=place)
    return place


def policy_of(client: Client, address: str) -> str:
    return client.get(address).headers["Content-Security-Policy"]


def test_without_a_tile_server_the_page_is_complete_and_asks_nobody(client: Client, place: Location) -> None:
    assert django_settings.MAP_TILES_URL == ""
    response = client.get("/services/here/map/")
    content = response.content.decode()
    for words in ("1 High Street, Testtown", "55.86000, -4.25000", 'href="geo:55.86000,-4.25000"', "The &lt;Hub&gt;"):
        assert words in content
    assert "map.js" not in content
    assert policy_of(client, "/services/here/map/") == policy_of(client, "/services/here/")


def test_only_the_map_page_may_load_pictures_and_only_from_the_tile_server(
    client: Client, place: Location, settings: Settings
) -> None:
    settings.MAP_TILES_URL, settings.MAP_ATTRIBUTION = TILES, "© Somebody"
    strict = policy_of(client, "/services/here/")
    assert "tiles.example" not in strict
    assert "tiles.example" not in policy_of(client, "/find/")
    assert policy_of(client, "/services/here/map/") == strict.replace(
        "img-src 'self'", "img-src 'self' https://*.tiles.example"
    )
    content = client.get("/services/here/map/").content.decode()
    assert "come from tiles.example" in content
    assert "data-map-ask hidden" in content
    assert 'data-latitude="55.86"' in content


@pytest.mark.parametrize("change", [{"is_confidential": True}, {"latitude": None, "longitude": None}])
def test_a_place_without_a_public_point_has_no_map(client: Client, place: Location, change: dict) -> None:
    Location.objects.filter(pk=place.pk).update(**change)
    assert client.get("/services/here/map/").status_code == 404
    assert "/map/" not in client.get("/services/here/").content.decode()


def test_a_private_place_beside_a_public_one_is_left_out(client: Client, place: Location) -> None:
    secret = Location.objects.create(name="Secret", latitude=1.5, longitude=2.5, is_confidential=True)
    ServiceAtLocation.objects.create(service=ServiceAtLocation.objects.get().service, location=secret)
    content = client.get("/services/here/map/").content.decode()
    assert "Secret" not in content
    assert "1.5" not in content


def test_a_service_that_is_not_public_has_no_map(client: Client) -> None:
    ServiceFactory(slug="draft", live=False, postcodes=["G42 9"])
    for slug in ("draft", "unknown"):
        assert client.get(f"/services/{slug}/map/").status_code == 404


@pytest.mark.parametrize(
    ("url", "attribution", "problem"),
    [
        ("", "", None),
        (TILES, "© Somebody", None),
        (TILES, "", "hub.E004"),
        ("http://tiles.example/{z}/{x}/{y}.png", "©", "hub.E003"),
        ("https://tiles.example/", "©", "hub.E003"),
        ("https://tiles.example/ {z}/{x}/{y}.png", "©", "hub.E003"),
        ("tiles.example/{z}/{x}/{y}", "©", "hub.E003"),
    ],
)
def test_a_wrong_setting_is_found_at_start(
    settings: Settings, url: str, attribution: str, problem: str | None
) -> None:
    settings.MAP_TILES_URL, settings.MAP_ATTRIBUTION = url, attribution
    found = [message.id for message in run_checks() if message.id in ("hub.E003", "hub.E004")]
    assert found == ([problem] if problem else [])
