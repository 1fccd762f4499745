"""The access log cannot be changed, and a change made behind its back is found."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from directory.enquiries.actions import claim_enquiry, open_enquiry
from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.storage import append_only
from directory.enquiries.storage.access_log import find_problems, last_hash
from hub.models import User
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


@pytest.fixture
def log(moderator: User) -> list[AuditEvent]:
    for _ in range(2):
        enquiry = make_enquiry()
        claim_enquiry(enquiry=enquiry, by=moderator)
        open_enquiry(enquiry=enquiry, by=moderator)
    return list(AuditEvent.objects.all())


@pytest.mark.parametrize(
    "tamper",
    [
        lambda: AuditEvent.objects.update(actor_name="Someone else"),
        lambda: AuditEvent.objects.first().delete(),
        lambda: AuditEvent.objects.all().delete(),
        lambda: AuditEvent.objects.first().save(),
        lambda: connection.cursor().execute("DELETE FROM enquiries_auditevent"),
    ],
)
def test_the_database_refuses_to_change_the_log(log: list[AuditEvent], tamper: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        tamper()
    assert list(AuditEvent.objects.all()) == log
    assert list(find_problems()) == []


@pytest.mark.only_on("postgresql")
def test_the_database_refuses_to_truncate_the_log(log: list[AuditEvent]) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE enquiries_auditevent")


def test_triggers_come_back_after_a_migration(log: list[AuditEvent]) -> None:
    append_only.remove(connection)
    assert append_only.missing_triggers(connection)
    append_only.restore_after_migrations(using="default")
    assert not append_only.missing_triggers(connection)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE enquiries_auditevent SET actor_name = 'Nobody' WHERE id = %s", "was changed"),
        ("UPDATE enquiries_auditevent SET action = 'claimed' WHERE id = %s", "was changed"),
        ("DELETE FROM enquiries_auditevent WHERE id = %s", "does not follow"),
    ],
)
def test_a_change_behind_the_triggers_is_found(log: list[AuditEvent], sql: str, told: str) -> None:
    append_only.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, [log[2].pk])
    append_only.install(connection)
    assert any(told in problem for problem in find_problems())
    with pytest.raises(CommandError, match="was changed"):
        call_command("verify_access_log", stderr=StringIO())


def test_a_log_cut_short_is_found_by_a_hash_kept_elsewhere(log: list[AuditEvent]) -> None:
    noted = last_hash()
    append_only.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM enquiries_auditevent WHERE id = %s", [log[-1].pk])
    append_only.install(connection)
    assert list(find_problems()) == [], "a chain alone cannot know its end"
    assert list(find_problems(expected_hashes=[noted])) == [
        f"The hash you noted, {noted}, is not in the log: lines were cut off or rewritten."
    ]


def test_a_missing_trigger_and_an_unlogged_arrival_are_found(log: list[AuditEvent]) -> None:
    append_only.remove(connection)
    enquiry = make_enquiry()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM enquiries_auditevent WHERE enquiry_id = %s", [_key(enquiry)])
    problems = list(find_problems())
    assert any("trigger" in problem for problem in problems)
    assert any("has no line for its arrival" in problem for problem in problems)


def test_an_unbroken_log_is_confirmed(log: list[AuditEvent]) -> None:
    output = StringIO()
    call_command("verify_access_log", expect=[log[1].entry_hash, log[3].entry_hash], stdout=output)
    assert f"{len(log)} lines, unbroken" in output.getvalue()
    assert last_hash() in output.getvalue()


def test_a_deleted_account_stays_in_the_log(log: list[AuditEvent], moderator: User) -> None:
    moderator.delete()
    assert AuditEvent.objects.filter(actor_name="Sam Okafor").count() == 4
    assert list(find_problems()) == []
    assert Enquiry.objects.to_triage().count() == 2, "a claim of nobody is back in triage"


def _key(enquiry: Enquiry) -> str:
    return enquiry.pk.hex if connection.vendor == "sqlite" else str(enquiry.pk)
