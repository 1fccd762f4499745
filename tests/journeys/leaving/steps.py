"""What people do with a form, and what Back must not show."""

from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from .elsewhere import OtherSite

WORDS = "Kanarienvogel has moved five times."
NEW = "/enquiries/new/"


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
