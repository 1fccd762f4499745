"""Requests about data: found, recorded with a date, answered by one lead, and nothing shown off the record."""

import csv
import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from directory.enquiries.actions import add_note, claim_enquiry
from directory.enquiries.corrections import read_corrections
from directory.enquiries.data_requests import urls
from directory.enquiries.data_requests.actions import (
    AlreadyDone,
    answer_request,
    erase_on_request,
    print_for_person,
    record_request,
)
from directory.enquiries.data_requests.exporting import export_list
from directory.enquiries.data_requests.workload import read_workload
from directory.enquiries.key_store.models import ContactHash, EnquiryKey
from directory.enquiries.models import AuditEvent, DataRequest, Enquiry, Hold, UnclosedNotice
from directory.enquiries.retention.holds import place_hold
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-passphrase-of-a-lead"
PHONE = "0141 496 0100"


@pytest.fixture(autouse=True)
def list_file(settings: LazySettings, tmp_path: Path) -> None:
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"


@pytest.fixture
def lead() -> User:
    user = make_user(roles.LEADS, "lead@staff.example", first_name="Lea", last_name="Di")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def desk(client: Client, lead: User) -> Client:
    """A browser with the lead signed in."""
    client.force_login(lead)
    return client


def post(desk: Client, name: str, enquiry: Enquiry | None = None, **data: Any) -> HttpResponse:
    return desk.post(reverse(f"enquiries_requests:{name}", args=[enquiry.pk] if enquiry else []), data)


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def actions_of(enquiry: Enquiry) -> list[str]:
    return list(enquiry.events.order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("typed", ["+44 141 496 0100", "0141-4960100", " A.Example@council.example "])
def test_whose_data_it_is_is_found_by_phone_or_address_however_it_is_written(desk: Client, typed: str) -> None:
    enquiry, other = make_enquiry(), make_enquiry(phone="0131 496 0999", sender_email="b@council.example")
    page = text_of(post(desk, "find", typed=typed))
    assert enquiry.reference in page
    assert other.reference not in page
    assert "R.M." not in page


def test_a_reference_is_found_as_it_is_said(desk: Client) -> None:
    enquiry = make_enquiry()
    assert enquiry.reference in text_of(post(desk, "find", typed=enquiry.reference.lower().replace("-", " ")))


@pytest.mark.parametrize("typed", ["0141 000 0000", "nobody@example.com", "PSH-XXXX-XXXX", "x", "@", "1" * 254])
def test_nothing_found_says_so_and_keeps_what_was_typed(desk: Client, typed: str) -> None:
    make_enquiry()
    response = post(desk, "find", typed=typed)
    assert response.status_code == 404
    assert "Nothing was found" in text_of(response)
    assert f'value="{typed}"' in text_of(response)
    assert "no-store" in response.headers["Cache-Control"]


def test_an_empty_search_is_asked_for(desk: Client) -> None:
    assert "Enter a reference, a phone number or an email address" in text_of(post(desk, "find", typed=""))


def test_a_request_is_due_a_month_after_it_came_and_late_ones_say_so(desk: Client, lead: User) -> None:
    enquiry = make_enquiry()
    post(desk, "record", enquiry, kind="access", received_on="2026-01-31")
    request = DataRequest.objects.get()
    assert request.due_on.isoformat() == "2026-02-28"
    assert request.recorded_by == lead
    page = text_of(desk.get(reverse("enquiries_requests:list")))
    assert "Sat 28 Feb 2026, late" in page
    assert actions_of(enquiry)[-1] == "asked"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"kind": "access"}, "Enter when it came"),
        ({"kind": "access", "received_on": "soon"}, "Enter a date, like 27/11/2026"),
        ({"kind": "access", "received_on": "2999-01-01"}, "not in the future"),
        ({"kind": "access", "received_on": "1999-01-01"}, "Check the year"),
        ({"kind": "everything", "received_on": "2026-01-31"}, "Choose what they ask"),
    ],
)
def test_a_request_that_is_filled_in_wrongly_is_not_recorded(desk: Client, data: dict[str, str], said: str) -> None:
    assert said in text_of(post(desk, "record", make_enquiry(), **data))
    assert not DataRequest.objects.exists()


def test_one_lead_answers_and_the_other_is_told(desk: Client, lead: User) -> None:
    request = record_request(enquiry=make_enquiry(), by=lead, kind="access", received_on=timezone.localdate())
    assert "Choose how it ended" in text_of(
        desk.post(reverse("enquiries_requests:answer", args=[request.pk]), {"outcome": "x"}, follow=True)
    )
    answer_request(request=request, by=lead, outcome="done")
    with pytest.raises(AlreadyDone):
        answer_request(request=request, by=lead, outcome="refused")
    page = desk.post(reverse("enquiries_requests:answer", args=[request.pk]), {"outcome": "refused"}, follow=True)
    assert "Somebody answered it before you" in text_of(page)
    assert DataRequest.objects.get().outcome == "done"


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
    about = text_of(desk.get(reverse("enquiries_requests:about", args=[enquiry.pk])))
    assert same.reference in about
    assert "Rang once" not in about
    response = post(desk, "print", enquiry, password=PASSWORD, others=[str(same.pk)])
    page = text_of(response)
    for words in ("R.M.", "R. again", PHONE, "&lt;b&gt;Five&lt;/b&gt; moves", "Rang once", "Four moves", "Sam Okafor"):
        assert words in page
    assert other.reference not in page
    assert "no-store" in response.headers["Cache-Control"]
    assert actions_of(enquiry)[-1] == actions_of(same)[-1] == "exported"
    assert "exported" not in actions_of(other)


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


def test_what_nobody_closed_is_listed_with_its_day(desk: Client) -> None:
    UnclosedNotice.objects.create(enquiry=make_enquiry())
    page = text_of(desk.get(reverse("enquiries_requests:list")))
    assert "Never closed" in page
    assert (timezone.localtime() + timedelta(days=30)).strftime("%b %Y") in page


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


def test_workload_and_lateness_by_person(
    desk: Client, moderator: User, colleague: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    now, hour = timezone.now(), timedelta(hours=1)
    late, in_time, too_late, practice, nobodys = (make_enquiry() for _ in range(5))
    Enquiry.objects.filter(pk=late.pk).update(claimed_by=moderator, answer_due_at=now - hour, is_urgent=True)
    Enquiry.objects.filter(pk=in_time.pk).update(claimed_by=moderator, answer_due_at=now, answered_at=now - hour)
    Enquiry.objects.filter(pk=too_late.pk).update(claimed_by=colleague, answer_due_at=now - hour, answered_at=now)
    Enquiry.objects.filter(pk=practice.pk).update(claimed_by=colleague, is_practice=True)
    with django_assert_num_queries(2):
        loads = {load.name: load for load in read_workload()}
    assert {name: (load.open, load.overdue, load.urgent) for name, load in loads.items()} == {
        "Sam Okafor": (2, 1, 1),
        "Ola Reid": (1, 0, 0),
        "Nobody yet": (1, 0, 0),
    }
    assert (loads["Sam Okafor"].share_in_time, loads["Ola Reid"].share_in_time) == (100, 0)
    assert loads["Nobody yet"].share_in_time is None
    page = text_of(desk.get(reverse("enquiries_requests:workload")))
    assert "Sam Okafor" in page
    assert nobodys.reference not in page


def test_the_queue_asks_as_much_for_many_as_for_one(
    desk: Client, lead: User, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        enquiry = make_enquiry()
        record_request(enquiry=enquiry, by=lead, kind="access", received_on=timezone.localdate())
        place_hold(enquiry=enquiry, by=lead, reason="claim", until=timezone.localdate())
        UnclosedNotice.objects.create(enquiry=enquiry)
    address = reverse("enquiries_requests:list")
    desk.get(address)
    with django_assert_max_num_queries(15):
        desk.get(address)


LOGIN, REFUSED = "/admin/login/", "/admin/"
OTHERS = ("anonymous", roles.ADMINISTRATORS, roles.EDITORS, roles.DIRECTORY_EDITORS, roles.MODERATORS)
ADDRESSES = {pattern.name: str(pattern.pattern) for pattern in urls.urlpatterns}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_but_leads_reaches_any_of_it(name: str, method: str, lead: User) -> None:
    enquiry = make_enquiry()
    keys = {
        "answer": record_request(enquiry=enquiry, by=lead, kind="access", received_on=timezone.localdate()).pk,
        "lift": place_hold(enquiry=enquiry, by=lead, reason="claim", until=timezone.localdate()).pk,
    }
    takes_key = "<" in ADDRESSES[name]
    address = reverse(f"enquiries_requests:{name}", args=[keys.get(name, enquiry.pk)] if takes_key else [])
    for role in OTHERS:
        client = Client()
        if role != "anonymous":
            client.force_login(make_user(role, f"{role.replace(' ', '-').lower()}@staff.example"))
        location = getattr(client, method)(address).headers.get("Location", "")
        assert location.startswith(LOGIN) if role == "anonymous" else location == REFUSED
    client = Client()
    client.force_login(lead)
    response = getattr(client, method)(address)
    assert response.status_code in (200, 302, 404, 405)
    assert response.headers.get("Location", "") not in (LOGIN, REFUSED)


def test_actions_ask_who_it_is_themselves(moderator: User) -> None:
    enquiry = make_enquiry()
    for act in (
        lambda: record_request(enquiry=enquiry, by=moderator, kind="access", received_on=timezone.localdate()),
        lambda: print_for_person(enquiry_keys=[enquiry.pk], by=moderator, with_safety=False),
        lambda: erase_on_request(enquiry=enquiry, by=moderator, ground="objected"),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert actions_of(enquiry) == ["received"]
