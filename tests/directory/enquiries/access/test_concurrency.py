"""Two leads at once, on real connections."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from directory.enquiries.access.actions import (
    AccessRefused,
    HasAccess,
    LastLead,
    NotWaiting,
    allow_change,
    confirm_access,
    end_access,
    grant_access,
)
from directory.enquiries.access.guards import LeadsWordNeeded, require_leads_word
from directory.enquiries.models import AuditEvent, InboxAccess
from directory.enquiries.storage.access_log import find_problems
from hub.accounts import roles
from hub.models import User
from tests.factories.hub import make_superuser, make_user

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def together(*jobs: Callable[[], Any]) -> list[Any]:
    """Run the jobs at the same moment, each on a connection of its own; refusals are results."""
    start = threading.Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return job()
        except (AccessRefused, PermissionDenied) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def test_two_leads_confirming_at_once_confirm_once(newcomer: User, lead: User, second_lead: User) -> None:
    third = make_user(roles.LEADS, "third@staff.example")
    for number in range(ROUNDS):
        access = grant_access(person=newcomer, kind="moderator", by=lead, reason="Joins")
        results = together(
            lambda access=access: confirm_access(access=access, by=second_lead),
            lambda access=access: confirm_access(access=access, by=third),
        )
        assert sum(isinstance(result, NotWaiting) for result in results) == 1
        assert AuditEvent.objects.filter(action="access_confirmed").count() == 1 + number
        end_access(access=access, by=lead, reason="Again")
    assert list(find_problems()) == []


def test_two_leads_granting_at_once_grant_once(newcomer: User, lead: User, second_lead: User) -> None:
    results = together(
        *[
            lambda by=by: grant_access(person=newcomer, kind="moderator", by=by, reason="x")
            for by in (lead, second_lead)
        ]
    )
    assert sum(isinstance(result, HasAccess) for result in results) == 1


def test_two_leads_ending_each_other_leave_one(lead: User, second_lead: User) -> None:
    mine, hers = InboxAccess.objects.get(person=lead), InboxAccess.objects.get(person=second_lead)
    results = together(
        lambda: end_access(access=hers, by=lead, reason="x"),
        lambda: end_access(access=mine, by=second_lead, reason="x"),
    )
    assert sum(isinstance(result, PermissionDenied | LastLead) for result in results) == 1
    assert InboxAccess.objects.current().leads().count() == 1


def test_a_word_is_used_once_however_many_ask_at_once(moderator: User, lead: User) -> None:
    administrator = make_superuser()
    allow_change(person=moderator, change="second_factor", by=lead)
    ask = [lambda: require_leads_word(person=moderator, change="second_factor", by=administrator)] * 4
    assert sum(isinstance(result, LeadsWordNeeded) for result in together(*ask)) == 3
    assert AuditEvent.objects.filter(action="account_changed").count() == 1
