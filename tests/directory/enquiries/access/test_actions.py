"""Granting, confirming, ending: who may, who is told, and what the log says."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from directory.enquiries.access.actions import (
    AccessRefused,
    HasAccess,
    LastLead,
    NotWaiting,
    NotYours,
    allow_change,
    confirm_access,
    end_access,
    grant_access,
)
from directory.enquiries.models import AllowedChange, AuditEvent, InboxAccess
from directory.enquiries.models.access import is_lead, works_inbox
from directory.enquiries.storage.access_log import find_problems
from hub.models import User
from tests.factories.hub import give_access

from .test_rows import again

pytestmark = pytest.mark.django_db


def grant(person: User, by: User, kind: str = "moderator") -> InboxAccess:
    return grant_access(person=person, kind=kind, by=by, reason="Joins the team")


def logged() -> list[tuple[str, str]]:
    return list(AuditEvent.objects.values_list("action", "detail"))


def test_two_leads_let_somebody_in(newcomer: User, lead: User, second_lead: User) -> None:
    access = grant(newcomer, lead)
    assert not works_inbox(again(newcomer)), "one lead's word lets nobody in"
    confirm_access(access=access, by=second_lead)
    assert works_inbox(again(newcomer))
    line = AuditEvent.objects.get(action="access_confirmed")
    assert (line.actor_name, line.actor_role, line.subject_id) == ("Ruth Bell", "lead", newcomer.pk)
    assert logged() == [("access_granted", "moderator"), ("access_confirmed", "moderator")]
    assert list(find_problems()) == []


def test_a_lead_cannot_confirm_her_own_grant(newcomer: User, lead: User, second_lead: User) -> None:
    access = grant(newcomer, lead)
    with pytest.raises(NotYours):
        confirm_access(access=access, by=lead)
    assert not works_inbox(again(newcomer))
    with pytest.raises(DatabaseError), transaction.atomic():
        InboxAccess.objects.filter(pk=access.pk).update(confirmed_by=access.granted_by)


def test_not_even_under_an_access_of_another_time(newcomer: User, lead: User, second_lead: User) -> None:
    access = grant(newcomer, lead)
    InboxAccess.objects.filter(person=lead).update(ended_at=access.granted_at)
    give_access(lead, InboxAccess.Kind.LEAD)
    with pytest.raises(NotYours):
        confirm_access(access=access, by=lead)


def test_nobody_confirms_what_they_are_to_get(newcomer: User, lead: User) -> None:
    access = grant(newcomer, lead)
    give_access(newcomer, InboxAccess.Kind.LEAD)
    with pytest.raises(NotYours):
        confirm_access(access=access, by=newcomer)


@pytest.mark.parametrize("who", ["moderator", "newcomer"])
def test_only_leads_change_access(
    who: str, request: pytest.FixtureRequest, colleague: User, lead: User, second_lead: User
) -> None:
    user, other = request.getfixturevalue(who), User.objects.create_user("other@staff.example")
    waiting = grant(other, lead)
    for attempt in attempts(waiting, colleague, user):
        with pytest.raises(PermissionDenied):
            attempt()
    assert InboxAccess.objects.waiting().get() == waiting


def attempts(waiting: InboxAccess, colleague: User, by: User) -> list[Callable[[], object]]:
    current = InboxAccess.objects.get(person=colleague)
    return [
        lambda: grant(colleague, by, "lead"),
        lambda: confirm_access(access=waiting, by=by),
        lambda: end_access(access=current, by=by, reason="x"),
        lambda: allow_change(person=colleague, change="password", by=by),
    ]


def test_a_lead_whose_access_has_just_ended_is_refused_although_the_page_was_loaded_before(
    newcomer: User, lead: User, second_lead: User
) -> None:
    assert is_lead(lead)
    end_access(access=InboxAccess.objects.get(person=lead), by=second_lead, reason="Leaves")
    with pytest.raises(PermissionDenied):
        grant(newcomer, lead)


def test_what_somebody_has_is_not_granted_again(
    moderator: User, newcomer: User, lead: User, second_lead: User
) -> None:
    with pytest.raises(HasAccess):
        grant(moderator, lead)
    grant(newcomer, lead)
    with pytest.raises(HasAccess):
        grant(newcomer, second_lead)
    with pytest.raises(HasAccess):
        grant(second_lead, lead)
    with pytest.raises(ValueError, match="administrator"):
        grant(newcomer, lead, "administrator")
    newcomer.is_active = False
    with pytest.raises(AccessRefused, match="switched off"):
        grant(newcomer, lead)


def test_a_moderator_becomes_a_lead_and_keeps_working_until_then(
    moderator: User, lead: User, second_lead: User
) -> None:
    access = grant(moderator, lead, "lead")
    assert works_inbox(again(moderator))
    assert not is_lead(again(moderator))
    confirm_access(access=access, by=second_lead)
    assert is_lead(again(moderator))
    assert InboxAccess.objects.not_ended().get(account_number=moderator.pk) == access


def test_ending(moderator: User, newcomer: User, lead: User, second_lead: User) -> None:
    access = InboxAccess.objects.get(person=moderator)
    end_access(access=access, by=lead, reason="Leaves the team")
    assert not works_inbox(again(moderator))
    with pytest.raises(NotWaiting):
        end_access(access=access, by=second_lead, reason="Leaves the team")
    waiting = grant(newcomer, lead)
    end_access(access=waiting, by=lead, reason="A mistake")
    with pytest.raises(NotWaiting):
        confirm_access(access=waiting, by=second_lead)
    ended = InboxAccess.objects.ended().order_by("pk")
    assert [(row.ended_by.name, row.end_reason) for row in ended] == [
        ("Iona Grant", "Leaves the team"),
        ("Iona Grant", "A mistake"),
    ]


def test_the_last_lead_stays_and_nobody_ends_their_own(lead: User, second_lead: User) -> None:
    mine, hers = InboxAccess.objects.get(person=lead), InboxAccess.objects.get(person=second_lead)
    with pytest.raises(NotYours):
        end_access(access=mine, by=lead, reason="Tired")
    end_access(access=hers, by=lead, reason="Leaves")
    with pytest.raises(LastLead):
        end_access(access=mine, by=lead, reason="Tired")
    assert is_lead(again(lead))


def test_a_lead_who_cannot_sign_in_does_not_count(lead: User, second_lead: User) -> None:
    User.objects.filter(pk=second_lead.pk).update(is_active=False)
    with pytest.raises(LastLead):
        end_access(access=InboxAccess.objects.get(person=lead), by=lead, reason="Tired")


def test_leads_are_told_and_no_mail_names_anybody(newcomer: User, lead: User, second_lead: User) -> None:
    access = grant(newcomer, lead)
    confirm_access(access=access, by=second_lead)
    end_access(access=access, by=lead, reason="Zanzibar")
    end_access(access=InboxAccess.objects.get(person=second_lead), by=lead, reason="Zanzibar")
    told = [message.to for message in mail.outbox]
    assert told == [["lead@staff.example"], ["second@staff.example"]] * 4, "also whoever is shut out"
    for message in mail.outbox:
        text = f"{message.subject} {message.body}"
        for hidden in ("Quillon", "Zephyrine", "newcomer", "Iona", "Ruth", "Zanzibar", "moderator"):
            assert hidden not in text
        assert "/admin/enquiries/access/" in text


class TestAppointing:
    def appoint(self, email: str) -> tuple[str, str]:
        output, errors = StringIO(), StringIO()
        call_command("appoint_lead", email, stdout=output, stderr=errors)
        return output.getvalue(), errors.getvalue()

    def test_the_first_lead_has_nobody_to_be_granted_by(self, newcomer: User) -> None:
        output, errors = self.appoint("Newcomer@staff.example")
        assert is_lead(again(newcomer))
        assert "The hub has 1 now" in output
        assert "Appoint a second one" in errors
        assert logged() == [("lead_appointed", "appointed")]

    def test_later_all_other_leads_are_told(self, newcomer: User, lead: User) -> None:
        output, errors = self.appoint(newcomer.email)
        assert ["lead@staff.example"] in [message.to for message in mail.outbox]
        assert AuditEvent.objects.get(action="lead_appointed").subject_id == newcomer.pk
        assert errors == ""
        assert newcomer.email not in output

    def test_a_moderator_becomes_one(self, moderator: User, lead: User) -> None:
        self.appoint(moderator.email)
        assert InboxAccess.objects.not_ended().get(account_number=moderator.pk).is_lead

    def test_whoever_waits_need_not_wait(self, newcomer: User, lead: User) -> None:
        grant(newcomer, lead, "lead")
        self.appoint(newcomer.email)
        assert is_lead(again(newcomer))

    def test_what_cannot_be(self, lead: User) -> None:
        for email, told in (("nobody@staff.example", "No account"), (lead.email, "already")):
            with pytest.raises(CommandError, match=told):
                self.appoint(email)
        User.objects.create_user("off@staff.example", is_active=False)
        with pytest.raises(CommandError, match="switched off"):
            self.appoint("off@staff.example")

    def test_an_account_that_cannot_reach_the_admin_is_told_of(self) -> None:
        User.objects.create_user("outside@staff.example")
        assert "cannot reach the admin" in self.appoint("outside@staff.example")[1]


def test_a_word_is_not_given_twice_nor_to_oneself_nor_for_nothing(
    moderator: User, newcomer: User, lead: User, second_lead: User
) -> None:
    allow_change(person=moderator, change="password", by=lead)
    with pytest.raises(AccessRefused, match="already"):
        allow_change(person=moderator, change="password", by=second_lead)
    with pytest.raises(NotYours):
        allow_change(person=lead, change="email", by=lead)
    with pytest.raises(AccessRefused, match="no access"):
        allow_change(person=newcomer, change="email", by=lead)
    with pytest.raises(ValueError, match="shoes"):
        allow_change(person=moderator, change="shoes", by=lead)
    assert AllowedChange.objects.count() == 1
