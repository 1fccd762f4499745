"""Back after leaving, sending and stopping, in a browser that keeps pages for Back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.conftest import assert_accessible, await_whole, main_text
from tests.journeys.enquiry_pages import go_on

from .elsewhere import OtherSite
from .steps import (
    NEW,
    WORDS,
    expect_no_words,
    expect_nothing_typed,
    go_back,
    leave,
    open_answers,
    open_words,
    send,
    send_from_words,
    walk_to_words,
)


def test_the_control_a_page_is_kept_for_back_with_all_that_was_typed(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    """Without this, the other tests would prove nothing: they need a browser that keeps pages."""
    open_words(page, live_server)
    page.evaluate("window.wasHere = true")
    page.goto(elsewhere.address)
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)
    assert page.evaluate("window.wasHere"), "it is the page itself, not a new one"
    assert page.evaluate("getComputedStyle(document.documentElement).opacity") == "1"


def test_a_tab_begins_with_nothing_of_the_one_before(
    live_server: LiveServer, open_tab: Callable[..., Page], elsewhere: OtherSite
) -> None:
    """Tabs share a window, so whatever a test leaves there would be in the next one."""
    left = "[document.cookie, localStorage.length, sessionStorage.length, history.length]"
    for what in ("document.cookie = 'left=behind'; localStorage.setItem('left', 'behind')", "0"):
        page = open_tab(reduced_motion="reduce")
        page.goto(f"{live_server.url}/find/")
        assert page.evaluate(left) == ["", 0, 0, 2]
        page.evaluate(what)
        assert page.evaluate(left) == (["left=behind", 1, 0, 2] if "left" in what else ["", 0, 0, 2])
        page.close()


def make_a_problem(page: Page) -> None:
    """Keep the words, and leave out the name on the next page."""
    go_on(page)
    page.get_by_label("Age, if you know it").fill("17")
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")


def test_back_and_a_reload_keep_what_was_typed(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    walk_to_words(page, live_server)
    make_a_problem(page)
    expect(page.get_by_label("Age, if you know it")).to_have_value("17")
    page.reload()
    expect(page.get_by_label("Age, if you know it")).to_have_value("17")
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_label("In your words")).to_have_value(WORDS)
    go_back(page)
    expect(page.get_by_label("Age, if you know it")).to_have_value("17")


def test_nothing_typed_shows_in_back_after_leaving(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    walk_to_words(page, live_server)
    make_a_problem(page)
    leave(page, elsewhere)
    # Every page of the enquiry, back to where it began.
    for _ in range(5):
        go_back(page)
        expect_nothing_typed(page, live_server)
    assert elsewhere.referrers == [None]


def test_nothing_typed_shows_in_back_after_leaving_from_another_page(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_words(page, live_server)
    page.goto(f"{live_server.url}/find/")
    leave(page, elsewhere)
    go_back(page)
    expect_nothing_typed(page, live_server)
    # And what is typed after coming back is kept again.
    walk_to_words(page, live_server)
    page.goto(f"{live_server.url}/find/")
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)


def test_nothing_typed_shows_in_back_after_sending(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_answers(page, live_server)
    send(page)
    go_back(page)
    expect_nothing_typed(page, live_server)
    page.go_forward(wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")


def test_nothing_typed_shows_in_back_after_stopping(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_words(page, live_server)
    make_a_problem(page)
    page.get_by_role("link", name="Stop and delete my answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing was sent")
    assert_accessible(page)
    go_back(page)
    expect_nothing_typed(page, live_server)


def test_the_marker_alone_is_enough(
    live_server: LiveServer, page: Page, elsewhere: OtherSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the server is slow to hear that somebody left: nobody has the browser drop its pages."""
    monkeypatch.setattr("home.views.clear_back_forward_cache", lambda request, response: None)
    monkeypatch.setattr("home.views.delete_cookies", lambda response, cookies: None)
    open_words(page, live_server)
    page.goto(f"{live_server.url}/find/")
    leave(page, elsewhere)
    go_back(page)
    expect_nothing_typed(page, live_server)


def test_the_first_picture_of_a_page_that_comes_back_is_empty(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_answers(page, live_server)
    page.evaluate("""
        addEventListener("pagehide", () => requestAnimationFrame(() => {
            const { opacity, display } = getComputedStyle(document.documentElement);
            const picture = opacity === "0" || display === "none" ? "" : document.body.innerText;
            sessionStorage.setItem("first picture", JSON.stringify(picture));
        }))
    """)
    send(page)
    go_back(page)
    expect_nothing_typed(page, live_server)
    assert page.evaluate("JSON.parse(sessionStorage.getItem('first picture'))") in ("", None)


def test_the_receipt_is_gone_after_leaving(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_answers(page, live_server)
    send(page)
    reference = re.search(r"PSH-\w{4}-\w{4}", main_text(page))
    assert reference
    page.get_by_role("button", name="Find another service").click()
    leave(page, elsewhere)
    go_back(page)
    expect(page).to_have_url(f"{live_server.url}/")
    await_whole(page)
    assert reference.group() not in page.content()
    page.goto(f"{live_server.url}/enquiries/receipt/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No receipt to show")


def test_leaving_empties_other_tabs_too(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    walk_to_words(page, live_server)
    other = page.context.new_page()
    other.goto(f"{live_server.url}/find/")
    leave(other, elsewhere)
    expect(page).to_have_url(elsewhere.address)
    go_back(page)
    expect_nothing_typed(page, live_server)


def test_what_was_searched_for_is_gone_from_every_page(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    page.goto(f"{live_server.url}/guidance/")
    page.goto(live_server.url)
    search = page.get_by_role("main").get_by_label("What help is needed?")
    search.fill("he hits me")
    page.get_by_role("main").get_by_role("button", name="Find a service").click()
    expect(page.get_by_role("heading", level=2, name="he hits me")).to_be_visible()
    go_back(page)
    expect(search).to_have_value("he hits me")
    page.go_forward(wait_until="commit")
    leave(page, elsewhere)
    go_back(page)
    expect(page).to_have_url(f"{live_server.url}/")
    expect(page.get_by_role("main").get_by_label("What help is needed?")).to_have_value("")
    await_whole(page)
    assert "he hits me" not in page.content()


def test_sending_leaves_another_enquiry_in_another_tab_alone(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_words(page, live_server)
    page.goto(f"{live_server.url}/find/")
    other = page.context.new_page()
    walk_to_words(other, live_server)
    send_from_words(other)
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)


def test_a_slow_server_does_not_delay_leaving(
    live_server: LiveServer, windowless_page: Page, elsewhere: OtherSite
) -> None:
    page = windowless_page
    open_words(page, live_server)
    page.route("**/leave/", lambda route: None)
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url(elsewhere.address, timeout=3_000)


def test_without_script_leaving_deletes_the_receipt_and_says_what_stays(
    live_server: LiveServer, plain_page: Page, elsewhere: OtherSite
) -> None:
    page = plain_page
    walk_to_words(page, live_server)
    expect(page.get_by_text("Without JavaScript, Back can show what you typed.")).to_be_visible()
    expect(page.get_by_text("Nothing you typed shows in Back.").first).to_be_hidden()
    expect(page.get_by_label("Safety")).to_contain_text("Your browser’s history stays.")
    send_from_words(page)
    assert [cookie["name"] for cookie in page.context.cookies()].count("enquiry_receipt") == 1
    leave(page, elsewhere)
    assert [cookie["name"] for cookie in page.context.cookies()].count("enquiry_receipt") == 0
    assert elsewhere.referrers == [None]


@pytest.mark.parametrize("way", ["send", "stop", "leave"])
def test_without_script_this_browser_drops_the_pages_it_kept(
    live_server: LiveServer, plain_page: Page, elsewhere: OtherSite, way: str
) -> None:
    page = plain_page
    open_answers(page, live_server)
    if way == "send":
        send(page)
    elif way == "stop":
        page.get_by_role("link", name="Stop and delete my answers").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nothing was sent")
    else:
        leave(page, elsewhere)
    go_back(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("No enquiry is open here")
    expect_no_words(page)


def test_the_way_out_stays_in_sight_and_hides_nothing_with_the_focus(
    live_server: LiveServer, windowless_page: Page, elsewhere: OtherSite
) -> None:
    page = windowless_page
    open_words(page, live_server)
    way_out = page.get_by_role("link", name="Leave this site")
    question = page.url.removeprefix(live_server.url)
    for address in (question, NEW, "/find/"):
        page.goto(f"{live_server.url}{address}")
        for depth in (0, 300, 100_000):
            page.evaluate("depth => window.scrollTo(0, depth)", depth)
            expect(way_out).to_be_in_viewport(ratio=1)
    page.goto(f"{live_server.url}{question}")
    page.evaluate("window.scrollTo(0, 100000)")
    page.get_by_role("button", name="Continue").focus()
    hidden = []
    for key in ["Shift+Tab"] * 45 + ["Tab"] * 45:
        page.keyboard.press(key)
        hidden += page.evaluate(COVERED)
    assert hidden == []
    page.emulate_media(media="print")
    expect(way_out).to_be_hidden()


# The focused element, when the bar covers it or part of it.
COVERED = """
    (() => {
        const focused = document.activeElement;
        const bar = document.querySelector(".hub-safety");
        const isApart = bar.contains(focused) || focused.matches("body, .govuk-skip-link");
        const covered = focused.getBoundingClientRect().top < bar.getBoundingClientRect().bottom;
        return !isApart && covered && window.scrollY > 0 ? [focused.outerHTML.slice(0, 120)] : [];
    })()
"""
