"""The whole path of an enquiry: by keyboard, on a phone, without JavaScript, saved and come back to, and followed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from directory.enquiries.models import Draft, Enquiry
from directory.models import Area, Taxonomy
from tests.factories.directory import TermFactory
from tests.factories.home import build_site

from .conftest import assert_accessible, await_whole, follow, main_text
from .enquiry_pages import WORDS, from_words, go_on, press_send, to_words

CODE = re.compile(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{4}\b")
REFERENCE = re.compile(r"PSH-[2-9A-Z]{4}-[2-9A-Z]{4}")


@pytest.fixture(autouse=True)
def hub(transactional_db: None) -> None:
    build_site()
    for slug, name in (("community-sentence", "Community sentence"), ("prison", "Prison")):
        TermFactory(slug=slug, name=name, taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", name="Housing", taxonomy=Taxonomy.NEED)
    Area.objects.get_or_create(code="hmp-perth", defaults={"name": "HMP Perth", "kind": "prison"})


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def focus_on(page: Page, name: str) -> None:
    """Press Tab until the control of this name has the focus: whoever cannot point must get there."""
    await_whole(page)
    for _ in range(60):
        page.keyboard.press("Tab")
        if name in page.evaluate(
            "(() => { const at = document.activeElement;"
            "return at.labels?.length ? at.labels[0].innerText : at.innerText || ''; })()"
        ):
            return
    raise AssertionError(f"Tab never reaches {name!r}.")


def by_keyboard(page: Page, **typed: str) -> None:
    """Fill in boxes and choices of a page by label, then press Continue, without a mouse."""
    for label, text in typed.items():
        focus_on(page, label)
        page.keyboard.type(text) if text else press(page, "Space")
    focus_on(page, "Continue")
    press(page, "Enter")


def test_every_step_by_keyboard_is_accessible_at_both_widths(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/enquiries/new/")
    pages: list[dict[str, str]] = [
        {"Me": ""},
        {},
        {"Community sentence": ""},
        {"First part": "G42"},
        {"Housing": "", "In your words": WORDS},
        {"Your first name": "R.M.", "Your age": "34"},
        {"Language": "Polish"},
        {"Text message": ""},
        {"Safe phone number": "0141 496 0100"},
        {"What keeps people safe?": "In a café"},
        {"It is about me": ""},
    ]
    for typed in pages:
        assert_accessible(page)
        before = heading(page)
        by_keyboard(page, **typed)
        expect(page.get_by_role("heading", level=1)).not_to_have_text(before)
    assert heading(page) == "Check your answers"
    assert_accessible(page)
    focus_on(page, "Send enquiry")
    press(page, "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    assert Enquiry.objects.get().unseal_answers().words == WORDS


def test_a_page_with_a_problem_takes_the_focus_to_what_is_wrong(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/enquiries/new/")
    to_words(page)
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Choose what would help, or say it in your words")
    expect(page.locator("#error-summary")).to_be_focused()
    assert_accessible(page)
    page.get_by_role("link", name="Choose what would help").click()
    assert page.evaluate("document.activeElement.name") == "needs"


def test_who_is_held_is_asked_where_and_until_when(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/enquiries/new/")
    page.get_by_label("A relative or friend").check()
    go_on(page)
    go_on(page)
    page.get_by_label("Prison").check()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Where is the person held, and until when?")
    assert_accessible(page)


def test_saved_left_and_come_back_to_by_the_code(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/enquiries/new/")
    to_words(page)
    page.get_by_label("In your words").fill(WORDS)
    page.get_by_role("button", name="Save and come back later").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answers are saved")
    assert_accessible(page)
    code = CODE.search(main_text(page))
    assert code
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/enquiries/new/")
    follow(page, page.get_by_role("link", name="Come back to an enquiry"))
    assert_accessible(page)
    page.get_by_label("Your code").fill("4K7M2 XQD9W 7RAC")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("No saved enquiry opens with that")
    assert_accessible(page)
    page.get_by_label("Your code").fill(code.group().lower())
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_label("In your words")).to_have_value(WORDS)
    assert code.group() not in page.url


def test_without_script_from_the_first_question_to_the_page_that_follows_it(
    live_server: LiveServer, plain_page: Page
) -> None:
    page = plain_page
    page.goto(f"{live_server.url}/enquiries/new/")
    to_words(page)
    page.get_by_label("In your words").fill(WORDS)
    from_words(page)
    page.get_by_role("link", name="Change Your role").click()
    page.get_by_label("Your role").fill("Probation officer")
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    press_send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    assert not Draft.objects.exists()
    shown = main_text(page)
    reference, code = REFERENCE.search(shown), CODE.search(shown)
    assert reference
    assert code
    page.get_by_role("link", name="see where it has got to").click()
    page.get_by_label("Reference").fill(reference.group())
    page.get_by_label("Code").fill(code.group())
    page.get_by_role("button", name="Show where it has got to").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Received")
    page.get_by_role("link", name="Withdraw this enquiry").click()
    page.get_by_role("button", name="Withdraw this enquiry").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Withdrawn")


def test_the_page_that_follows_it_is_accessible_and_locks(live_server: LiveServer, page: Page) -> None:
    page.goto(f"{live_server.url}/enquiries/new/")
    to_words(page)
    from_words(page)
    press_send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your enquiry")
    assert_accessible(page)
    shown = main_text(page)
    reference, code = REFERENCE.search(shown), CODE.search(shown)
    assert reference
    assert code
    page.goto(f"{live_server.url}/enquiries/find/")
    page.get_by_label("Reference").fill(reference.group())
    page.get_by_label("Code").fill(code.group())
    page.get_by_role("button", name="Show where it has got to").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Received")
    assert_accessible(page)
    follow(page, page.get_by_role("link", name="Complain"))
    assert_accessible(page)
    page.get_by_label("What do you want to tell us?").fill("Nobody called.")
    page.get_by_role("button", name="Send this complaint").click()
    expect(page.get_by_text("You complained")).to_be_visible()
    page.get_by_role("link", name="Lock this page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The page is locked")
    page.goto(f"{live_server.url}/enquiries/status/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where has my enquiry got to?")
