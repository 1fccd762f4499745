"""Two at once: one enquiry, one winner. On real connections."""

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from directory.enquiries.actions import (
    AlreadyClaimed,
    EnquiryConflict,
    StaleForm,
    add_note,
    claim_enquiry,
    close_enquiry,
    merge_enquiries,
    open_enquiry,
    receive_enquiry,
    wait_for,
)
from directory.enquiries.models import AuditEvent, Enquiry, Note, OutboxMessage
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


def test_of_many_acting_on_many_each_enquiry_has_one_winner(moderator: User, colleague: User) -> None:
    enquiries = [make_enquiry() for _ in range(8)]

    def act_on_all(user: User, step: int) -> list[Any]:
        done = []
        for number in range(len(enquiries)):
            try:
                done.append(claim_enquiry(enquiry=enquiries[(number + step) % len(enquiries)], by=user))
            except AlreadyClaimed as conflict:
                done.append(conflict)
        return done

    jobs = [lambda step=step: act_on_all((moderator, colleague)[step % 2], step) for step in range(AT_ONCE)]
    results = together(*jobs)
    assert AuditEvent.objects.filter(action="claimed").count() == len(enquiries)
    for enquiry in Enquiry.objects.all():
        assert enquiry.version == 2
        lost = [
            each for done in results for each in done if isinstance(each, AlreadyClaimed) and each.enquiry == enquiry
        ]
        assert {each.enquiry.claimed_by_id for each in lost} == {enquiry.claimed_by_id}
    assert list(find_problems()) == []


def test_of_two_edits_of_one_version_one_is_stale_and_none_is_lost(moderator: User, colleague: User) -> None:
    today = timezone.localdate()
    for _ in range(3):
        enquiry = make_enquiry()
        results = together(
            lambda enquiry=enquiry: add_note(enquiry=enquiry, by=moderator, text="Rang once", version=1),
            lambda enquiry=enquiry: wait_for(enquiry=enquiry, by=colleague, whom="sender", until=today, version=1),
        )
        enquiry.refresh_from_db()
        assert [type(result) for result in results].count(StaleForm) == 1
        assert enquiry.version == 2
        assert enquiry.notes.exists() != bool(enquiry.waiting_for)


def test_a_double_click_at_the_same_moment_is_one_note(moderator: User) -> None:
    enquiry = make_enquiry()
    together(*[lambda: add_note(enquiry=enquiry, by=moderator, text="Rang once", version=1)] * AT_ONCE)
    assert Note.objects.count() == 1


def test_two_merges_the_other_way_round_do_not_lock_each_other(moderator: User, colleague: User) -> None:
    one, other = make_enquiry(), make_enquiry()
    results = together(
        lambda: merge_enquiries(older=one, newer=other, by=moderator),
        lambda: merge_enquiries(older=other, newer=one, by=colleague),
    )
    assert len([result for result in results if isinstance(result, EnquiryConflict)]) == 1
    assert Enquiry.objects.filter(merged_into__isnull=False).count() == 1
