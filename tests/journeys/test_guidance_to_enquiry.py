"""One line from guidance to enquiry, and on to the moderator who claims it."""

import re

from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.fixtures.demo import PASSWORD

from .conftest import assert_accessible, follow, main_text
from .enquiry_pages import WORDS, from_words, go_on, press_send, to_words

REFERENCE = re.compile(r"PSH-[A-Z0-9]{4}-[A-Z0-9]{4}")


def test_from_the_home_page_to_a_claimed_enquiry(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    assert_accessible(page)

    follow(page, page.get_by_role("navigation", name="Main").get_by_role("link", name="Guidance"))
    assert_accessible(page)
    page.get_by_role("main").get_by_role("link", name="Recruit and induct").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Recruit")
    assert_accessible(page)

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Find a service").click()
    page.get_by_label("What help is needed?").fill("LEPSS")
    place = page.get_by_label("Postcode or place")
    place.fill("G42 9HX")
    # What is offered lies over the button on a narrow screen until one leaves the field.
    place.press("Tab")
    follow(page, page.get_by_role("search", name="Services").get_by_role("button", name="Search"))
    assert_accessible(page)

    page.get_by_role("link", name="Lived Experience Peer Support Service", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lived Experience Peer Support Service")
    assert_accessible(page)

    follow(page, page.get_by_role("main").get_by_role("link", name="Send an enquiry"))
    assert_accessible(page)
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    assert_accessible(page)
    to_words(page, home="G42")
    page.get_by_label("In your words").fill(WORDS)
    from_words(page, age="34", emails_reference=True, look=assert_accessible)
    press_send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    assert_accessible(page)
    found = REFERENCE.search(main_text(page))
    assert found
    call_command("drain_outbox", verbosity=0)

    page.goto(f"{live_server.url}/admin/")
    assert_accessible(page)
    page.locator("input[name=username]").fill("moderator@hub.example")
    page.locator("input[name=password]").fill(PASSWORD)
    follow(page, page.get_by_role("button", name="Sign in"))
    page.goto(f"{live_server.url}/admin/enquiries/")
    row = page.get_by_role("row").filter(has_text=found.group())
    follow(page, row.get_by_role("button", name="Claim"))
    expect(page.get_by_role("main")).to_contain_text("Claimed by you")
    expect(page.get_by_role("main")).to_contain_text(found.group())
