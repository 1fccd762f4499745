"""Requests about data: found, recorded with a date, answered by one lead; and who has how much to do."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from directory.enquiries.data_requests.actions import (
    AlreadyDone,
    answer_request,
    record_request,
)
from directory.enquiries.data_requests.workload import read_workload
from directory.enquiries.models import AuditEvent, DataRequest, Enquiry, UnclosedNotice
from directory.enquiries.retention.holds import place_hold
from hub.models import User
from tests.directory.enquiries.data_requests.desk import actions_of, post, text_of
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["+44 141 496 0100", "0141-4960100", " A.Example@council.example "])
def test_whose_data_it_is_is_found_by_phone_or_address_however_it_is_written(desk: Client, typed: str) -> None:
    enquiry, other = make_enquiry(), make_enquiry(phone="0131 496 0999", sender_email="b@council.example")
    page = text_of(post(desk, "find", typed=typed))
    assert enquiry.reference in page
    assert other.reference not in page
    assert "R.M." not in page


def test_looking_for_a_number_is_on_the_record_without_the_number(desk: Client, lead: User) -> None:
    make_enquiry()
    post(desk, "find", typed="0141 496 0100")
    event = AuditEvent.objects.get(action=AuditEvent.Action.SEARCHED)
    assert (event.actor_id, event.enquiry, event.detail) == (lead.pk, None, "")


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
    assert actions_of(enquiry)[-1] == "data_asked"


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


def test_what_nobody_closed_is_listed_with_its_day(desk: Client) -> None:
    UnclosedNotice.objects.create(enquiry=make_enquiry())
    page = text_of(desk.get(reverse("enquiries_requests:list")))
    assert "Never closed" in page
    assert (timezone.localtime() + timedelta(days=30)).strftime("%b %Y") in page


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
