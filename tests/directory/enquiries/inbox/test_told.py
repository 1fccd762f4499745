"""What the sender told is on the page of their enquiry, as people say it."""

import uuid
from dataclasses import replace

import pytest
from django.test import Client

from directory.enquiries.actions import receive_enquiry
from directory.enquiries.models import Enquiry
from hub.accounts import roles
from tests.factories.enquiries import make_answers
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

TOLD = {
    "gender": "woman",
    "same_gender_peer": True,
    "release_month": "2027-03-01",
    "language": "Polish",
    "reading": "aloud",
    "access_needs": "Uses a wheelchair",
    "what_would_help": "Somebody at the gate",
    "who_may_answer": "Her sister",
    "sender_name": "Ailsa Muir",
    "sender_organisation": "Example Council",
    "urgent_reasons": ("under-16",),
}
SHOWN = (
    ", woman, would like a peer of the same gender",
    "out March 2027",
    "Polish",
    "Someone to read it out",
    "Uses a wheelchair",
    "Somebody at the gate",
    "Her sister",
    "Ailsa Muir",
    "Example Council",
    "Urgent: Under 16",
)


@pytest.fixture
def told() -> Enquiry:
    answers = replace(make_answers(**TOLD), safety_note="A dog that bites")
    return receive_enquiry(token=uuid.uuid4(), answers=answers, service=None)


def test_every_answer_is_shown(inbox: Client, told: Enquiry) -> None:
    page = inbox.get(f"/admin/enquiries/{told.pk}/").content.decode()
    assert [words for words in SHOWN if words not in page] == []
    assert "Ask a lead to open it" in page
    assert "A dog that bites" not in page


def test_leads_open_what_keeps_people_safe_by_a_press(client: Client, told: Enquiry) -> None:
    client.force_login(make_user(roles.LEADS))
    assert "A dog that bites" not in client.get(f"/admin/enquiries/{told.pk}/").content.decode()
    assert "A dog that bites" in client.post(f"/admin/enquiries/{told.pk}/safety/").content.decode()
    assert told.events.filter(action="safety_shown").count() == 1
