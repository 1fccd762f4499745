"""How long a page took is told to staff, and to nobody else."""

import re
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Service
from hub.models import User
from hub.page_cache.storage import store
from tests.factories.directory import ServiceFactory
from tests.factories.hub import make_superuser, make_user

pytestmark = pytest.mark.django_db

# Nothing else fits in: no name, no address, no statement.
WHOLE = re.compile(
    r'total;dur=\d+\.\d, sql;dur=\d+\.\d;desc="(?P<statements>\d+) statements?", render;dur=(?P<render>\d+\.\d)'
)
PATHS = (
    "/",
    "/find/?q=housing",
    "/services/open/",
    "/search/?q=x",
    "/no-such-page/",
    "/admin/login/",
    "/media/none.png",
)


@pytest.fixture
def service() -> Service:
    return ServiceFactory(slug="open")


def outsider() -> User:
    """Somebody with an account and nothing that it opens."""
    return User.objects.create_user("nobody@staff.example", "pass")


@pytest.mark.parametrize("path", PATHS)
def test_visitors_are_not_told(client: Client, service: Service, path: str) -> None:
    assert "Server-Timing" not in client.get(path).headers
    client.cookies[django_settings.SESSION_COOKIE_NAME] = "made-up"
    assert "Server-Timing" not in client.get(path).headers


@pytest.mark.parametrize("path", PATHS)
def test_whoever_may_not_enter_the_admin_is_not_told(client: Client, service: Service, path: str) -> None:
    client.force_login(outsider())
    assert "Server-Timing" not in client.get(path).headers


@pytest.mark.second_factor
def test_whoever_owes_a_code_is_not_told(client: Client, service: Service) -> None:
    client.force_login(make_user("Moderators"))
    assert "Server-Timing" not in client.get("/services/open/").headers


def test_whoever_signed_out_is_not_told(client: Client, service: Service) -> None:
    client.force_login(make_superuser())
    key = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    assert "Server-Timing" not in client.post("/admin/logout/").headers
    client.cookies[django_settings.SESSION_COOKIE_NAME] = key
    assert "Server-Timing" not in client.get("/services/open/").headers


@pytest.mark.parametrize("path", ["/", "/find/?q=housing", "/services/open/", "/admin/", "/admin/pages/"])
def test_staff_are_told_times_and_how_many_statements_and_nothing_else(
    client: Client, service: Service, path: str
) -> None:
    client.force_login(make_superuser("surname@staff.example"))
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    found = WHOLE.fullmatch(response.headers["Server-Timing"])
    assert found
    assert 0 < int(found["statements"]) <= len(asked)
    assert float(found["render"]) > 0
    assert "Cookie" in response.headers["Vary"]


def test_an_editor_is_told_too(client: Client, service: Service) -> None:
    assert Group.objects.filter(name="Editors").exists()
    client.force_login(make_user("Editors"))
    assert "Server-Timing" in client.get("/services/open/").headers


def test_a_kept_page_never_has_it(client: Client, service: Service, settings: Any) -> None:
    before = settings.MIDDLEWARE.index("hub.middleware.content_security_policy.ContentSecurityPolicyMiddleware")
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:before], django_settings.PAGE_CACHE, *settings.MIDDLEWARE[before:]]
    store.clear()
    staff = Client()
    staff.force_login(make_superuser())
    for _ in range(2):
        assert "Server-Timing" in staff.get("/services/open/").headers
        assert "Server-Timing" not in client.get("/services/open/").headers
    assert "public" in client.get("/services/open/").headers["Cache-Control"], "it was kept"
    store.clear()


def test_without_a_database_the_page_fails_as_it_does_without(client: Client, service: Service) -> None:
    client.force_login(make_superuser())
    client.raise_request_exception = False

    def refuse(*args: Any) -> None:
        raise OperationalError

    with connection.execute_wrapper(refuse):
        response = client.get("/services/open/")
    assert response.status_code >= 500
    assert "Server-Timing" not in response.headers
