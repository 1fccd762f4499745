"""The page before what cannot wait: by mouse, by keyboard, without a script, and with Back."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from directory.enquiries.models import Enquiry
from tests.journeys.conftest import assert_accessible, await_whole
from tests.journeys.enquiry_pages import from_words, go_on, press_send

from .elsewhere import OtherSite
from .steps import WORDS, expect_no_words, expect_nothing_typed, go_back, open_answers, walk_to_words

HEADING = "Some of this cannot wait for an enquiry"


@pytest.fixture
def urgent_page(page: Page, live_server: LiveServer, elsewhere: OtherSite) -> Page:
    """The page before sending, about somebody of 15 in police custody."""
    interrupt(page, live_server)
    return page


@pytest.fixture
def walked_urgent_page(page: Page, live_server: LiveServer, elsewhere: OtherSite) -> Page:
    """The same, with every page before it in the history."""
    walk_to_words(page, live_server, setting="Police custody")
    from_words(page, age="15")
    press_and_be_interrupted(page)
    return page


@pytest.fixture
def urgent_windowless_page(windowless_page: Page, live_server: LiveServer, elsewhere: OtherSite) -> Page:
    """The same, for what is not about Back."""
    interrupt(windowless_page, live_server)
    return windowless_page


def interrupt(page: Page, live_server: LiveServer) -> None:
    open_answers(page, live_server, setting="police-custody", age="15")
    press_and_be_interrupted(page)


def press_and_be_interrupted(page: Page) -> None:
    press_send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADING)


def test_it_is_accessible_and_continuing_leads_to_a_receipt_that_says_the_same(urgent_windowless_page: Page) -> None:
    urgent_page = urgent_windowless_page
    assert urgent_page.title().startswith("Before you go on")
    assert_accessible(urgent_page)
    for name in ("Call 999", "Call 101", "Call 0808 800 5000"):
        dial = urgent_page.get_by_role("link", name=name)
        box = dial.bounding_box()
        assert box
        assert box["height"] >= 52
    urgent_page.get_by_role("button", name="Continue the enquiry").first.click()
    expect(urgent_page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    expect(urgent_page.get_by_role("link", name="Call 999")).to_be_visible()
    assert_accessible(urgent_page)
    assert Enquiry.objects.count() == 1


def test_back_and_change_keep_every_answer(walked_urgent_page: Page) -> None:
    urgent_page = walked_urgent_page
    go_back(urgent_page)
    expect(urgent_page.get_by_text(WORDS)).to_be_visible()
    urgent_page.go_forward(wait_until="commit")
    expect(urgent_page.get_by_role("heading", level=1)).to_have_text(HEADING)
    urgent_page.get_by_role("link", name="Change an answer").click()
    urgent_page.get_by_role("link", name="Change In your words").click()
    expect(urgent_page.get_by_label("In your words")).to_have_value(WORDS)
    expect(urgent_page.get_by_label("Housing")).to_be_checked()
    expect(urgent_page.get_by_role("alert")).to_have_count(0)
    go_on(urgent_page)
    press_send(urgent_page)
    expect(urgent_page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")


@pytest.mark.parametrize("way", ["send", "stop", "leave"])
def test_nothing_of_it_shows_in_back(
    urgent_page: Page,
    live_server: LiveServer,
    elsewhere: OtherSite,
    way: str,
) -> None:
    if way == "send":
        urgent_page.get_by_role("button", name="Continue the enquiry").last.click()
        expect(urgent_page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    elif way == "stop":
        urgent_page.get_by_role("link", name="Stop and delete my answers").click()
        expect(urgent_page.get_by_role("heading", level=1)).to_have_text("Nothing was sent")
    else:
        urgent_page.get_by_role("link", name="Leave this site").click()
        urgent_page.wait_for_url(elsewhere.address)
    go_back(urgent_page)
    expect_nothing_typed(urgent_page, live_server)


def test_by_keyboard_the_first_stop_of_the_page_is_the_way_back_and_both_ways_on_are_reached(
    urgent_windowless_page: Page,
) -> None:
    urgent_page = urgent_windowless_page
    await_whole(urgent_page)
    urgent_page.get_by_role("link", name="Leave this site").focus()
    reached = []
    for _ in range(16):
        urgent_page.keyboard.press("Tab")
        reached.append(urgent_page.evaluate("document.activeElement.innerText.replace(/\\s+/g, ' ').trim()"))
    wanted = ["Back", "Change an answer", "Continue the enquiry", "Call 999", "Call 101", "Continue the enquiry"]
    found = iter(reached)
    assert all(name in found for name in wanted), reached
    urgent_page.get_by_role("button", name="Continue the enquiry").last.focus()
    urgent_page.keyboard.press("Enter")
    expect(urgent_page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")


def test_without_script_it_works_and_says_what_stays(
    plain_page: Page,
    live_server: LiveServer,
    elsewhere: OtherSite,
) -> None:
    interrupt(plain_page, live_server)
    expect(plain_page.get_by_text("Without JavaScript, Back can show what you typed.")).to_be_visible()
    plain_page.get_by_role("link", name="Back", exact=True).click()
    expect(plain_page.get_by_text(WORDS)).to_be_visible()
    press_send(plain_page)
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    go_back(plain_page)
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("No enquiry is open here")
    expect_no_words(plain_page)
