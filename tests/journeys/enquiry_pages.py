"""Walking through the pages of an enquiry in a browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from .conftest import follow

WORDS = "Does better one to one."
CONTINUE = "Continue"


def go_on(page: Page) -> None:
    """Press Continue."""
    follow(page, page.get_by_role("button", name=CONTINUE, exact=True))


def to_words(page: Page, *, setting: str = "Community sentence", home: str = "") -> None:
    """From the first question to the page for words."""
    page.get_by_label("Someone I work with").check()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What happens to what you tell us")
    go_on(page)
    page.get_by_label(setting).check()
    go_on(page)
    if home:
        page.get_by_label("First part of the postcode").fill(home)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What would help?")


def from_words(
    page: Page, *, age: str = "", emails_reference: bool = False, look: Callable[[Page], None] = lambda page: None
) -> None:
    """From the page for words, filled in, to all answers at once."""
    page.get_by_label("Housing").check()
    look(page)
    go_on(page)
    page.get_by_label("First name or initials of the person").fill("R.M.")
    if age:
        page.get_by_label("Age, if you know it").fill(age)
    look(page)
    go_on(page)
    look(page)
    go_on(page)
    page.get_by_label("Through me").check()
    look(page)
    go_on(page)
    page.get_by_label("Your role").fill("Justice social worker")
    page.get_by_label("Your email address").fill("a.example@council.example")
    if emails_reference:
        page.get_by_label("Email me the reference").check()
    look(page)
    go_on(page)
    look(page)
    go_on(page)
    page.get_by_label("Yes, they know and agree to share this").check()
    look(page)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    look(page)


def press_send(page: Page) -> None:
    """Press the one button that sends."""
    page.get_by_role("button", name="Send enquiry").click()
