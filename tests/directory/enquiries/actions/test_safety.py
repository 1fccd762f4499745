"""Risks, the safety note, searches and practice: what is sealed, recorded, or in nothing that is real."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from directory.enquiries.actions import (
    NotPossibleNow,
    add_note,
    answer_safety_request,
    ask_for_safety_note,
    ask_sender,
    claim_enquiry,
    close_enquiry,
    find_by_contact,
    lift_flag,
    open_enquiry,
    open_safety_note,
    raise_flag,
)
from directory.enquiries.actions.practice import end_practice, start_practice
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage, RiskFlag
from directory.enquiries.retention.anonymisation import plan_anonymising
from directory.enquiries.storage.access_log import find_problems
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


def test_risks_are_sealed_with_their_kind_and_lifted_once(moderator: User) -> None:
    enquiry = make_enquiry()
    flag = raise_flag(enquiry=enquiry, by=moderator, kind="from_others", reason="His brother reads the phone")
    row = str(vars(RiskFlag.objects.get()))
    assert "brother" not in row
    assert "from_others" not in row
    assert open_enquiry(enquiry=enquiry, by=moderator).flags[0].kind == "In danger from someone else"
    assert lift_flag(flag=flag, by=moderator)
    assert not lift_flag(flag=flag, by=moderator)
    with pytest.raises(ValueError, match="no_such"):
        raise_flag(enquiry=enquiry, by=moderator, kind="no_such", reason="x")


def test_a_safety_note_needs_a_lead_or_a_leads_word_for_a_day(moderator: User, colleague: User) -> None:
    lead = make_user(roles.LEADS)
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(sealed_safety_note=enquiry.data_key.seal("Two go together"))
    with pytest.raises(PermissionDenied):
        open_safety_note(enquiry=enquiry, by=moderator)
    assert open_safety_note(enquiry=enquiry, by=lead) == "Two go together"
    request = ask_for_safety_note(enquiry=enquiry, by=moderator)
    assert ask_for_safety_note(enquiry=enquiry, by=moderator) == request
    with pytest.raises(PermissionDenied):
        answer_safety_request(request=request, by=colleague, is_allowed=True)
    answer_safety_request(request=request, by=lead, is_allowed=True)
    with pytest.raises(NotPossibleNow):
        answer_safety_request(request=request, by=lead, is_allowed=False)
    assert open_safety_note(enquiry=enquiry, by=moderator) == "Two go together"
    with pytest.raises(PermissionDenied):
        open_safety_note(enquiry=enquiry, by=colleague)
    request.refresh_from_db()
    assert not request.allows(timezone.now() + timedelta(hours=25))
    assert list(enquiry.events.filter(action="safety_shown").values_list("actor_id", flat=True)) == [
        lead.pk,
        moderator.pk,
    ]


def test_a_search_by_phone_is_on_the_record_without_the_number(moderator: User) -> None:
    enquiry = make_enquiry()
    assert list(find_by_contact(contact=ContactPoint.phone("+44 141 4960100"), by=moderator)) == [enquiry]
    assert not find_by_contact(contact=ContactPoint.email("nobody@elsewhere.example"), by=moderator).exists()
    searches = AuditEvent.objects.filter(action="searched")
    assert [(event.detail, event.enquiry_id) for event in searches] == [("phone: 1", None), ("email: 0", None)]
    assert list(find_problems()) == []


def test_invented_enquiries_are_in_nothing_that_is_real(moderator: User, colleague: User) -> None:
    keys, real = EnquiryKey.objects.count(), make_enquiry()
    lines, mails = AuditEvent.objects.count(), OutboxMessage.objects.count()
    invented = start_practice(by=moderator)
    for enquiry in invented[1:]:
        claim_enquiry(enquiry=enquiry, by=moderator)
        add_note(enquiry=enquiry, by=moderator, text="Practice")
        ask_sender(enquiry=enquiry, by=moderator, text="Practice?", until=timezone.localdate())
        open_enquiry(enquiry=enquiry, by=moderator)
    close_enquiry(enquiry=invented[1], by=moderator, reason="planned")
    Enquiry.objects.filter(is_practice=True).update(answer_due_at=timezone.now() - timedelta(days=400))
    Enquiry.objects.filter(pk=invented[1].pk).update(closed_at=timezone.now() - timedelta(days=400))
    now = timezone.now()
    queues = Enquiry.objects
    for queue in (
        queues.mine(moderator),
        queues.waiting(now),
        queues.overdue(now),
        queues.urgent(),
        queues.closed(),
        queues.claimed_by_others(colleague),
    ):
        assert not queue.exists()
    assert list(queues.open()) == [real]
    assert sum(queues.counts_for(moderator, now).values()) == 2, "one in all open and one in new"
    assert not find_by_contact(contact=ContactPoint.phone("0141 496 0101"), by=moderator).exists()
    assert AuditEvent.objects.count() == lines + 1
    assert OutboxMessage.objects.count() == mails
    assert (plan_anonymising(now).due, plan_anonymising(now).kept) == ([], 1)
    assert list(find_problems()) == []
    assert end_practice(by=colleague) == 0
    assert end_practice(by=moderator) == len(invented)
    assert list(Enquiry.objects.all()) == [real]
    assert EnquiryKey.objects.count() == keys + 1
