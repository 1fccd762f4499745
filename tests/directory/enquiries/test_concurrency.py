"""Two at once: one enquiry, one winner. On real connections."""

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from directory.enquiries.actions import (
    AlreadyClaimed,
    EnquiryConflict,
    claim_enquiry,
    close_enquiry,
    open_enquiry,
    receive_enquiry,
)
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage
from directory.enquiries.storage.access_log import find_problems
from hub.models import User
from tests.factories.enquiries import SEND, fill, make_answers, make_enquiry, state_of

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def together(*jobs: Callable[[], Any]) -> list[Any]:
    """Run the jobs at the same moment, each on a connection of its own; exceptions are results."""
    start = threading.Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return job()
        except EnquiryConflict as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def test_one_token_sent_at_once_is_one_enquiry() -> None:
    token, answers = uuid.uuid4(), make_answers()
    results = together(*[lambda: receive_enquiry(token=token, answers=answers, service=None)] * AT_ONCE)
    assert {result.pk for result in results} == {Enquiry.objects.get().pk}
    assert OutboxMessage.objects.count() == 2
    assert AuditEvent.objects.count() == 1


def test_one_form_posted_at_once_gives_everyone_the_same_receipt() -> None:
    client = Client()
    data = {"state": state_of(fill(client))}
    clients = [Client() for _ in range(AT_ONCE)]
    for other in clients:
        other.cookies.update(client.cookies)
    responses = together(*[lambda other=other: other.post(SEND, data) for other in clients])
    assert {response.status_code for response in responses} == {303}
    reference = Enquiry.objects.get().reference
    assert all(reference in client.get("/enquiries/receipt/").content.decode() for client in clients)


def test_different_enquiries_at_once_make_one_unbroken_log() -> None:
    together(*[make_enquiry] * AT_ONCE)
    assert Enquiry.objects.count() == AT_ONCE
    assert list(find_problems()) == []


def test_of_two_moderators_one_wins_the_claim(moderator: User, colleague: User) -> None:
    for _ in range(5):
        enquiry = make_enquiry()
        results = together(
            lambda enquiry=enquiry: claim_enquiry(enquiry=enquiry, by=moderator),
            lambda enquiry=enquiry: claim_enquiry(enquiry=enquiry, by=colleague),
        )
        lost = [result for result in results if isinstance(result, AlreadyClaimed)]
        enquiry.refresh_from_db()
        assert len(lost) == 1
        assert lost[0].enquiry.claimed_by_id == enquiry.claimed_by_id
        assert enquiry.events.filter(action="claimed").count() == 1


def test_closing_twice_at_once_closes_once(moderator: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=moderator)
    results = together(*[lambda: close_enquiry(enquiry=enquiry, by=moderator, reason="planned")] * 2)
    assert len([result for result in results if isinstance(result, EnquiryConflict)]) == 1
    assert enquiry.events.filter(action="closed").count() == 1


def test_many_views_at_once_are_all_on_the_record(moderator: User) -> None:
    enquiry = make_enquiry()
    together(*[lambda: open_enquiry(enquiry=enquiry, by=moderator)] * AT_ONCE)
    assert enquiry.events.filter(action="opened").count() == AT_ONCE
    assert list(find_problems()) == []
