"""One line from guidance to enquiry, and on to the moderator who claims it."""

import re

from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures.demo import PASSWORD

from .conftest import assert_accessible

REFERENCE = re.compile(r"PSH-[A-Z0-9]{4}-[A-Z0-9]{4}")


def fill_enquiry(page: Page) -> None:
    page.get_by_label("Someone I work with").check()
    page.get_by_label("First name or initials of the person").fill("R.M.")
    page.get_by_label("Age, if you know it").fill("34")
    page.get_by_label("Community sentence").check()
    page.get_by_label("First part of the postcode").fill("G42")
    page.get_by_label("Housing").check()
    page.get_by_label("In your words").fill("Does better one to one.")
    page.get_by_label("Through me").check()
    page.get_by_label("Your role").fill("Justice social worker")
    page.get_by_label("Your email address").fill("a.example@council.example")
    page.get_by_label("Email me the reference").check()
    page.get_by_label("Yes, they know and agree to share this").check()


def test_from_the_home_page_to_a_claimed_enquiry(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    assert_accessible(page)

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Guidance").click()
    assert_accessible(page)
    page.get_by_role("main").get_by_role("link", name="Recruit and induct").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Recruit")
    assert_accessible(page)

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find a service").click()
    page.get_by_label("What help is needed?").fill("LEPSS")
    page.get_by_label("Postcode or place").fill("G42 9HX")
    page.get_by_role("search", name="Services").get_by_role("button", name="Search").click()
    assert_accessible(page)

    page.get_by_role("link", name="Lived Experience Peer Support Service", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lived Experience Peer Support Service")
    assert_accessible(page)

    page.get_by_role("main").get_by_role("link", name="Send an enquiry").click()
    assert_accessible(page)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert_accessible(page)
    fill_enquiry(page)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    assert_accessible(page)
    found = REFERENCE.search(page.get_by_role("main").inner_text())
    assert found
    call_command("drain_outbox", verbosity=0)

    page.goto(f"{live_server.url}/admin/")
    assert_accessible(page)
    page.locator("input[name=username]").fill("moderator@hub.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"{live_server.url}/admin/enquiries/")
    row = page.get_by_role("row").filter(has_text=found.group())
    row.get_by_role("button", name="Claim").click()
    expect(page.get_by_role("main")).to_contain_text(found.group())
