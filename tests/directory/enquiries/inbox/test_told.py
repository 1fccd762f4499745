"""What the sender told is on the page: also what came later, and for leads what keeps people safe."""

import uuid
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from directory.enquiries.actions import receive_enquiry
from directory.enquiries.models import Enquiry, SenderMessage
from hub.accounts import roles
from tests.factories.enquiries import make_answers
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

TOLD = {
    "gender": "woman",
    "same_gender_peer": True,
    "release_month": "2027-03-01",
    "language": "Polish",
    "reading": "Read it to me",
    "access_needs": "Uses a wheelchair",
    "what_would_help": "Somebody at the gate",
    "who_may_answer": "Her sister",
    "sender_name": "Ailsa Muir",
    "sender_organisation": "Example Council",
    "urgent_reasons": ("under-16",),
}
SHOWN = [value for value in TOLD.values() if isinstance(value, str) and value != "woman"]


@pytest.fixture
def told() -> Enquiry:
    answers = replace(make_answers(**TOLD), safety_note="A dog that bites")
    enquiry = receive_enquiry(token=uuid.uuid4(), answers=answers, service=None)
    SenderMessage.objects.create(
        enquiry=enquiry,
        kind=SenderMessage.Kind.ADDITION,
        token=uuid.uuid4(),
        sealed_text=enquiry.data_key.seal("A new number"),
        due_at=timezone.now(),
    )
    return enquiry


def test_every_answer_is_shown(inbox: Client, told: Enquiry) -> None:
    page = inbox.get(f"/admin/enquiries/{told.pk}/").content.decode()
    for value in (*SHOWN, "Woman", "of the same gender", "A new number", "Urgent: under-16"):
        assert value in page
    assert "There is a note, which leads can read" in page
    assert "A dog that bites" not in page


def test_leads_read_what_keeps_people_safe(client: Client, told: Enquiry) -> None:
    client.force_login(make_user(roles.LEADS))
    assert "A dog that bites" in client.get(f"/admin/enquiries/{told.pk}/").content.decode()


def test_what_the_sender_took_back_says_so(inbox: Client, told: Enquiry) -> None:
    Enquiry.objects.filter(pk=told.pk).update(withdrawn_at=timezone.now())
    assert "Withdrawn by the sender" in inbox.get(f"/admin/enquiries/{told.pk}/").content.decode()
