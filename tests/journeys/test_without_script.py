"""The same people with JavaScript off, and with nothing but a keyboard."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible, follow
from .enquiry_pages import go_on


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    yield from opened(browser)


@pytest.fixture
def plain_page_with_windows(remembering_browser: Browser) -> Iterator[Page]:
    """In a browser without windows, leaving without a script never arrives."""
    yield from opened(remembering_browser)


def opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(20_000)
    yield page
    context.close()


def test_who_it_is_for_is_said_saved_and_forgotten(
    live_server: LiveServer, plain_page_with_windows: Page, demo: None
) -> None:
    page = plain_page_with_windows
    page.goto(f"{live_server.url}/find/?near=Govan&setting=police-custody")
    page.get_by_role("link", name="Say who it is for").click()
    page.get_by_label("The person is").select_option("Woman")
    page.get_by_label("Age", exact=True).fill("seventeen")
    page.get_by_role("button", name="Show who can help").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter the age in years")
    expect(page.get_by_label("Age", exact=True)).to_have_value("seventeen")
    page.get_by_label("Age", exact=True).fill("17")
    page.get_by_role("button", name="Show who can help").click()
    expect(page.get_by_text("For: woman, 17, in police custody")).to_be_visible()
    # Saving leads back to where one was.
    card = page.get_by_role("article").filter(has_text="Women’s Custody Link")
    card.get_by_role("link", name="Save to list").click()
    expect(page.get_by_role("status")).to_contain_text("Women’s Custody Link is on your list")
    expect(page.get_by_text("For: woman, 17, in police custody")).to_be_visible()
    # An enquiry starts with what was said.
    card.get_by_role("link", name="Send an enquiry").click()
    page.get_by_label("Someone I work with").check()
    go_on(page)
    go_on(page)
    expect(page.get_by_label("Police custody")).to_be_checked()
    page.get_by_label("Police custody").check()
    go_on(page)
    go_on(page)
    page.get_by_label("Housing").check()
    go_on(page)
    expect(page.get_by_label("Age, if you know it")).to_have_value("17")
    expect(page.get_by_label("Woman")).to_be_checked()
    page.goto(f"{live_server.url}/find/?near=Govan")
    page.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Weather"))
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.goto(f"{live_server.url}/find/?near=Govan")
    expect(page.get_by_text("For: woman")).to_have_count(0)


def test_a_plan_can_be_gone_back_to(live_server: LiveServer, plain_page: Page, demo: None) -> None:
    page, release = plain_page, timezone.localdate() + timedelta(weeks=3)
    page.goto(f"{live_server.url}/release/")
    page.get_by_label("Which prison").select_option("HMP Low Moss")
    for name, value in (("Day", release.day), ("Month", release.month), ("Year", release.year)):
        page.get_by_label(name, exact=True).fill(str(value))
    page.get_by_role("button", name="Show what can start").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("From HMP Low Moss")
    follow(page, page.get_by_role("link", name="Prison Recovery Coordinator").first)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("From HMP Low Moss")
    page.go_back()
    expect(page.get_by_label("Day", exact=True)).to_have_value(str(release.day))


def test_a_helpline_is_called_and_not_referred_to(live_server: LiveServer, plain_page: Page, demo: None) -> None:
    page = plain_page
    page.goto(f"{live_server.url}/services/samaritans/")
    expect(page.get_by_role("main")).to_contain_text("Anyone can call")
    expect(page.get_by_role("main").get_by_role("link", name="Call 116 123")).to_have_attribute("href", "tel:116123")
    expect(page.get_by_role("main").get_by_role("link", name="Send an enquiry")).to_have_count(0)
    page.goto(f"{live_server.url}/enquiries/new/?service=samaritans")
    expect(page.get_by_role("heading", level=1)).to_have_text("How to reach Samaritans")
    expect(page.get_by_role("main").get_by_role("link", name="Call 116 123")).to_be_visible()


def test_who_it_is_for_is_said_by_keyboard(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(f"{live_server.url}/find/?near=Govan&setting=police-custody")
    page.get_by_role("link", name="Say who it is for").focus()
    page.keyboard.press("Enter")
    page.get_by_label("The person is").focus()
    page.keyboard.type("Wo")
    page.keyboard.press("Tab")
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    expect(page.get_by_text("For: woman, 17, in police custody")).to_be_visible()
    page.get_by_role("link", name="Forget this").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("For: woman")).to_have_count(0)
    assert_accessible(page)
