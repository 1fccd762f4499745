"""Which addresses have a language, and that nothing but the address chooses it."""

import html
import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from guidance.models import PageFeedback
from search.languages import answering_in
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_superuser
from tests.factories.translations import translate
from tests.hub.translation.pseudo_language import CLOSE, OPEN


def test_neither_browser_nor_cookie_chooses_a_language(client: Client) -> None:
    client.cookies["django_language"] = "cy"
    response = client.get("/find/", headers={"Accept-Language": "cy,en;q=0.1"})
    assert OPEN not in response.content.decode()
    assert "accept-language" not in response.headers.get("Vary", "").lower()
    assert response.headers["Content-Language"] == "en-GB"
    welsh = client.get("/cy/find/", headers={"Accept-Language": "en"})
    assert f"{OPEN}Find a service{CLOSE}" in welsh.content.decode()
    assert welsh.headers["Content-Language"] == "cy"


@pytest.mark.parametrize(
    "address", ["/xx/", "/fr/find/", "/cyx/find/", "/cy-gb/find/", "/cy/nothing/", "/cy/cy/find/"]
)
def test_an_unknown_language_is_not_found(address: str, client: Client) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("/en-GB/", "/"),
        ("/en-gb/find/?q=a%20b", "/find/?q=a%20b"),
        ("/CY/find/", "/cy/find/"),
        ("/en-gb", "/"),
        ("/en-gb//evil.example/", "/evil.example/"),
        ("/en-gb/%5Cevil.example/", "/evil.example/"),
    ],
)
def test_each_page_has_one_address_in_a_language(written: str, canonical: str, client: Client) -> None:
    response = client.get(written)
    assert (response.status_code, response.headers["Location"]) == (301, canonical)


def test_the_stroke_at_the_end_is_added_in_every_language(client: Client) -> None:
    assert client.get("/cy").headers["Location"] == "/cy/"
    assert client.get("/cy/find").headers["Location"] == "/cy/find/"


@pytest.mark.parametrize(
    "address", ["/admin/", "/enquiries/new/?service=x", "/documents/1/a.pdf", "/media/a.png", "/static/hub/hub.css"]
)
def test_what_is_for_staff_and_machines_has_one_address(address: str, client: Client) -> None:
    response = client.get(f"/cy{address}")
    assert (response.status_code, response.headers["Location"]) == (301, address)


def test_enquiries_are_there_in_the_own_language_and_offer_no_other(client: Client) -> None:
    page = client.get("/enquiries/new/").content.decode()
    assert "hub-languages" not in page
    assert '<html lang="en-GB"' in page


def test_a_view_leads_to_itself_with_what_was_asked_for(client: Client) -> None:
    page = client.get("/find/?near=G42&utm_source=a").content.decode()
    assert 'href="/cy/find/?near=G42&amp;utm_source=a"' in page
    assert 'href="/cy/find/"' in client.get("/find/?utm_source=a").content.decode()


def test_a_service_is_found_in_both_languages(client: Client) -> None:
    service = ServiceFactory(name="Lived Experience Peers", slug="peers")
    english, welsh = (client.get(f"{before}/services/peers/").content.decode() for before in ("", "/cy"))
    assert 'href="/cy/services/peers/"' in english
    assert 'href="/services/peers/"' in welsh
    assert f'href="/cy/list/add/{service.pk}/' in welsh or "/cy/list/" in welsh
    assert 'href="/find/"' not in welsh


def test_a_post_below_the_prefix_needs_its_token_and_stays_in_the_language() -> None:
    service = ServiceFactory(name="Lived Experience Peers", slug="peers")
    client = Client(enforce_csrf_checks=True)
    assert client.get("/cy/list/add/peers/").headers["Location"].startswith("/cy/list/")
    page = client.get("/cy/list/").content.decode()
    assert "Lived Experience Peers" in page

    assert client.post("/cy/list/remove/", {"service": service.pk}).status_code == 403
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    sent = client.post("/cy/list/remove/", {"service": service.pk, "csrfmiddlewaretoken": token})
    assert (sent.status_code, sent.headers["Location"]) == (303, "/cy/list/")
    assert "Lived Experience Peers" not in client.get("/cy/list/").content.decode()


def test_what_readers_say_of_a_page_shown_instead_is_kept_for_it(client: Client) -> None:
    guide = make_guide(make_stage(make_section(), "Set it up", slug="set-it-up"), "Pay", slug="pay")
    asked = "/cy/useful/?page=/cy/guidance/set-it-up/pay/"
    opened = client.get(asked).content.decode().partition('name="opened" value="')[2].partition('"')[0]
    sent = client.post(asked, {"answer": "yes", "opened": opened})
    assert (sent.status_code, sent.headers["Location"].partition("?")[0]) == (303, "/cy/useful/thanks/")
    assert client.get(sent.headers["Location"]).status_code == 200
    assert PageFeedback.objects.get().page.pk == guide.pk
    translation = translate(guide, "Tâl")
    client.post(asked, {"answer": "no", "opened": opened})
    assert PageFeedback.objects.filter(page=translation.pk).count() == 1
    assert client.get("/cy/useful/?page=/cy/guidance/nothing/").status_code == 404


def test_staff_who_have_set_another_language_see_addresses_and_pages_as_before(client: Client) -> None:
    user = make_superuser()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "cy"})
    ServiceFactory(name="Lived Experience Peers", slug="peers")
    client.force_login(user)
    assert client.get("/admin/").status_code == 200
    page = client.get("/services/peers/").content.decode()
    assert OPEN not in page
    assert 'href="/find/"' in page


def test_a_language_that_only_the_admin_speaks_has_no_prefix() -> None:
    with translation.override("de"):
        assert reverse("find") == "/find/"
    with answering_in("cy"):
        assert reverse("find") == "/cy/find/"
        assert reverse("wagtailadmin_home") == "/admin/"


def test_an_error_page_is_in_the_language_of_its_address(client: Client) -> None:
    page = client.get("/cy/nothing-is-here/").content.decode()
    assert f"{OPEN}Page not found{CLOSE}" in page
    assert 'href="/cy/guidance/"' in page
    assert '<html lang="cy"' in page


def test_leaving_works_in_every_language(client: Client) -> None:
    assert client.get("/cy/leave/").status_code == 303


def test_a_language_from_right_to_left_says_so(settings: Any, client: Client) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("ar", "العربيّة")]
    assert '<html lang="ar" dir="rtl"' in client.get("/ar/find/").content.decode()


def test_scripts_get_a_catalogue_in_another_language_only(client: Client) -> None:
    assert "words-of-scripts" not in client.get("/find/").content.decode()
    page = client.get("/cy/find/").content.decode()
    written = page.partition('<meta name="words-of-scripts" content="')[2].partition('"')[0]
    assert json.loads(html.unescape(written))["Save to list"] == f"{OPEN}Save to list{CLOSE}"
    assert client.get("/cy/search/suggestions/?near=glas").json()["groups"][0]["name"] == f"{OPEN}Places{CLOSE}"
