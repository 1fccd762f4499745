"""The access log cannot be changed, and a change made behind its back is found."""

import hashlib
import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
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


COLUMNS = (
    "enquiry_id, action, detail, actor_id, actor_name, actor_role, subject_id, subject_name, at, version,"
    " previous_hash, entry_hash"
)


def replace(columns: str, **values: str) -> str:
    """A statement that writes a line over the third one, keeping the columns that a line may not share."""
    chosen = ", ".join(values.get(name, name) for name in columns.split(", "))
    return (
        f"INSERT OR REPLACE INTO enquiries_auditevent ({columns}) SELECT {chosen} FROM enquiries_auditevent"  # noqa: S608
        " WHERE id = %s"
    )


CHANGED = {"actor_name": "'Nobody'"}
FRESH = {"previous_hash": "'p'", "entry_hash": "'e'"}
REPLACEMENTS = {
    "by its number": replace(f"id, {COLUMNS}", **CHANGED, **FRESH),
    "by the hash before it": replace(COLUMNS, **CHANGED, entry_hash="'e'"),
    "by its hash": replace(COLUMNS, **CHANGED, previous_hash="'p'"),
    "as a whole": replace(f"id, {COLUMNS}", **CHANGED),
}


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("way", REPLACEMENTS)
def test_a_line_cannot_be_replaced(log: list[AuditEvent], way: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(REPLACEMENTS[way], [log[2].pk])
    assert list(AuditEvent.objects.values()) == [_values(line) for line in log]


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("way", REPLACEMENTS)
def test_without_its_trigger_a_line_is_replaced(log: list[AuditEvent], way: str) -> None:
    """The control: the triggers for updating and deleting alone see nothing, and the chain finds it."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {append_only.NO_REPLACE}")
        cursor.execute(REPLACEMENTS[way], [log[2].pk])
    assert _values(log[2]) not in AuditEvent.objects.values()
    problems = list(find_problems())
    assert f"The trigger {append_only.NO_REPLACE} is missing." in problems
    assert any("was changed" in problem or "does not follow" in problem for problem in problems)


@pytest.mark.only_on("postgresql")
def test_a_conflict_does_not_write_over_a_line(log: list[AuditEvent]) -> None:
    statement = (
        f"INSERT INTO enquiries_auditevent (id, {COLUMNS}) SELECT id, {COLUMNS} FROM enquiries_auditevent"  # noqa: S608
        " WHERE id = %s ON CONFLICT (id) DO UPDATE SET actor_name = 'Nobody'"
    )
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement, [log[2].pk])
    append_only.remove(connection)
    connection.cursor().execute(statement, [log[2].pk])
    assert AuditEvent.objects.get(pk=log[2].pk).actor_name == "Nobody", "control: the trigger refused it"


def test_a_trigger_of_the_right_name_that_refuses_nothing_is_missing(log: list[AuditEvent]) -> None:
    name = append_only.NO_UPDATE
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON {append_only.TABLE} BEGIN SELECT 1; END")
        else:
            cursor.execute("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$")
            cursor.execute(
                f"CREATE OR REPLACE TRIGGER {name} BEFORE UPDATE ON {append_only.TABLE} FOR EACH ROW"
                " EXECUTE FUNCTION nothing()"
            )
    assert append_only.missing_triggers(connection) == {name}
    append_only.restore_after_migrations(using="default")
    assert append_only.missing_triggers(connection) == set()


class TestVersions:
    """Lines of the first version were hashed without role and subject, and stay as they are."""

    def first(self, **changes: object) -> AuditEvent:
        enquiry = make_enquiry()
        line = AuditEvent(
            enquiry=enquiry, action="opened", actor_id=1, actor_name="Sam", version=1, previous_hash=last_hash()
        )
        line.entry_hash = line.computed_hash()
        for name, value in changes.items():
            setattr(line, name, value)
        line.save(force_insert=True)
        return line

    def problems(self) -> list[str]:
        return [problem for problem in find_problems() if "was changed" in problem]

    def test_an_old_line_has_the_hash_it_always_had(self) -> None:
        """Computed by the code of the first version."""
        at = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
        key = uuid.UUID("3f2b8a52-1b1c-4c57-9a9f-0d4f5d6e7f80")
        line = AuditEvent(
            enquiry_id=key, action="closed", detail="passed_on", actor_id=7, actor_name="Sam Okafor", at=at, version=1
        )
        line.previous_hash = "0" * 64
        hashed = ["0" * 64, str(key), "closed", "passed_on", 7, "Sam Okafor", "2026-11-01T09:30:00.000000+00:00"]
        assert line.computed_hash() == hashlib.sha256(json.dumps(hashed).encode()).hexdigest()

    @pytest.mark.parametrize("change", [{"subject_id": 5}, {"subject_name": "Ola"}, {"actor_role": "lead"}])
    def test_what_an_old_line_could_not_say_is_a_change(self, change: dict[str, object]) -> None:
        AuditEvent.objects.all()
        line = self.first(**change)
        assert f"Line {line.pk} was changed." in self.problems()

    def test_a_new_line_is_not_followed_by_an_old_one(self) -> None:
        line = self.first()
        assert self.problems() == [f"Line {line.pk} was changed."], "the arrival before it is of the second version"

    @pytest.mark.parametrize(
        "change", ["version = 1", "actor_role = 'lead'", "subject_id = 5", "subject_name = 'Ola'", "enquiry_id = NULL"]
    )
    def test_each_new_column_is_part_of_the_hash(self, log: list[AuditEvent], change: str) -> None:
        assert self.problems() == []
        append_only.remove(connection)
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE enquiries_auditevent SET {change} WHERE id = %s", [log[2].pk])  # noqa: S608
        assert f"Line {log[2].pk} was changed." in self.problems()


def _values(line: AuditEvent) -> dict[str, object]:
    return {field.attname: getattr(line, field.attname) for field in line._meta.concrete_fields}
