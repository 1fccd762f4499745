"""No proxy may keep what was made for one person, whatever it is told of answers that say nothing."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from home.models import HomePage, StandardPage
from tests.factories.directory import ServiceFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db


def kept_by(client: Client, path: str) -> str:
    return client.get(path).headers["Cache-Control"]


@pytest.fixture(autouse=True)
def pages() -> None:
    HomePage.objects.get().add_child(instance=StandardPage(title="About", slug="about"))
    ServiceFactory(slug="a-service")
    Redirect.objects.create(old_path="/old", redirect_link="/about/")


@pytest.mark.parametrize("path", ["/find/", "/find/?q=housing", "/search/?q=housing", "/no-such-page/", "/old/"])
def test_what_says_nothing_is_for_one_person(client: Client, path: str) -> None:
    assert kept_by(client, path).startswith("private")


@pytest.mark.parametrize("path", ["/", "/about/", "/services/a-service/", "/find/", "/no-such-page/"])
def test_a_page_with_a_saved_list_is_for_one_person(client: Client, path: str) -> None:
    client.cookies["saved_list"] = "a-service"
    assert kept_by(client, path).startswith("private")


@pytest.mark.parametrize("path", ["/about/", "/services/a-service/", "/find/?q=housing"])
def test_a_page_for_somebody_of_whom_something_was_said_is_for_one_person(client: Client, path: str) -> None:
    say(client, gender="woman", age="17")
    assert any(word in kept_by(client, path) for word in ("private", "no-store"))


def test_what_says_more_keeps_saying_it(client: Client) -> None:
    assert "no-store" in kept_by(client, "/enquiries/new/")
    assert kept_by(client, "/health/live") == "max-age=0, no-cache, no-store, must-revalidate, private"
