"""First view of every public page: light, few requests, nothing from elsewhere, nothing moves, no script needed."""

import os
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible, follow, forget
from .enquiry_pages import from_words, press_send, to_words
from .first_view import FirstView
from .public_pages import PAGES

# All pages in one test keep one worker for a minute and more, while the others have nothing left to do.
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("width", [1280, 390])
def test_every_public_page_is_light_accessible_and_complete_without_script(
    live_server: LiveServer, browser: Browser, demo: None, width: int, part: int
) -> None:
    problems = []
    context = browser.new_context(viewport={"width": width, "height": 900})
    # It stays empty, and what each of the others leaves is deleted through it.
    context.new_page()
    for address in PAGES[part::PARTS]:
        page = context.new_page()
        view = FirstView(page)
        messages: list[str] = []
        page.on("console", lambda message, to=messages: to.append(message.text))
        page.route("**/media/**", late)
        page.goto(f"{live_server.url}{address}")
        assert_accessible(page)
        problems += view.problems()
        assert not [text for text in messages if "Content Security Policy" in text], address
        page.close()
        forget(context, live_server.url)
    context.close()
    assert problems == []


def late(route: Route) -> None:
    """Pictures come when everything else is there, so that whatever they move is seen to move."""
    time.sleep(0.3)
    route.continue_()


def an_enquiry(page: Page, base: str, look: Callable[[], None]) -> None:
    page.goto(f"{base}/enquiries/new/?service=lepps")
    look()
    follow(page, page.get_by_role("button", name="Continue", exact=True))
    look()
    to_words(page)
    look()
    from_words(page, look=lambda _: look())
    press_send(page)
    page.get_by_text("Your reference").first.wait_for()
    look()


def a_list_and_what_was_said(page: Page, base: str, look: Callable[[], None]) -> None:
    for slug in ("lepps", "prison-recovery-coordinator"):
        page.goto(f"{base}/list/add/{slug}/")
        page.get_by_role("heading", level=1).wait_for()
    page.goto(f"{base}/list/")
    look()
    page.goto(f"{base}/services/lepps/")
    page.get_by_label("Age", exact=True).fill("seventeen")
    follow(page, page.get_by_role("button", name="Can I refer?"))
    look()
    page.get_by_label("Age", exact=True).fill("17")
    follow(page, page.get_by_role("button", name="Can I refer?"))
    look()
    page.goto(f"{base}/for/")
    look()
    page.goto(f"{base}/services/prison-recovery-coordinator/")
    look()
    page.goto(f"{base}/find/")
    look()


def a_release(page: Page, base: str, look: Callable[[], None]) -> None:
    page.goto(f"{base}/release/")
    follow(page, page.get_by_role("button", name="Show what can start"))
    look()
    page.get_by_label("Which prison is the person in?").select_option(label="HMP Barlinnie")
    soon = timezone.localdate() + timedelta(days=40)
    for label, number in (("Day", soon.day), ("Month", soon.month), ("Year", soon.year)):
        page.get_by_label(label, exact=True).fill(str(number))
    follow(page, page.get_by_role("button", name="Show what can start"))
    page.get_by_role("heading", name="At the gate").wait_for()
    look()


@pytest.mark.parametrize("walk", [an_enquiry, a_list_and_what_was_said, a_release], ids=lambda walk: walk.__name__)
@pytest.mark.parametrize("width", [1280, 390])
def test_every_state_that_people_come_to_is_as_light_and_holds_still(
    live_server: LiveServer, browser: Browser, demo: None, width: int, walk: Callable[..., None]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(20_000)
    view = FirstView(page)
    problems: list[str] = []
    walk(page, live_server.url, lambda: problems.extend(view.problems()))
    context.close()
    assert problems == []


CARELESS = """<!doctype html><title>Careless</title><script src="/slow.js"></script><p>Above</p>
<img src="/media/late.png"><p>Below</p><p style="margin-top: 5000px">Far below</p><img src="/media/far.png">"""
DOOR = b'<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400"/></svg>'


MOVE_EVERYTHING = """
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  document.body.insertAdjacentHTML("afterbegin", "<p>These words are pushed down.</p>");
  await frame();
  document.body.insertAdjacentHTML("afterbegin", "<p>Late<br>words<br>push<br>all<br>else<br>down.</p>");
  await frame();
}
"""


def test_a_control_a_careless_page_is_found_out(live_server: LiveServer, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    view = FirstView(page)
    kinds = {"careless": ("text/html", CARELESS), "slow.js": ("text/javascript", "// " + os.urandom(50_000).hex())}

    def answer(route: Route) -> None:
        content_type, body = kinds.get(route.request.url.rsplit("/", 1)[1], ("image/svg+xml", DOOR))
        time.sleep(0.3 if "media" in route.request.url else 0)
        route.fulfill(body=body, content_type=content_type)

    context.route("**/*", answer)
    page.goto(f"{live_server.url}/careless")
    # Whether the pictures come after the first drawing is up to the machine.
    page.evaluate(MOVE_EVERYTHING)
    found = "\n".join(view.problems())
    for words in ("bytes in", "is not drawn before slow.js", "no alt", "no width", "one size", "an old format"):
        assert words in found
    assert "loaded at once although nobody sees it" in found
    assert "moves by" in found
    context.close()


def test_leaving_replaces_the_page_so_that_back_does_not_lead_to_it(live_server: LiveServer, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    # The way out is another site: stand in for it, so that nothing leaves this machine.
    context.route("**/*bbc*/**", lambda route: route.fulfill(status=200, body="<title>Elsewhere</title>"))
    page.goto(f"{live_server.url}/health/live")
    page.goto(f"{live_server.url}/find/?q=private")
    page.get_by_role("link", name="Leave this site").click()
    page.wait_for_url("**/*bbc*/**")
    page.go_back()
    expect(page).to_have_url(f"{live_server.url}/health/live")
    context.close()


def test_without_script_the_finder_and_its_filters_work(live_server: LiveServer, browser: Browser, demo: None) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/find/")
    expect(page.get_by_label("Police custody")).to_be_hidden()
    page.get_by_role("link", name="Filter results").click()
    page.get_by_label("Police custody").check()
    follow(page, page.get_by_role("button", name="Apply filters"))
    assert "setting=police-custody" in page.url
    expect(page.get_by_role("link", name="Take off Police custody")).to_be_visible()
    page.get_by_role("link", name="POP Plus custody peer mentors", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("POP Plus custody peer mentors")
    context.close()
