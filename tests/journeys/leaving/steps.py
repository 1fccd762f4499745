"""What people do with an enquiry, and what Back must not show."""

from urllib.parse import urlsplit

from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from directory.enquiries.form.steps import STEP_OF_QUESTION
from tests.factories.enquiries import answer, fill, start, step_of
from tests.journeys.conftest import await_whole
from tests.journeys.enquiry_pages import from_words, press_send, to_words

from .elsewhere import OtherSite

WORDS = "Kanarienvogel has moved five times."
NEW = "/enquiries/new/"
MOST_PAGES_BEFORE = 6


def go_back(page: Page) -> None:
    # A page that was kept never loads again.
    page.go_back(wait_until="commit")


def walk_to_words(page: Page, live_server: LiveServer, **answers: str) -> None:
    """From the first page to the one for words, with words that are typed and not yet sent anywhere."""
    page.goto(f"{live_server.url}/find/")
    page.goto(f"{live_server.url}{NEW}")
    to_words(page, **answers)
    page.get_by_label("In your words").fill(WORDS)


def open_words(page: Page, live_server: LiveServer) -> None:
    """At once to the page for words, as whoever reloads it: for what does not ask where the pages before it went."""
    client, wanted = Client(), STEP_OF_QUESTION["words"].slug
    reached = start(client)
    for _ in range(MOST_PAGES_BEFORE):
        if step_of(reached) != wanted:
            reached = answer(client, reached, {"sender_kind": "professional", "setting": "community-sentence"})
    assert step_of(reached) == wanted
    open_as(client, page, live_server, reached.wsgi_request.path)
    page.get_by_label("In your words").fill(WORDS)


def open_answers(page: Page, live_server: LiveServer, **answers: str) -> None:
    """At once to all answers, which can be sent: for what does not ask where the pages before that one went."""
    client = Client()
    reached = fill(client, words=WORDS, **answers)
    open_as(client, page, live_server, reached.wsgi_request.path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    expect(page.get_by_role("main")).to_contain_text(WORDS)


def open_as(client: Client, page: Page, live_server: LiveServer, path: str) -> None:
    """Open that page in the browser with the cookies of the client, after another page of the hub."""
    host = urlsplit(live_server.url).hostname
    page.context.add_cookies(
        [
            {"name": name, "value": cookie.value, "domain": host, "path": cookie["path"], "httpOnly": True}
            for name, cookie in client.cookies.items()
        ]
    )
    page.goto(f"{live_server.url}/find/")
    page.goto(f"{live_server.url}{path}")


def send_from_words(page: Page) -> None:
    from_words(page)
    send(page)


def send(page: Page) -> None:
    press_send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")


def leave(page: Page, elsewhere: OtherSite) -> None:
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url(elsewhere.address)


def expect_nothing_typed(page: Page, live_server: LiveServer) -> None:
    expect(page).to_have_url(f"{live_server.url}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect_no_words(page)


def expect_no_words(page: Page) -> None:
    await_whole(page)
    assert "Kanarienvogel" not in page.content()
    fields = page.evaluate("[...document.querySelectorAll('input, textarea')].map(field => field.value).join()")
    assert "Kanarienvogel" not in fields
    assert "R.M." not in fields
