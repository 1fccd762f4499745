"""The pages of leads about access: forms, buttons, refusals, and what they cost."""

from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.enquiries.access.actions import allow_change, confirm_access, grant_access
from directory.enquiries.actions import claim_enquiry
from directory.enquiries.models import AllowedChange, InboxAccess
from directory.enquiries.models.access import works_inbox
from hub.accounts import roles
from hub.models import User
from tests.directory.enquiries.access.test_rows import again
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/access/"


@pytest.fixture
def leads(client: Client, lead: User, second_lead: User) -> Client:
    """A browser with a lead signed in; there is another one."""
    client.force_login(lead)
    return client


@pytest.fixture
def others(second_lead: User) -> Client:
    client = Client()
    client.force_login(second_lead)
    return client


def granted(person: User, by: User, kind: str = "moderator") -> InboxAccess:
    return grant_access(person=person, kind=kind, by=by, reason="Joins in spring")


def words(response) -> str:  # type: ignore[no-untyped-def]
    return unescape(response.content.decode())


def test_from_grant_to_end_by_hand(leads: Client, others: Client, newcomer: User) -> None:
    posted = {"person": str(newcomer.pk), "kind": "moderator", "reason": "Joins in spring"}
    assert leads.post(f"{LIST}grant/", posted).headers["Location"] == LIST
    page = words(leads.get(LIST))
    assert "Quillon Zephyrine" in page
    assert "Joins in spring" in page
    assert "Another lead must confirm it." in page
    access = InboxAccess.objects.waiting().get()
    confirmed = others.post(f"{LIST}{access.pk}/confirm/")
    assert confirmed.headers["Location"] == LIST
    said = [str(message) for message in get_messages(confirmed.wsgi_request)]
    assert said
    assert "Quillon" not in "".join(said)
    assert works_inbox(again(newcomer))
    assert "confirmed by Ruth Bell" in words(leads.get(LIST))
    claim_enquiry(enquiry=make_enquiry(), by=again(newcomer))
    assert "They have claimed 1 enquiry" in words(leads.get(f"{LIST}{access.pk}/end/"))
    assert leads.post(f"{LIST}{access.pk}/end/", {"reason": "Left us"}).headers["Location"] == LIST
    assert not works_inbox(again(newcomer))
    history = words(leads.get(f"{LIST}history/"))
    assert "by Iona Grant" in history
    assert "Left us" in history


def test_what_is_missing_is_named_and_nothing_typed_is_lost(leads: Client, newcomer: User) -> None:
    response = leads.post(f"{LIST}grant/", {"person": str(newcomer.pk), "reason": "Joins in spring"})
    page = words(response)
    assert response.status_code == 400
    assert "Choose what they may do" in page
    assert 'href="#id_kind_0"' in page
    assert 'value="Joins in spring"' in page
    assert f'value="{newcomer.pk}" selected' in page
    for posted in ({}, {"person": "x", "kind": "king", "reason": "y" * 201}, {"person": "99999999999999999999"}):
        assert leads.post(f"{LIST}grant/", posted).status_code == 400
    assert not InboxAccess.objects.waiting().exists()


def test_an_account_that_cannot_reach_the_admin_is_refused_with_the_way_out(leads: Client) -> None:
    outside = User.objects.create_user("outside@staff.example")
    response = leads.post(f"{LIST}grant/", {"person": str(outside.pk), "kind": "lead", "reason": "x"})
    assert response.status_code == 400
    assert "Ask an administrator to give it the role" in words(response)


def test_only_accounts_that_can_be_let_in_are_offered(
    leads: Client, newcomer: User, moderator: User, second_lead: User
) -> None:
    off = User.objects.create_user("off@staff.example", is_active=False)
    offered = leads.get(f"{LIST}grant/").context["form"].fields["person"].queryset
    assert {newcomer, moderator} <= set(offered)
    assert not {off, second_lead} & set(offered)


def test_a_grant_that_somebody_else_made_meanwhile_is_409(leads: Client, newcomer: User, second_lead: User) -> None:
    granted(newcomer, second_lead)
    posted = {"person": str(newcomer.pk), "kind": "moderator", "reason": "Joins in spring"}
    response = leads.post(f"{LIST}grant/", posted)
    assert response.status_code == 409
    assert "waits for a lead to confirm it" in words(response)
    assert 'value="Joins in spring"' in words(response)


def test_confirming_what_is_not_to_be_confirmed_is_409_and_says_why(
    leads: Client, lead: User, second_lead: User, newcomer: User
) -> None:
    mine = granted(newcomer, lead)
    response = leads.post(f"{LIST}{mine.pk}/confirm/")
    assert response.status_code == 409
    assert "You granted it yourself" in words(response)
    confirm_access(access=mine, by=second_lead)
    assert leads.post(f"{LIST}{mine.pk}/confirm/").status_code == 409
    for number in (999999, 9**30):
        assert leads.post(f"{LIST}{number}/confirm/").status_code == 404


def test_ending_what_has_ended_or_must_not_end(leads: Client, lead: User, moderator: User, second_lead: User) -> None:
    own = InboxAccess.objects.get(person=lead)
    response = leads.post(f"{LIST}{own.pk}/end/", {"reason": "Tired of it"})
    assert response.status_code == 409
    assert "another lead must end it" in words(response)
    assert 'value="Tired of it"' in words(response)
    InboxAccess.objects.filter(person=second_lead).update(ended_at=timezone.now())
    assert "the last lead" in words(leads.post(f"{LIST}{own.pk}/end/", {"reason": "Tired of it"}))
    access = InboxAccess.objects.get(person=moderator)
    assert leads.post(f"{LIST}{access.pk}/end/").status_code == 400
    InboxAccess.objects.filter(pk=access.pk).update(ended_at=timezone.now())
    for address in (
        f"{LIST}{access.pk}/end/",
        f"{LIST}{access.pk}/allow/",
        f"{LIST}99999/end/",
        f"{LIST}{9**30}/end/",
    ):
        response = leads.get(address)
        assert response.status_code == 404
        assert "This access has ended" in words(response)


def test_allowing_a_change(leads: Client, moderator: User) -> None:
    access = InboxAccess.objects.get(person=moderator)
    assert leads.post(f"{LIST}{access.pk}/allow/", {"change": "shoes"}).status_code == 400
    assert leads.post(f"{LIST}{access.pk}/allow/", {"change": "second_factor"}).headers["Location"] == LIST
    assert "Second factor" in words(leads.get(LIST))
    assert leads.post(f"{LIST}{access.pk}/allow/", {"change": "second_factor"}).status_code == 409
    assert AllowedChange.objects.get().change == "second_factor"


def test_warnings_for_leads(leads: Client, moderator: User, lead: User, second_lead: User) -> None:
    assert "There is only one lead" not in words(leads.get(LIST))
    User.objects.filter(pk=second_lead.pk).update(is_active=False)
    assert "There is only one lead" in words(leads.get(LIST))
    assert "switched off" in words(leads.get(LIST))
    InboxAccess.objects.filter(person=moderator).update(origin="migrated")
    assert "taken over from the groups" in words(leads.get(LIST))
    assert "Taken over from the group" in words(leads.get(LIST))


def test_who_renames_herself_before_she_is_promoted_is_seen(leads: Client, moderator: User, lead: User) -> None:
    User.objects.filter(pk=moderator.pk).update(first_name="Somebody", last_name="Else")
    granted(again(moderator), lead, "lead")
    page = words(leads.get(LIST))
    assert "now called Somebody Else" in page
    assert "Until now known as Sam Okafor" in page


def test_the_list_costs_the_same_however_long(leads: Client, second_lead: User, django_assert_num_queries) -> None:
    def fill(count: int) -> None:
        for number in range(count):
            person = make_user(roles.EDITORS, f"e{User.objects.count()}-{number}@staff.example")
            confirm_access(access=granted(person, second_lead), by=User.objects.get(email="lead@staff.example"))
            allow_change(person=person, change="password", by=second_lead)
            waits = make_user(roles.EDITORS, f"w{User.objects.count()}-{number}@staff.example")
            granted(waits, second_lead)

    fill(1)
    leads.get(LIST)
    with CaptureQueriesContext(connection) as one:
        leads.get(LIST)
    fill(6)
    with django_assert_num_queries(len(one.captured_queries)):
        page = leads.get(LIST)
    assert len(page.context["waiting"]) == 7
    assert len(one.captured_queries) <= 15


def test_the_history_has_pages(leads: Client, moderator: User) -> None:
    assert "Nobody’s access has ended yet" in words(leads.get(f"{LIST}history/"))
    now = timezone.now()
    InboxAccess.objects.bulk_create(
        InboxAccess(person=moderator, account_number=moderator.pk, name="Sam", kind="moderator", ended_at=now)
        for _ in range(60)
    )
    assert len(leads.get(f"{LIST}history/").context["page"].object_list) == 50
    assert len(leads.get(f"{LIST}history/?page=2").context["page"].object_list) == 10
    for page in ("0", "-1", "1000000000", "abc", "\x00"):
        assert leads.get(f"{LIST}history/", {"page": page}).status_code == 200


def test_names_stay_out_of_addresses_mails_and_browsers(leads: Client, newcomer: User, second_lead: User) -> None:
    access = granted(newcomer, second_lead)
    for address in ("", "grant/", "history/", f"{access.pk}/end/", f"{access.pk}/allow/"):
        response = leads.get(f"{LIST}{address}")
        assert "no-store" in response.headers["Cache-Control"]
        for hidden in ("Quillon", "Zephyrine", "newcomer@"):
            assert hidden not in response.request["PATH_INFO"]
    assert "Quillon" in words(leads.get(LIST)), "control: the page itself does name her"
    assert all("Quillon" not in f"{message.subject}{message.body}" for message in mail.outbox)
    assert str(access) == f"Access {access.pk}"


def test_only_leads_see_the_menu(leads: Client, inbox: Client, moderator: User, lead: User) -> None:
    def menu(user: User) -> str:
        client = Client()
        client.force_login(user)
        return client.get("/admin/").content.decode()

    assert "/admin/enquiries/access/" in menu(lead)
    assert "/admin/enquiries/access/" not in menu(moderator)
