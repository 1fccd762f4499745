"""“Save to list” without a script: it keeps the service in this browser and leads back to where one was."""

import pytest
from django.test import Client

from directory.models import Service
from directory.saved_list.codes import SavedList
from directory.saved_list.cookie import COOKIE
from directory.templatetags.card_parts import save_button
from tests.factories.directory import ServiceFactory


@pytest.fixture
def service(db: None) -> Service:
    return ServiceFactory(slug="full", name="Full")


def address_of(service: Service) -> str:
    return f"/list/{SavedList((service.pk,)).code}/"


def came_from(address: str) -> dict[str, str]:
    return {"referer": f"http://testserver{address}"}


def test_saving_without_script_returns_to_where_one_was(client: Client, service: Service) -> None:
    other = ServiceFactory(slug="other")
    client.get("/list/add/other/")
    response = client.get("/list/add/full/", headers=came_from("/find/?q=a&need=b&q="))
    assert (response.status_code, response.headers["Location"]) == (303, "/find/?q=a&need=b&q=&saved=full")
    assert "no-store" in response.headers["Cache-Control"]
    cookie = response.cookies[COOKIE]
    assert (cookie["samesite"], cookie["max-age"], cookie["expires"]) == ("Lax", "", "")
    assert "Full</strong> is on your list" in client.get(response.headers["Location"]).content.decode()
    entries = client.get("/list/").context["entries"]
    assert [entry.service for entry in entries] == [other, service]
    assert client.get("/list/add/full/", secure=True).cookies[COOKIE]["secure"]


@pytest.mark.parametrize(
    "page", ["/find/", "/find/?near=G42&said=1", "/services/full/", "/organisations/theirs/", "/services/full/?x=%26"]
)
def test_each_page_with_the_button_says_what_was_saved(client: Client, service: Service, page: str) -> None:
    ServiceFactory(organization__slug="theirs")
    location = client.get("/list/add/full/", headers=came_from(page)).headers["Location"]
    assert location.split("?")[0] == page.split("?")[0]
    content = client.get(location).content.decode()
    assert "Full</strong> is on your list" in content
    assert content.index("Full</strong> is on your list") < content.index("</main>")
    # Saving another one from there tells of that one alone.
    ServiceFactory(slug="second", name="Second")
    again = client.get("/list/add/second/", headers=came_from(location)).headers["Location"]
    assert again.count("saved=") == 1
    assert "Second</strong> is on your list" in client.get(again).content.decode()


def test_the_notice_is_true(client: Client, service: Service) -> None:
    for slug in ("full", "gone", "", "\x00", "x" * 5_000):
        assert "is on your list" not in client.get("/find/", {"saved": slug}).content.decode()


@pytest.mark.parametrize("referer", ["https://evil.example/find/", "http://testserver/admin/", ""])
def test_from_elsewhere_the_list_itself_says_what_was_saved(client: Client, service: Service, referer: str) -> None:
    response = client.get("/list/add/full/", headers={"referer": referer})
    assert (response.status_code, response.headers["Location"]) == (303, "/list/?added=full")
    assert "Full</strong> is on your list" in client.get("/list/?added=full").content.decode()


@pytest.mark.parametrize("header", [{"sec-fetch-site": "cross-site"}, {"sec-purpose": "prefetch;prerender"}])
def test_another_site_or_a_guess_of_the_browser_saves_nothing(
    client: Client, service: Service, header: dict[str, str]
) -> None:
    for address in ("/list/add/full/", f"/list/keep/{SavedList((service.pk,)).code}/"):
        response = client.get(address, headers=header)
        assert response.status_code == 302
        assert not response.cookies
    assert client.head("/list/add/full/").status_code == 405


def test_a_browser_that_keeps_no_cookies_gets_a_link_instead(client: Client, service: Service) -> None:
    content = client.get("/list/?added=full").content.decode()
    assert "did not keep the list" in content
    assert f'href="{address_of(service)}"' in content


def test_a_full_list_says_so(client: Client, service: Service) -> None:
    client.cookies[COOKIE] = ".".join(str(number) for number in range(1_000_000, 1_000_100))
    location = client.get("/list/add/full/", headers=came_from("/find/?q=a")).headers["Location"]
    assert location == "/list/?added=full&back=%2Ffind%2F%3Fq%3Da"
    assert "Your list is full" in client.get(location).content.decode()


def test_the_button_is_a_link_that_needs_no_script(service: Service) -> None:
    link = save_button(service)
    assert 'href="/list/add/full/"' in link
    assert 'rel="nofollow"' in link
    assert f'data-save="{service.pk}"' in link
