"""Who may reach what. An address that is not in the matrix fails."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse

from directory.enquiries import urls
from directory.enquiries.access.actions import grant_access
from directory.enquiries.access_admin import urls as access_urls
from directory.enquiries.actions import claim_enquiry, open_enquiry
from directory.enquiries.inbox import urls as inbox_urls
from directory.enquiries.models import Enquiry, InboxAccess
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", roles.ADMINISTRATORS, roles.EDITORS, roles.DIRECTORY_EDITORS, roles.MODERATORS, roles.LEADS)
LOGIN = "/admin/login/"
REFUSED = "/admin/"

EVERYONE_200 = (200,) * 6
NO_RECEIPT = (404,) * 6
INBOX_200 = (LOGIN, REFUSED, REFUSED, REFUSED, 200, 200)
INBOX_404 = (LOGIN, REFUSED, REFUSED, REFUSED, 404, 404)
INBOX_302 = (LOGIN, REFUSED, REFUSED, REFUSED, 302, 302)
LEADS_ONLY = (LOGIN, REFUSED, REFUSED, REFUSED, REFUSED, 200)
# Whoever was signed out gets what they typed back, to send it again.
ACCESS_302, ACCESS_400, ACCESS_405 = ((403, *LEADS_ONLY[1:5], status) for status in (302, 400, 405))
LEADS_302, LEADS_405 = ((*LEADS_ONLY[:5], status) for status in (302, 405))
INBOX_409 = (LOGIN, REFUSED, REFUSED, REFUSED, 409, 409)
INBOX_405 = (LOGIN, REFUSED, REFUSED, REFUSED, 405, 405)

# For each name of an address and each method: the status, or where the visitor is sent, for each of ROLES.
MATRIX = {
    ("enquiries:new", "get"): EVERYONE_200,
    ("enquiries:new", "post"): (405,) * 6,
    ("enquiries:answer", "get"): (303,) * 6,
    ("enquiries:answer", "post"): EVERYONE_200,
    ("enquiries:save", "get"): (303,) * 6,
    ("enquiries:save", "post"): EVERYONE_200,
    ("enquiries:send", "get"): (303,) * 6,
    ("enquiries:send", "post"): (404,) * 6,
    ("enquiries:come_back", "get"): EVERYONE_200,
    ("enquiries:come_back", "post"): EVERYONE_200,
    ("enquiries:on_paper", "get"): EVERYONE_200,
    ("enquiries:on_paper", "post"): (405,) * 6,
    ("enquiries:stop", "get"): EVERYONE_200,
    ("enquiries:stop", "post"): EVERYONE_200,
    ("enquiries:stop_one", "get"): EVERYONE_200,
    ("enquiries:stop_one", "post"): EVERYONE_200,
    ("enquiries:question", "get"): (404,) * 6,
    ("enquiries:question", "post"): (405,) * 6,
    ("enquiries:look_up", "get"): EVERYONE_200,
    ("enquiries:look_up", "post"): EVERYONE_200,
    ("enquiries:status", "get"): (303,) * 6,
    ("enquiries:status", "post"): (405,) * 6,
    ("enquiries:lock", "get"): EVERYONE_200,
    ("enquiries:lock", "post"): EVERYONE_200,
    ("enquiries:leave_word", "get"): (303,) * 6,
    ("enquiries:leave_word", "post"): EVERYONE_200,
    ("enquiries:add", "get"): (303,) * 6,
    ("enquiries:add", "post"): (405,) * 6,
    ("enquiries:receipt", "get"): NO_RECEIPT,
    ("enquiries:receipt", "post"): (405,) * 6,
    ("enquiries_inbox:list", "get"): INBOX_200,
    ("enquiries_inbox:list", "post"): INBOX_405,
    ("enquiries_inbox:find", "get"): INBOX_405,
    ("enquiries_inbox:find", "post"): INBOX_404,
    ("enquiries_inbox:log", "get"): LEADS_ONLY,
    ("enquiries_inbox:log", "post"): LEADS_405,
    ("enquiries_inbox:log_search", "get"): LEADS_405,
    ("enquiries_inbox:log_search", "post"): LEADS_302,
    ("enquiries_inbox:statement", "get"): LEADS_ONLY,
    ("enquiries_inbox:statement", "post"): LEADS_405,
    ("enquiries_access:list", "get"): LEADS_ONLY,
    ("enquiries_access:list", "post"): ACCESS_405,
    ("enquiries_access:history", "get"): LEADS_ONLY,
    ("enquiries_access:history", "post"): ACCESS_405,
    ("enquiries_access:grant", "get"): LEADS_ONLY,
    ("enquiries_access:grant", "post"): ACCESS_400,
    ("enquiries_access:confirm", "get"): LEADS_405,
    ("enquiries_access:confirm", "post"): ACCESS_302,
    ("enquiries_access:end", "get"): LEADS_ONLY,
    ("enquiries_access:end", "post"): ACCESS_400,
    ("enquiries_access:allow", "get"): LEADS_ONLY,
    ("enquiries_access:allow", "post"): ACCESS_400,
    ("enquiries_inbox:bulk_claim", "get"): INBOX_405,
    ("enquiries_inbox:bulk_claim", "post"): INBOX_302,
    ("enquiries_inbox:hand_over", "get"): INBOX_200,
    ("enquiries_inbox:hand_over", "post"): INBOX_200,
    ("enquiries_inbox:record", "get"): INBOX_200,
    # Nobody is signed in: the form comes back to the browser that sent it, to be sent again.
    ("enquiries_inbox:record", "post"): (403, REFUSED, REFUSED, REFUSED, 200, 200),
    ("enquiries_inbox:practice", "get"): INBOX_200,
    ("enquiries_inbox:practice", "post"): INBOX_405,
    ("enquiries_inbox:start_practice", "get"): INBOX_405,
    ("enquiries_inbox:start_practice", "post"): INBOX_302,
    ("enquiries_inbox:end_practice", "get"): INBOX_405,
    ("enquiries_inbox:end_practice", "post"): INBOX_302,
    ("enquiries_inbox:enquiry", "get"): INBOX_200,
    ("enquiries_inbox:enquiry", "post"): INBOX_405,
    ("enquiries_inbox:claim", "get"): INBOX_405,
    ("enquiries_inbox:claim", "post"): INBOX_302,
    ("enquiries_inbox:release", "get"): INBOX_405,
    ("enquiries_inbox:release", "post"): INBOX_302,
    # Nothing is held back or closed, and of one enquiry there is no pair: what is posted without reason is refused.
    ("enquiries_inbox:let_through", "get"): INBOX_405,
    ("enquiries_inbox:let_through", "post"): INBOX_409,
    ("enquiries_inbox:discard", "get"): INBOX_405,
    ("enquiries_inbox:discard", "post"): INBOX_409,
    ("enquiries_inbox:close_withdrawn", "get"): INBOX_405,
    ("enquiries_inbox:close_withdrawn", "post"): INBOX_409,
    ("enquiries_inbox:acknowledge_message", "get"): INBOX_405,
    ("enquiries_inbox:acknowledge_message", "post"): INBOX_302,
    ("enquiries_inbox:handle_message", "get"): INBOX_405,
    ("enquiries_inbox:handle_message", "post"): INBOX_302,
    ("enquiries_inbox:sender_told", "get"): INBOX_405,
    ("enquiries_inbox:sender_told", "post"): INBOX_302,
    ("enquiries_inbox:lift_flag", "get"): INBOX_405,
    ("enquiries_inbox:lift_flag", "post"): INBOX_302,
    ("enquiries_inbox:contact", "get"): INBOX_405,
    ("enquiries_inbox:contact", "post"): INBOX_302,
    ("enquiries_inbox:safety", "get"): INBOX_405,
    ("enquiries_inbox:safety", "post"): (LOGIN, REFUSED, REFUSED, REFUSED, REFUSED, 200),
    ("enquiries_inbox:ask_safety", "get"): INBOX_405,
    ("enquiries_inbox:ask_safety", "post"): INBOX_302,
    ("enquiries_inbox:answer_safety", "get"): LEADS_405,
    ("enquiries_inbox:answer_safety", "post"): (LOGIN, REFUSED, REFUSED, REFUSED, REFUSED, 404),
    ("enquiries_inbox:readers", "get"): LEADS_ONLY,
    ("enquiries_inbox:readers", "post"): LEADS_405,
    ("enquiries_inbox:compare", "get"): INBOX_404,
    ("enquiries_inbox:compare", "post"): INBOX_405,
    ("enquiries_inbox:merge", "get"): INBOX_405,
    ("enquiries_inbox:merge", "post"): INBOX_404,
    ("enquiries_inbox:keep_apart", "get"): INBOX_405,
    ("enquiries_inbox:keep_apart", "post"): INBOX_404,
    ("enquiries_inbox:note", "get"): INBOX_200,
    ("enquiries_inbox:note", "post"): INBOX_200,
    ("enquiries_inbox:late-note", "get"): INBOX_200,
    ("enquiries_inbox:late-note", "post"): INBOX_200,
    ("enquiries_inbox:attempt", "get"): INBOX_200,
    ("enquiries_inbox:attempt", "post"): INBOX_200,
    ("enquiries_inbox:ask", "get"): INBOX_200,
    ("enquiries_inbox:ask", "post"): INBOX_200,
    ("enquiries_inbox:done", "get"): INBOX_200,
    ("enquiries_inbox:done", "post"): INBOX_200,
    ("enquiries_inbox:waiting", "get"): INBOX_200,
    ("enquiries_inbox:waiting", "post"): INBOX_200,
    ("enquiries_inbox:assign", "get"): INBOX_200,
    ("enquiries_inbox:assign", "post"): INBOX_200,
    ("enquiries_inbox:flag", "get"): INBOX_200,
    ("enquiries_inbox:flag", "post"): INBOX_200,
    ("enquiries_inbox:close", "get"): INBOX_200,
    ("enquiries_inbox:close", "post"): INBOX_200,
    ("enquiries_inbox:reopen", "get"): INBOX_200,
    ("enquiries_inbox:reopen", "post"): INBOX_200,
    ("enquiries_inbox:quarantine", "get"): INBOX_200,
    ("enquiries_inbox:quarantine", "post"): INBOX_302,
}


def all_patterns() -> list[tuple[str, URLPattern]]:
    return [
        (f"{module.app_name}:{pattern.name}", pattern)
        for module in (urls, inbox_urls, access_urls)
        for pattern in module.urlpatterns
    ]


def test_every_address_is_in_the_matrix_for_both_methods() -> None:
    assert {(name, method) for name, _ in all_patterns() for method in ("get", "post")} == set(MATRIX)


@pytest.mark.parametrize("name", dict.fromkeys(name for name, _ in MATRIX))
def test_each_role_gets_what_the_matrix_says(name: str) -> None:
    address = reverse(name, args=_key(str(dict(all_patterns())[name].pattern)))
    browsers = [_browser(role) for role in ROLES]
    for method in ("get", "post"):
        assert tuple(_ask(browser, method, address) for browser in browsers) == MATRIX[name, method], method


def _browser(role: str) -> Client:
    client = Client()
    if role != "anonymous":
        client.force_login(make_user(role))
    return client


def _ask(client: Client, method: str, address: str) -> int | str:
    """What comes back. Whatever the request changes is undone, in the browser too, before the next one."""
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    before = transaction.savepoint()
    try:
        return _outcome(getattr(client, method)(address))
    finally:
        transaction.savepoint_rollback(before)
        client.cookies.clear()
        client.cookies.load(cookies)


def _key(pattern: str) -> list[object]:
    if "<uuid" in pattern:
        return [make_enquiry().pk] * pattern.count("<uuid")
    if "<int:number>" in pattern:
        return [1, "q1"] if "<slug" in pattern else [1]
    if "<slug" in pattern:
        return ["q1"]
    return [_waiting_access().pk] if "<int" in pattern else []


def _waiting_access() -> InboxAccess:
    """Granted by a lead who is none of ROLES."""
    number = User.objects.count()
    granter = make_user(roles.LEADS, f"granter-{number}@staff.example")
    person = make_user(roles.EDITORS, f"newcomer-{number}@staff.example")
    return grant_access(person=person, kind="moderator", by=granter, reason="Joins")


def _outcome(response: HttpResponse) -> int | str:
    location = response.headers.get("Location", "")
    if location.startswith(LOGIN):
        return LOGIN
    return REFUSED if location == REFUSED else response.status_code


@pytest.mark.parametrize("role", ROLES[1:4])
def test_other_roles_change_and_read_nothing(role: str) -> None:
    enquiry, user = make_enquiry(), make_user(role)
    assert not Enquiry.objects.visible_to(user).exists()
    for action in (open_enquiry, claim_enquiry):
        with pytest.raises(PermissionDenied):
            action(enquiry=enquiry, by=user)
    assert enquiry.events.count() == 1


def test_a_moderator_who_has_left_sees_nothing(moderator: User) -> None:
    make_enquiry()
    moderator.is_active = False
    moderator.save()
    assert not Enquiry.objects.visible_to(User.objects.get(pk=moderator.pk)).exists()


def test_an_enquiry_that_does_not_exist_is_not_found(inbox: Client) -> None:
    for path in ("", "claim/", "note/"):
        method = inbox.post if path else inbox.get
        assert method(f"/admin/enquiries/00000000-0000-4000-8000-000000000000/{path}").status_code == 404
