"""From the home page to a printed plan for recruitment: with nothing but a keyboard, and without JavaScript."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories.guidance import home_page
from tests.factories.readiness import make_questions

from .conftest import assert_accessible, await_whole, follow

MOST_TABS = 150


@pytest.fixture(params=[True, False], ids=["script", "plain"])
def has_script(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["wide", "narrow"])
def any_page(browser: Browser, request: pytest.FixtureRequest, has_script: bool) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=has_script)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    context.close()


@pytest.fixture
def look(any_page: Page, has_script: bool) -> Callable[[], None]:
    """Axe is a script itself: without one, only the width is looked at."""

    def looked() -> None:
        if has_script:
            assert_accessible(any_page)
        assert any_page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    return looked


def tab_to(page: Page, target: Locator) -> None:
    """Go there with the Tab key, as somebody without a mouse does."""
    await_whole(page)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"The keyboard does not reach {target}")


def press(page: Page, role: str, name: str) -> None:
    tab_to(page, page.get_by_role(role, name=name).first)
    page.keyboard.press("Enter")


def reply(page: Page, words: str, arrows: int, evidence: str) -> None:
    """Choose the answer so many arrows to the right of the first, and type what shows it."""
    question = page.get_by_role("group", name=words)
    tab_to(page, question.get_by_role("radio").first)
    page.keyboard.press("Space")
    for _ in range(arrows):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type(evidence)


@pytest.fixture
def guidance() -> None:
    section = make_questions()
    home = home_page()
    home.save()
    assert section.outline().stages


def test_a_team_plans_its_recruitment(
    live_server: LiveServer, any_page: Page, look: Callable[[], None], guidance: None
) -> None:
    page = any_page
    page.goto(live_server.url)
    press(page, "link", "check whether you are ready")
    expect(page.get_by_role("heading", level=1)).to_have_text("Are we ready?")
    look()
    tab_to(page, page.get_by_role("radio", name="All stages"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    press(page, "button", "Begin")
    expect(page.get_by_role("heading", level=2, name="Set it up")).to_be_visible()
    look()
    reply(page, "Late asking.", 1, "The form still asks")
    reply(page, "Everyone is a PVG member.", 4, "")
    # Enter in a box saves, as the button below does.
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Say why it is not for you.")
    expect(page.get_by_role("group", name="Late asking.").get_by_role("radio", name="Partly")).to_be_checked()
    look()
    wrong = page.locator(".hub-ready__question--wrong")
    expect(wrong.get_by_text("Why is it not for you?")).to_be_visible()
    tab_to(page, wrong.get_by_role("textbox"))
    page.keyboard.type("No regulated roles")
    press(page, "button", "Save and see the result")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 thing left to do")
    look()
    press(page, "link", "Plan who does what")
    plan(page, look)
    on_paper(page, look)


def plan(page: Page, look: Callable[[], None]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Our plan to be ready")
    look()
    due = timezone.localdate() + timedelta(days=30)
    tab_to(page, page.get_by_label("Who (role)"))
    page.keyboard.type("HR lead")
    page.keyboard.press("Tab")
    page.keyboard.type("1 1 1800")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("The date must be between")
    expect(page.get_by_label("Who (role)")).to_have_value("HR lead")
    look()
    tab_to(page, page.get_by_label("By (day, month and year)"))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(f"{due:%d %m %Y}")
    press(page, "button", "Save and print")


def on_paper(page: Page, look: Callable[[], None]) -> None:
    expect(page.get_by_text("Plan made")).to_be_visible()
    look()
    page.emulate_media(media="print")
    expect(page.get_by_text("Late asking.")).to_be_visible()
    expect(page.get_by_text("HR lead")).to_be_visible()
    for gone in (page.get_by_role("link", name="Change roles and dates"), page.get_by_role("navigation").first):
        expect(gone).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_private_link_opens_at_once_and_leaves_the_address(
    live_server: LiveServer, page: Page, guidance: None
) -> None:
    page.goto(f"{live_server.url}/guidance/readiness/?stage=set-it-up")
    page.get_by_label("Scotland").check()
    follow(page, page.get_by_role("button", name="Begin"))
    page.get_by_role("group", name="Late asking.").get_by_role("radio", name="Partly").check()
    follow(page, page.get_by_role("button", name="Save and see the result"))
    page.goto(f"{live_server.url}/guidance/readiness/link/")
    assert_accessible(page)
    address = page.locator("#address").inner_text()
    asked: list[str] = []
    page.context.clear_cookies()
    page.on("request", lambda request: asked.append(request.url + str(request.headers)))
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("1 thing left to do")
    code = address.partition("#")[2]
    # Neither an address nor a header of any request has it; browsers leave out what stands behind the #.
    assert not [line for line in asked if code in line.partition("#")[0] or code in line.partition("{")[2]]
    page.go_back()
    assert code not in page.url
    for name in ("compare", "frameworks", "open", "delete"):
        page.goto(f"{live_server.url}/guidance/readiness/{name}/")
        assert_accessible(page)
