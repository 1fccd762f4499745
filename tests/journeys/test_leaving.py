"""Back after leaving, sending and stopping, in a browser that keeps pages for Back."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from directory.models import Taxonomy
from home.models import SiteSettings
from tests.factories.directory import TermFactory
from tests.factories.site import build_site

from .conftest import assert_accessible
from .elsewhere import OtherSite, other_site

WORDS = "Kanarienvogel has moved five times."
NEW = "/enquiries/new/"
SIZES = [(1280, 900), (390, 844)]


@pytest.fixture
def elsewhere(transactional_db: None) -> Iterator[OtherSite]:
    """A hub with a form to fill, whose way out leads to a site on this machine."""
    build_site()
    for slug in ("police-custody", "community-sentence"):
        TermFactory(slug=slug, name=slug.replace("-", " ").capitalize(), taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", name="Housing", taxonomy=Taxonomy.NEED)
    with other_site() as site:
        SiteSettings.objects.update_or_create(
            site=Site.objects.get(is_default_site=True), defaults={"exit_url": site.address}
        )
        yield site


@pytest.fixture(params=SIZES, ids=["wide", "narrow"])
def page(remembering_browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    yield from opened(remembering_browser, viewport=dict(zip(("width", "height"), request.param, strict=True)))


@pytest.fixture
def plain_page(remembering_browser: Browser) -> Iterator[Page]:
    """Without JavaScript."""
    yield from opened(remembering_browser, java_script_enabled=False)


def opened(browser: Browser, **options: Any) -> Iterator[Page]:
    context = browser.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def go_back(page: Page) -> None:
    # A page that was kept never loads again.
    page.go_back(wait_until="commit")


def open_form(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/find/")
    page.goto(f"{live_server.url}{NEW}")
    page.get_by_label("In your words").fill(WORDS)


def fill_rest(page: Page) -> None:
    page.get_by_label("Someone I work with").check()
    page.get_by_label("First name or initials of the person").fill("R.M.")
    page.get_by_label("Community sentence").check()
    page.get_by_label("Housing").check()
    page.get_by_label("Through me").check()
    page.get_by_label("Your role").fill("Justice social worker")
    page.get_by_label("Your email address").fill("a.example@council.example")
    page.get_by_label("Yes, they know and agree to share this").check()


def send(page: Page) -> None:
    fill_rest(page)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")


def leave(page: Page, elsewhere: OtherSite) -> None:
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url(elsewhere.address)


def expect_nothing_typed(page: Page, live_server: LiveServer) -> None:
    expect(page).to_have_url(f"{live_server.url}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "Kanarienvogel" not in page.content()
    fields = page.evaluate("[...document.querySelectorAll('input, textarea')].map(field => field.value).join()")
    assert "Kanarienvogel" not in fields
    assert "R.M." not in fields


def test_the_control_a_page_is_kept_for_back_with_all_that_was_typed(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    """Without this, the other tests would prove nothing: they need a browser that keeps pages."""
    open_form(page, live_server)
    page.evaluate("window.wasHere = true")
    page.goto(elsewhere.address)
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)
    assert page.evaluate("window.wasHere"), "it is the page itself, not a new one"
    assert page.evaluate("getComputedStyle(document.documentElement).opacity") == "1"


def test_back_from_a_page_with_errors_keeps_what_was_typed(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_form(page, live_server)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)


def test_nothing_typed_shows_in_back_after_leaving(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_form(page, live_server)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    leave(page, elsewhere)
    go_back(page)
    expect_nothing_typed(page, live_server)
    assert elsewhere.referrers == [None]


def test_nothing_typed_shows_in_back_after_leaving_from_another_page(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_form(page, live_server)
    page.goto(f"{live_server.url}/find/")
    leave(page, elsewhere)
    go_back(page)
    expect_nothing_typed(page, live_server)
    # And what is typed after coming back is kept again.
    page.goto(f"{live_server.url}{NEW}")
    page.get_by_label("In your words").fill(WORDS)
    page.goto(f"{live_server.url}/find/")
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)


def test_nothing_typed_shows_in_back_after_sending(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_form(page, live_server)
    send(page)
    go_back(page)
    expect_nothing_typed(page, live_server)
    page.go_forward(wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")


def test_nothing_typed_shows_in_back_after_stopping(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_form(page, live_server)
    page.get_by_role("button", name="Send enquiry").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    page.get_by_role("link", name="Stop without sending").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing was sent")
    assert_accessible(page)
    go_back(page)
    expect_nothing_typed(page, live_server)


def test_the_first_picture_of_a_page_that_was_left_is_empty(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_form(page, live_server)
    page.evaluate("""
        addEventListener("pagehide", () => requestAnimationFrame(() => {
            const seen = getComputedStyle(document.documentElement);
            sessionStorage.firstPicture = JSON.stringify([seen.opacity, seen.display, document.body.innerText]);
        }))
    """)
    page.goto(f"{live_server.url}/find/")
    leave(page, elsewhere)
    go_back(page)
    expect_nothing_typed(page, live_server)
    opacity, display, text = page.evaluate('JSON.parse(sessionStorage.firstPicture ?? \'["never", "", ""]\')')
    assert opacity in ("0", "never") or display == "none" or text == ""


def test_the_receipt_is_gone_after_leaving(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_form(page, live_server)
    send(page)
    reference = re.search(r"PSH-\w{4}-\w{4}", page.get_by_role("main").inner_text())
    assert reference
    page.get_by_role("button", name="Find another service").click()
    leave(page, elsewhere)
    go_back(page)
    expect(page).to_have_url(f"{live_server.url}/")
    assert reference.group() not in page.content()
    page.goto(f"{live_server.url}/enquiries/receipt/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No receipt to show")


def test_leaving_empties_other_tabs_too(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_form(page, live_server)
    other = page.context.new_page()
    other.goto(f"{live_server.url}/find/")
    leave(other, elsewhere)
    expect(page).to_have_url(elsewhere.address)
    go_back(page)
    expect(page).to_have_url(f"{live_server.url}/find/")


def test_sending_leaves_another_enquiry_in_another_tab_alone(
    live_server: LiveServer, page: Page, elsewhere: OtherSite
) -> None:
    open_form(page, live_server)
    page.goto(f"{live_server.url}/find/")
    other = page.context.new_page()
    open_form(other, live_server)
    send(other)
    go_back(page)
    expect(page.get_by_label("In your words")).to_have_value(WORDS)


def test_a_slow_server_does_not_delay_leaving(live_server: LiveServer, page: Page, elsewhere: OtherSite) -> None:
    open_form(page, live_server)
    page.route("**/leave/", lambda route: None)
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url(elsewhere.address, timeout=3_000)


def test_without_script_leaving_deletes_the_receipt_and_says_what_stays(
    live_server: LiveServer, plain_page: Page, elsewhere: OtherSite
) -> None:
    page = plain_page
    open_form(page, live_server)
    expect(page.get_by_text("Without JavaScript, Back can show what you typed.")).to_be_visible()
    expect(page.get_by_text("Nothing you typed shows in Back.").first).to_be_hidden()
    expect(page.get_by_label("Safety")).to_contain_text("Your browser’s history stays.")
    send(page)
    assert [cookie["name"] for cookie in page.context.cookies()].count("enquiry_receipt") == 1
    leave(page, elsewhere)
    assert [cookie["name"] for cookie in page.context.cookies()].count("enquiry_receipt") == 0
    assert elsewhere.referrers == [None]


@pytest.mark.parametrize("way", ["send", "stop", "leave"])
def test_without_script_this_browser_drops_the_pages_it_kept(
    live_server: LiveServer, plain_page: Page, elsewhere: OtherSite, way: str
) -> None:
    page = plain_page
    open_form(page, live_server)
    if way == "send":
        send(page)
    elif way == "stop":
        page.get_by_role("link", name="Stop without sending").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nothing was sent")
    else:
        leave(page, elsewhere)
    go_back(page)
    expect(page).to_have_url(f"{live_server.url}{NEW}")
    expect(page.get_by_label("In your words")).to_have_value("")
