"""What every answer says about itself."""

import re

import pytest
from django.test import Client

from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db

PUBLIC = ["/", "/find/", "/services/open/", "/search/?q=x", "/enquiries/new/", "/admin/login/", "/no-such-page/"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_and_the_sign_in_page_allow_nothing_inline_and_nothing_foreign(
    client: Client, address: str
) -> None:
    ServiceFactory(slug="open")
    response = client.get(address)
    policy = response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "http" not in policy
    assert "default-src 'none'" in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]


@pytest.mark.parametrize("address", ["/", "/find/", "/services/open/", "/search/?q=x"])
def test_reading_sets_no_cookie(client: Client, address: str) -> None:
    ServiceFactory(slug="open")
    assert not client.get(address).cookies


@pytest.mark.parametrize("address", ["/", "/find/", "/services/open/", "/search/?q=x", "/enquiries/new/"])
def test_public_pages_carry_no_inline_script_or_style(client: Client, address: str) -> None:
    ServiceFactory(slug="open")
    content = client.get(address).content.decode()
    assert " style=" not in content
    assert "<style" not in content
    assert " onclick=" not in content
    assert content.count("<script") == len(re.findall(r'<script (?:type="module" )?src="/static/', content)) > 0


def test_admin_pages_are_never_stored(admin_client: Client) -> None:
    response = admin_client.get("/admin/")
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_djangos_own_admin_is_not_there(client: Client) -> None:
    assert client.get("/django-admin/").status_code == 404
