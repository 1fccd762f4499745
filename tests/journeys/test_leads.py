"""A lead in a browser: every page of access, log and requests, wide and on a phone; granting by keyboard alone."""

import pytest
from playwright.sync_api import Page

from directory.enquiries.access.actions import grant_access
from directory.enquiries.models import InboxAccess
from hub.accounts import roles
from hub.models import Authenticator, User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_authenticator, make_user
from tests.journeys.conftest import assert_accessible, sign_in
from tests.journeys.test_inbox import OF_WAGTAIL

ACCESS = "/admin/enquiries/access/"
REQUESTS = "/admin/enquiries/requests/"


@pytest.fixture
def lead() -> User:
    return make_user(roles.LEADS, first_name="Lee", last_name="Strang")


@pytest.fixture
def admin(page: Page, live_server, lead: User) -> Page:
    """The page on access, opened by the lead."""
    sign_in(page, live_server, lead)
    page.goto(f"{live_server.url}{ACCESS}")
    return page


def test_every_page_of_leads_is_accessible(admin: Page, live_server, lead: User) -> None:
    moderator = make_user(roles.MODERATORS)
    newcomer = make_user(roles.EDITORS, "newcomer@staff.example")
    waiting = grant_access(person=newcomer, kind="moderator", by=lead, reason="Joins in May")
    row = InboxAccess.objects.current().get(person=moderator)
    enquiry = make_enquiry()
    addresses = [
        ACCESS,
        f"{ACCESS}grant/",
        f"{ACCESS}history/",
        f"{ACCESS}{row.pk}/allow/",
        f"{ACCESS}{waiting.pk}/end/",
        "/admin/enquiries/log/",
        f"/admin/enquiries/log/statement/{enquiry.pk}/",
        f"/admin/enquiries/{enquiry.pk}/readers/",
        REQUESTS,
        f"{REQUESTS}workload/",
        f"{REQUESTS}export/",
        f"{REQUESTS}about/{enquiry.pk}/",
    ]
    for address in addresses:
        admin.goto(f"{live_server.url}{address}")
        assert_accessible(admin, but_for=OF_WAGTAIL)


def test_granting_by_keyboard_says_what_is_missing(admin: Page, live_server) -> None:
    newcomer = make_user(roles.EDITORS, "newcomer@staff.example", first_name="Nell")
    admin.goto(f"{live_server.url}{ACCESS}grant/")
    admin.get_by_role("button", name="Grant").last.focus()
    admin.keyboard.press("Enter")
    admin.get_by_text("Choose whose account it is").first.wait_for()
    assert_accessible(admin, but_for=OF_WAGTAIL)
    admin.get_by_label("Whose account?").select_option(str(newcomer.pk))
    admin.get_by_label("Moderator: read enquiries").focus()
    admin.keyboard.press("Space")
    admin.get_by_label("Why do they need it?").focus()
    admin.keyboard.type("Joins in May")
    admin.keyboard.press("Enter")
    admin.get_by_text("until another lead confirms it").wait_for()
    assert InboxAccess.objects.waiting().get().person == newcomer


def test_an_administrator_resets_a_second_factor(page: Page, live_server) -> None:
    administrator = make_user(roles.ADMINISTRATORS)
    editor = make_user(roles.EDITORS)
    make_authenticator(editor)
    sign_in(page, live_server, administrator)
    page.goto(f"{live_server.url}/admin/accounts/{editor.pk}/reset-second-factor/")
    page.get_by_text("Speak to the person first").wait_for()
    assert_accessible(page, but_for=OF_WAGTAIL)
    page.get_by_role("button", name="I spoke to them").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/users/")
    assert not Authenticator.objects.filter(user=editor).exists()
