"""A moderator's day in a browser: every page of the inbox, by keyboard, wide and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from directory.enquiries.actions import add_note, quarantine_enquiry
from directory.enquiries.models import Enquiry, Note
from directory.models import Taxonomy
from hub.accounts import roles
from hub.models import User
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user
from tests.journeys.conftest import assert_accessible, sign_in

# Wagtail's own frame around the page: its menu's toggle is no landmark, and its headings are its own.
OF_WAGTAIL = ("region", "landmark-unique", "heading-order", "aria-allowed-role")
QUESTIONS = ("note", "attempt", "ask", "done", "waiting", "assign", "flag", "close", "quarantine")


@pytest.fixture
def moderator() -> User:
    for slug in ("police-custody", "community-sentence"):
        TermFactory(slug=slug, taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", taxonomy=Taxonomy.NEED)
    return make_user(roles.MODERATORS, first_name="Sam", last_name="Okafor")


@pytest.fixture
def inbox(page: Page, live_server, moderator: User) -> Page:
    """The queues, opened by the moderator."""
    sign_in(page, live_server, moderator)
    page.goto(f"{live_server.url}/admin/enquiries/")
    return page


def test_every_page_is_accessible(inbox: Page, live_server, moderator: User) -> None:
    enquiry = make_enquiry(service=ServiceFactory(), urgent_reasons=("suicide",))
    twin, held = make_enquiry(), make_enquiry()
    quarantine_enquiry(enquiry=held, by=moderator)
    list_page = f"{live_server.url}/admin/enquiries/"
    own = f"{list_page}{enquiry.pk}/"
    addresses = [list_page, f"{list_page}?tab=closed", own, f"{list_page}{held.pk}/", f"{own}compare/{twin.pk}/"]
    addresses += [f"{own}{name}/" for name in QUESTIONS]
    addresses += [f"{list_page}{name}/" for name in ("record", "practice", "hand-over")]
    for address in addresses:
        inbox.goto(address)
        assert_accessible(inbox, but_for=OF_WAGTAIL)


def test_keys_move_claim_and_open_and_can_be_switched_off(inbox: Page) -> None:
    first, second = make_enquiry(), make_enquiry()
    inbox.reload()
    inbox.keyboard.press("j")
    inbox.keyboard.press("j")
    inbox.keyboard.press("k")
    assert inbox.evaluate("document.activeElement.textContent") == first.reference
    inbox.keyboard.press("?")
    inbox.get_by_role("heading", name="Keys", exact=True).wait_for()
    inbox.keyboard.press("Escape")
    find = inbox.get_by_label("Reference or part of it")
    find.focus()
    inbox.keyboard.type("jc?")
    expect(find, "letters that are typed are letters").to_have_value("jc?")
    assert not Enquiry.objects.filter(claimed_by__isnull=False).exists()
    inbox.get_by_role("link", name=second.reference).focus()
    inbox.keyboard.press("c")
    inbox.wait_for_url(re.compile(str(second.pk)))
    assert Enquiry.objects.get(pk=second.pk).claimed_by is not None
    inbox.go_back()
    inbox.get_by_role("button", name="Switch keys off").click()
    inbox.reload()
    inbox.get_by_role("link", name=first.reference).focus()
    inbox.keyboard.press("c")
    inbox.keyboard.press("Enter")
    inbox.wait_for_url(re.compile(str(first.pk)))
    assert Enquiry.objects.get(pk=first.pk).claimed_by is None


def test_by_keyboard_alone_from_claim_to_close_with_a_stale_note(inbox: Page, moderator: User) -> None:
    enquiry = make_enquiry(phone="0141 496 0177")
    inbox.reload()
    inbox.get_by_role("button", name=f"Claim {enquiry.reference}").focus()
    inbox.keyboard.press("Enter")
    inbox.get_by_text("Claimed by you").wait_for()
    inbox.get_by_role("button", name="Show phone").first.focus()
    inbox.keyboard.press("Enter")
    inbox.get_by_text("0141 496 0177").wait_for()
    add_note(enquiry=enquiry, by=make_user(roles.MODERATORS, "ola@staff.example", first_name="Ola"), text="Mine first")
    inbox.get_by_label("Add a note for colleagues").focus()
    inbox.keyboard.type("Rang once")
    inbox.keyboard.press("Tab")
    inbox.keyboard.press("Enter")
    inbox.get_by_role("heading", name="It changed since you opened it").wait_for()
    assert_accessible(inbox, but_for=OF_WAGTAIL)
    expect(inbox.get_by_text("Mine first").first).to_be_visible()
    inbox.get_by_role("button", name="Save note").focus()
    inbox.keyboard.press("Enter")
    inbox.get_by_role("heading", name="What next?").wait_for()
    assert Note.objects.count() == 2
    inbox.goto(f"{inbox.url}close/")
    inbox.get_by_label("Could not contact").focus()
    inbox.keyboard.press("Space")
    inbox.get_by_role("button", name="Close with this reason").focus()
    inbox.keyboard.press("Enter")
    inbox.wait_for_url("**/admin/enquiries/")
    assert Enquiry.objects.get().close_reason == "no_contact"
