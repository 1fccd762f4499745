"""Triggers that keep the access log append-only, for SQLite and PostgreSQL."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "enquiries_auditevent"
NAMES = ("enquiries_auditevent_no_update", "enquiries_auditevent_no_delete", "enquiries_auditevent_no_truncate")
REFUSAL = "The access log of enquiries is append-only."

SQLITE_INSTALL = tuple(
    f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {event} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for name, event in zip(NAMES[:2], ("UPDATE", "DELETE"), strict=True)
)
POSTGRESQL_INSTALL = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$",
    f"CREATE OR REPLACE TRIGGER {NAMES[0]} BEFORE UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
    f"CREATE OR REPLACE TRIGGER {NAMES[1]} BEFORE DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TABLE}_refuse()",
    f"CREATE OR REPLACE TRIGGER {NAMES[2]} BEFORE TRUNCATE ON {TABLE} EXECUTE FUNCTION {TABLE}_refuse()",
)
INSTALL = {"sqlite": SQLITE_INSTALL, "postgresql": POSTGRESQL_INSTALL}
REMOVE = {
    "sqlite": tuple(f"DROP TRIGGER IF EXISTS {name}" for name in NAMES[:2]),
    "postgresql": tuple(f"DROP TRIGGER IF EXISTS {name} ON {TABLE}" for name in NAMES),
}
LIST = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled <> 'D'",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the access log append-only. Safe to run again."""
    _run(connection, INSTALL[connection.vendor])


def remove(connection: BaseDatabaseWrapper) -> None:
    """Let the access log be changed. For undoing the migration, and for emptying a test database."""
    _run(connection, REMOVE[connection.vendor])


def missing_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of triggers that should guard the log and do not."""
    expected = NAMES[: len(REMOVE[connection.vendor])]
    with connection.cursor() as cursor:
        cursor.execute(LIST[connection.vendor], [TABLE])
        return set(expected) - {name for (name,) in cursor.fetchall()}


def restore_after_migrations(using: str, **kwargs: Any) -> None:
    """SQLite rebuilds a table to alter it and forgets its triggers: put them back after every migration."""
    from django.db import connections

    connection = connections[using]
    if TABLE in connection.introspection.table_names() and missing_triggers(connection):
        install(connection)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
