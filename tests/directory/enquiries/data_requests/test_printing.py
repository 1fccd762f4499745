"""What leaves the hub: nothing without the password and a line in the log."""

import csv
import io
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.enquiries.actions import add_note, claim_enquiry
from directory.enquiries.data_requests.exporting import export_list
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Enquiry
from directory.enquiries.status.actions import leave_message
from hub.models import User
from tests.directory.enquiries.data_requests.desk import PASSWORD, PHONE, actions_of, post, text_of
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_what_we_hold_is_printed_after_the_password_and_on_the_record(desk: Client, moderator: User) -> None:
    enquiry, same, other = (
        make_enquiry(words="<b>Five</b> moves"),
        make_enquiry(name="R. again"),
        make_enquiry(name="Q"),
    )
    claim_enquiry(enquiry=enquiry, by=moderator)
    add_note(enquiry=enquiry, by=moderator, text="Rang once")
    post(desk, "correct", enquiry, text="Four moves")
    leave_message(enquiry=enquiry, kind="addition", text="A new number", token=uuid.uuid4())
    about = text_of(desk.get(reverse("enquiries_requests:about", args=[enquiry.pk])))
    assert same.reference in about
    assert "Rang once" not in about
    response = post(desk, "print", enquiry, password=PASSWORD, others=[str(same.pk)])
    page = text_of(response)
    for words in (
        "R.M.",
        "R. again",
        PHONE,
        "&lt;b&gt;Five&lt;/b&gt; moves",
        "Rang once",
        "Four moves",
        "A new number",
    ):
        assert words in page
    assert "Sam Okafor" in page
    assert "A new number" in page
    assert other.reference not in page
    assert "no-store" in response.headers["Cache-Control"]
    assert actions_of(enquiry)[-1] == actions_of(same)[-1] == "data_printed"
    assert "data_printed" not in actions_of(other)


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " ", "x" * 5000])
def test_without_the_password_nothing_is_shown(desk: Client, password: str) -> None:
    enquiry = make_enquiry()
    page = text_of(post(desk, "print", enquiry, password=password))
    assert "R.M." not in page
    assert "your password" in page.lower()
    assert actions_of(enquiry) == ["received"]


def test_enquiries_of_others_are_not_printed_by_asking(desk: Client) -> None:
    enquiry, stranger = (
        make_enquiry(),
        make_enquiry(phone="0131 496 0999", sender_email="b@council.example", name="Z."),
    )
    page = text_of(post(desk, "print", enquiry, password=PASSWORD, others=[str(stranger.pk)]))
    assert "Z." not in page
    assert actions_of(stranger) == ["received"]


@pytest.mark.django_db(transaction=True)
def test_what_keeps_people_safe_is_left_out_unless_it_was_checked(desk: Client, lead: User) -> None:
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(sealed_safety_note=enquiry.data_key.seal("Not at the door"))
    assert "Not at the door" not in text_of(post(desk, "print", enquiry, password=PASSWORD))
    assert "Not at the door" in text_of(post(desk, "print", enquiry, password=PASSWORD, with_safety="on"))


@pytest.mark.django_db(transaction=True)
def test_an_enquiry_whose_key_is_lost_says_so(desk: Client) -> None:
    enquiry = make_enquiry()
    EnquiryKey.objects.all().delete()
    response = post(desk, "print", enquiry, password=PASSWORD)
    assert response.status_code == 500
    assert "cannot be opened" in text_of(response)


def test_a_list_holds_no_names_words_contacts_or_districts(desk: Client) -> None:
    enquiry, practice = make_enquiry(), make_enquiry()
    Enquiry.objects.filter(pk=practice.pk).update(is_practice=True)
    Enquiry.objects.filter(pk=enquiry.pk).update(service_name="=HYPERLINK(1)")
    today = timezone.localdate().isoformat()
    response = post(desk, "export", since=today, until=today, reason="audit", password=PASSWORD)
    assert response.headers["Content-Type"].startswith("text/csv")
    (row,) = csv.DictReader(io.StringIO(text_of(response)))
    assert (row["reference"], row["setting"]) == (enquiry.reference, "community-sentence")
    assert row["service_name"] == "'=HYPERLINK(1)"
    for words in ("R.M.", PHONE, "council.example", "G31"):
        assert words not in text_of(response)
    line = enquiry.events.order_by("-pk").first()
    assert line is not None
    assert (line.action, line.detail) == ("listed", "audit")
    assert actions_of(practice) == ["received"]


def test_a_list_needs_a_reason_the_password_and_a_right_of_its_own(desk: Client, lead: User, moderator: User) -> None:
    today = timezone.localdate().isoformat()
    good = {"since": today, "until": today, "reason": "audit", "password": PASSWORD}
    for change, said in (
        ({"reason": ""}, "Choose what it is for"),
        ({"password": "wrong"}, "not your password"),
        ({"until": "2020-01-01"}, "after the first one"),
        ({"since": "2020-01-01"}, "A year at most"),
    ):
        assert said in text_of(post(desk, "export", **{**good, **change}))
    for user in (moderator, without_export(lead)):
        with pytest.raises(PermissionDenied):
            export_list(by=user, since=timezone.localdate(), until=timezone.localdate(), reason="audit")


def without_export(lead: User) -> User:
    group = lead.groups.get()
    group.permissions.remove(group.permissions.get(codename="export_lists"))
    return User.objects.get(pk=lead.pk)


def test_more_than_a_file_should_hold_is_refused(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.enquiries.data_requests.exporting.MOST_ROWS", 1)
    first, _ = make_enquiry(), make_enquiry()
    today = timezone.localdate().isoformat()
    response = post(desk, "export", since=today, until=today, reason="audit", password=PASSWORD)
    assert "choose a shorter" in text_of(response)
    assert actions_of(first) == ["received"]
