"""By day thirty every sender hears how it stands: by mail where that is safe, else from a person."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from directory.enquiries.content.references import code_of
from directory.enquiries.mail.delivery import drain_outbox
from directory.enquiries.models import Enquiry, OutboxMessage
from directory.enquiries.status.actions import withdraw_enquiry
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db
FIND = "/enquiries/find/"


def look_up(client: Client, enquiry: Enquiry) -> None:
    client.post(FIND, {"reference": enquiry.reference, "code": code_of(enquiry.token)})


@pytest.fixture
def enquiry() -> Enquiry:
    return make_enquiry()


def age(enquiry: Enquiry, days: int) -> None:
    Enquiry.objects.filter(pk=enquiry.pk).update(received_at=timezone.now() - timedelta(days=days))


def tell() -> tuple[int, int]:
    call_command("tell_senders", verbosity=0)
    return OutboxMessage.objects.filter(kind="update").count(), Enquiry.objects.sender_to_be_told(
        timezone.now()
    ).count()


def test_by_day_thirty_a_sender_is_mailed_where_that_is_safe_with_the_reference_alone(enquiry: Enquiry) -> None:
    age(enquiry, 29)
    assert tell() == (0, 0)
    age(enquiry, 30)
    assert tell() == (1, 0)
    assert tell() == (1, 0), "once"
    enquiry.refresh_from_db()
    assert enquiry.sender_told_at
    drain_outbox()
    told = mail.outbox[-1]
    assert told.to == ["a.example@council.example"]
    assert enquiry.reference in told.body
    assert code_of(enquiry.token) not in told.body
    assert "R.M." not in told.body
    assert "://" not in told.body
    Enquiry.objects.update(sender_told_at=timezone.now() - timedelta(days=31))
    OutboxMessage.objects.filter(kind="update").update(occasion="2026-01-01")
    assert tell() == (2, 0), "and again thirty days later"


def test_where_mail_is_not_safe_it_is_left_to_people() -> None:
    enquiry = make_enquiry(email_reference=False)
    age(enquiry, 31)
    assert tell() == (0, 1)


def test_whoever_looked_or_has_withdrawn_or_is_set_aside_is_not_told(client: Client) -> None:
    looked, withdrawn, aside, practice = (make_enquiry() for _ in range(4))
    for enquiry in (looked, withdrawn, aside, practice):
        age(enquiry, 40)
    look_up(client, looked)
    withdraw_enquiry(enquiry=withdrawn, text="", token=uuid.uuid4())
    Enquiry.objects.filter(pk=aside.pk).update(quarantined_at=timezone.now())
    Enquiry.objects.filter(pk=practice.pk).update(is_practice=True)
    assert tell() == (0, 0)
