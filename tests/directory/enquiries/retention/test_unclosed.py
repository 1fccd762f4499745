"""What nobody closed: leads are told, then it is emptied, and whatever happens keeps it."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from directory.enquiries.actions import open_enquiry
from directory.enquiries.models import Enquiry, UnclosedNotice
from directory.enquiries.retention.anonymisation import anonymise_due_enquiries
from directory.enquiries.retention.clock import believe_clock
from directory.enquiries.retention.holds import place_hold
from directory.enquiries.retention.unclosed import tell_leads
from directory.enquiries.storage.access_log import AuditEvent
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> User:
    return make_user(roles.LEADS, "lead@staff.example")


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Enquiry:
    """Received thirteen months ago; nothing has happened since."""
    long_ago = timezone.now() - timedelta(days=400)
    with monkeypatch.context() as patch:
        patch.setattr("django.utils.timezone.now", lambda: long_ago)
        patch.setattr(AuditEvent._meta.get_field("at"), "_get_default", lambda: long_ago)
        patch.setattr(Enquiry._meta.get_field("received_at"), "_get_default", lambda: long_ago)
        return make_enquiry()


def told(days_ago: int) -> None:
    UnclosedNotice.objects.update(told_at=timezone.now() - timedelta(days=days_ago))


def is_emptied(enquiry: Enquiry) -> bool:
    return Enquiry.objects.get(pk=enquiry.pk).anonymised_at is not None


def run(**options: Any) -> int:
    # Nothing happened for months, so somebody has to say that it is today.
    believe_clock(timezone.now())
    return anonymise_due_enquiries(**options)


def test_leads_are_told_once_and_nothing_is_said_of_anybody(forgotten: Enquiry, lead: User) -> None:
    make_enquiry()
    assert run() == 0
    assert run() == 0
    (message,) = mail.outbox
    assert message.to == ["lead@staff.example"]
    assert "12 months" in message.body
    assert "/admin/enquiries/requests/" in message.body
    assert forgotten.reference not in message.body + message.subject
    assert str(forgotten.pk) not in message.body
    assert UnclosedNotice.objects.get().enquiry == forgotten


def test_it_is_emptied_30_days_after_they_were_told(forgotten: Enquiry, lead: User) -> None:
    run()
    told(29)
    assert run() == 0
    told(30)
    assert run() == 1
    current = Enquiry.objects.get(pk=forgotten.pk)
    assert (current.close_reason, current.sealed_answers) == ("no_contact", "")
    assert not UnclosedNotice.objects.exists()


def test_without_leads_nobody_was_told_and_nothing_is_emptied(forgotten: Enquiry) -> None:
    assert tell_leads(timezone.now()) == 0
    assert not UnclosedNotice.objects.exists()
    assert mail.outbox == []


def test_whoever_opens_it_keeps_it_for_another_year(forgotten: Enquiry, lead: User) -> None:
    run()
    told(40)
    open_enquiry(enquiry=forgotten, by=lead)
    assert run() == 0
    assert not is_emptied(forgotten)
    assert not UnclosedNotice.objects.exists()


def test_a_hold_keeps_it(forgotten: Enquiry, lead: User) -> None:
    run()
    told(40)
    place_hold(enquiry=forgotten, by=lead, reason="claim", until=timezone.localdate())
    assert run() == 0
    assert not is_emptied(forgotten)


def test_the_months_are_a_setting(forgotten: Enquiry, lead: User, settings: LazySettings) -> None:
    settings.UNCLOSED_ENQUIRY_MONTHS = 14
    run()
    assert not UnclosedNotice.objects.exists()
    settings.UNCLOSED_ENQUIRY_MONTHS = 13
    run()
    assert UnclosedNotice.objects.exists()
