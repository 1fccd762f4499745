"""Corrections, erasure and holds."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.enquiries.corrections import read_corrections
from directory.enquiries.data_requests.actions import (
    record_request,
)
from directory.enquiries.key_store.models import ContactHash, EnquiryKey
from directory.enquiries.models import AuditEvent, DataRequest, Enquiry, Hold
from directory.enquiries.retention.holds import place_hold
from hub.accounts import roles
from hub.models import User
from tests.directory.enquiries.data_requests.desk import PHONE, actions_of, post, text_of
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


def test_a_correction_stands_beside_what_was_sent(desk: Client, inbox: Client, lead: User) -> None:
    enquiry = make_enquiry()
    sealed = Enquiry.objects.get(pk=enquiry.pk).sealed_answers
    desk.force_login(lead)
    assert "Write what is right" in text_of(post(desk, "correct", enquiry, text="  "))
    post(desk, "correct", enquiry, text="It was <May>")
    current = Enquiry.objects.get(pk=enquiry.pk)
    assert current.sealed_answers == sealed
    assert [str(text) for _, text in read_corrections(current)] == ["It was <May>"]
    assert "May" not in current.corrections.get().sealed_text
    opened = text_of(inbox.get(f"/admin/enquiries/{enquiry.pk}/"))
    assert "It was &lt;May&gt;" in opened


def test_a_correction_sent_after_signing_out_is_kept_for_its_writer_alone(desk: Client, lead: User) -> None:
    enquiry = make_enquiry()
    about = reverse("enquiries_requests:about", args=[enquiry.pk])
    writer = re.search(r'name="writer" value="([^"]+)"', text_of(desk.get(about)))
    assert writer is not None
    desk.logout()
    response = post(desk, "correct", enquiry, text="It was May", writer=writer[1])
    assert response.status_code == 303
    assert "It was May" not in text_of(response)
    assert "It was May" not in text_of(post(desk, "correct", enquiry, text="It was May", writer="forged"))
    other = make_user(roles.LEADS, "other@staff.example")
    desk.force_login(other)
    assert "It was May" not in text_of(desk.get(about))
    desk.force_login(lead)
    assert "It was May" in text_of(desk.get(about))
    post(desk, "correct", enquiry, text="It was May", writer=writer[1])
    assert "has not been saved" not in text_of(desk.get(about))


def test_erasing_takes_key_hashes_and_words_at_once(desk: Client, lead: User) -> None:
    enquiry, kept = make_enquiry(), make_enquiry()
    record_request(enquiry=enquiry, by=lead, kind="erasure", received_on=timezone.localdate())
    post(desk, "erase", enquiry, ground="objected", reference=enquiry.reference.lower())
    current = Enquiry.objects.get(pk=enquiry.pk)
    assert (current.sealed_answers, current.close_reason) == ("", "withdrawn")
    assert not EnquiryKey.objects.filter(pk=enquiry.key_id).exists()
    assert not ContactHash.objects.filter(key_id=enquiry.key_id).exists()
    line = enquiry.events.get(action=AuditEvent.Action.ANONYMISED)
    assert (line.detail, line.actor_id) == ("objected", lead.pk)
    assert DataRequest.objects.get().outcome == "done"
    assert Enquiry.objects.get(pk=kept.pk).unseal_answers().name == "R.M."
    page = text_of(post(desk, "find", typed=PHONE))
    assert kept.reference in page
    assert enquiry.reference not in page


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"ground": "objected", "reference": "PSH-2222-2222"}, "not the reference of this enquiry"),
        ({"ground": "objected"}, "Type the reference to confirm"),
        ({"reference": "right"}, "Choose why it is deleted"),
    ],
)
def test_erasing_is_confirmed_by_the_reference_and_a_reason(desk: Client, data: dict[str, str], said: str) -> None:
    enquiry = make_enquiry()
    typed = {name: enquiry.reference if value == "right" else value for name, value in data.items()}
    assert said in text_of(post(desk, "erase", enquiry, **typed))
    assert Enquiry.objects.get(pk=enquiry.pk).unseal_answers().name == "R.M."


def test_what_is_held_is_not_erased(desk: Client, lead: User) -> None:
    enquiry = make_enquiry()
    hold = place_hold(enquiry=enquiry, by=lead, reason="claim", until=timezone.localdate())
    response = post(desk, "erase", enquiry, ground="objected", reference=enquiry.reference)
    assert (response.status_code, "Lift the hold first" in text_of(response)) == (409, True)
    desk.post(reverse("enquiries_requests:lift", args=[hold.pk]))
    post(desk, "erase", enquiry, ground="objected", reference=enquiry.reference)
    assert Enquiry.objects.get(pk=enquiry.pk).anonymised_at is not None
    again = post(desk, "erase", enquiry, ground="objected", reference=enquiry.reference)
    assert (again.status_code, "were deleted" in text_of(again)) == (409, True)


def test_a_list_that_cannot_be_written_deletes_nothing_and_says_so(
    desk: Client, settings: LazySettings, tmp_path: Path
) -> None:
    enquiry = make_enquiry()
    settings.ERASED_KEYS_FILE = tmp_path / "missing" / "erased.log"
    response = post(desk, "erase", enquiry, ground="objected", reference=enquiry.reference)
    assert (response.status_code, "Nothing was deleted" in text_of(response)) == (409, True)
    assert Enquiry.objects.get(pk=enquiry.pk).unseal_answers().name == "R.M."


@pytest.mark.parametrize(
    ("until", "said"),
    [("yesterday", "not in the past"), ("2999-01-01", "Two years at most"), ("", "Enter until which day")],
)
def test_a_hold_ends_on_a_day_that_can_be(desk: Client, until: str, said: str) -> None:
    day = (timezone.localdate() - timedelta(days=1)).isoformat() if until == "yesterday" else until
    assert said in text_of(post(desk, "hold", make_enquiry(), reason="claim", until=day))
    assert not Hold.objects.exists()


def test_a_hold_is_placed_and_seen(desk: Client) -> None:
    enquiry = make_enquiry()
    post(desk, "hold", enquiry, reason="claim", until=timezone.localdate().isoformat())
    assert enquiry.reference in text_of(desk.get(reverse("enquiries_requests:list")))
    assert actions_of(enquiry)[-1] == "held"
