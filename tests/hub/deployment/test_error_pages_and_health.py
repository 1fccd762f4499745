"""Error pages that need no database, and what a load balancer hears."""

from unittest import mock

import pytest
from django.db import DatabaseError, connection
from django.http import HttpRequest
from django.test import Client
from django.views.defaults import ERROR_500_TEMPLATE_NAME

from hub import views


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (lambda request: views.bad_request(request), 400),
        (lambda request: views.permission_denied(request), 403),
        (lambda request: views.page_not_found(request), 404),
        (lambda request: views.server_error(request), 500),
        (lambda request: views.csrf_page(request), 403),
    ],
)
def test_error_pages_ask_the_database_nothing(view, status: int) -> None:
    # No django_db mark: a query would fail this test.
    response = view(HttpRequest())
    content = response.content.decode()
    assert response.status_code == status
    assert "116 123" in content
    assert "Leave this site" in content
    assert "<h1" in content


def test_a_fault_shows_our_page_and_not_the_fault(client: Client) -> None:
    client.raise_request_exception = False
    with mock.patch("directory.finder.views.clean_query", side_effect=RuntimeError("canary-secret")):
        response = client.get("/find/?q=canary-typed")
    assert response.status_code == 500
    assert "canary" not in response.content.decode()
    assert ERROR_500_TEMPLATE_NAME == "500.html"


def test_a_form_of_another_site_says_nothing_was_saved() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/enquiries/answer/", {"x": "y"}, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 403
    assert "Nothing was saved" in response.content.decode()


def test_live_asks_nothing(client: Client) -> None:
    assert client.get("/health/live").json() == {"status": "live"}


@pytest.mark.django_db
def test_ready_when_the_database_is_migrated_and_there_is_an_index(client: Client) -> None:
    client.get("/find/")
    response = client.get("/health/ready")
    assert response.json() == {"status": "ready", "database": "ok", "keys": "ok", "search": "ok"}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_not_ready_without_an_index(client: Client) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["search"] != "ok"


@pytest.mark.django_db
def test_not_ready_without_a_database(client: Client) -> None:
    with mock.patch.object(connection, "cursor", side_effect=DatabaseError("canary")):
        response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["database"] != "ok"
    assert "canary" not in response.content.decode()
