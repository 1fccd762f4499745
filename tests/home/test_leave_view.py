"""The way out without a script, and for the script that does not wait."""

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from wagtail.models import Site

from directory.navigation.personal_cookies import RECEIPT
from home.models import SiteSettings

pytestmark = pytest.mark.django_db
DELETED = (
    "enquiry_receipt",
    "facts",
    "__Host-facts",
    "enquiry_drafts",
    "__Secure-enquiry_drafts",
    "enquiry_status",
    "__Secure-enquiry_status",
    "readiness",
    "__Secure-readiness",
)


def test_leaving_deletes_what_cookies_keep_and_leads_on(client: Client) -> None:
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults={"exit_url": "https://weather.example/"}
    )
    response = client.get("/leave/")
    assert response.status_code == 303
    assert response.headers["Location"] == "https://weather.example/"
    assert {name: response.cookies[name]["max-age"] for name in DELETED} == dict.fromkeys(DELETED, 0)
    assert response.cookies["enquiry_receipt"]["path"] == RECEIPT.path == "/enquiries/receipt/"
    assert response.cookies["facts"]["path"] == "/"
    assert response.cookies["__Host-facts"]["secure"]
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Clear-Site-Data"] == '"cache"'


def test_a_script_posts_without_a_token_and_gets_no_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/leave/")
    assert response.status_code == 204
    assert response.cookies["enquiry_receipt"]["max-age"] == 0


def test_staff_stay_signed_in(admin_client: Client) -> None:
    assert "sessionid" not in admin_client.get("/leave/").cookies
    assert admin_client.get("/admin/").status_code == 200


def test_leaving_works_while_the_database_is_down(client: Client) -> None:
    def refuse(*args: Any) -> None:
        raise OperationalError

    with connection.execute_wrapper(refuse):
        response = client.get("/leave/")
    assert response.headers["Location"] == "https://www.bbc.co.uk/weather"


@pytest.mark.parametrize("address", ["/find/", "/enquiries/new/", "/no-such-page/"])
def test_the_link_works_without_and_with_a_script(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert 'href="/leave/" rel="nofollow noreferrer" data-exit="https://' in page
