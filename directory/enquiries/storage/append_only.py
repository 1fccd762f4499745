"""Triggers that keep the access log append-only, for SQLite and PostgreSQL."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "enquiries_auditevent"
NO_UPDATE, NO_DELETE, NO_TRUNCATE, NO_REPLACE = (
    f"{TABLE}_no_{event}" for event in ("update", "delete", "truncate", "replace")
)
REFUSAL = "The access log of enquiries is append-only."
REFUSE = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"

# INSERT OR REPLACE deletes the line that has the same number or the same hash, and fires no trigger for deleting. A
# line without a number of its own reaches the trigger with -1.
TAKEN = (
    f"EXISTS (SELECT 1 FROM {TABLE} WHERE (id = NEW.id AND NEW.id > 0)"  # noqa: S608 - the name stands above
    " OR previous_hash = NEW.previous_hash OR entry_hash = NEW.entry_hash)"
)
SQLITE = {
    NO_UPDATE: f"CREATE TRIGGER {NO_UPDATE} BEFORE UPDATE ON {TABLE} {REFUSE}",
    NO_DELETE: f"CREATE TRIGGER {NO_DELETE} BEFORE DELETE ON {TABLE} {REFUSE}",
    NO_REPLACE: f"CREATE TRIGGER {NO_REPLACE} BEFORE INSERT ON {TABLE} WHEN {TAKEN} {REFUSE}",
}
REFUSING_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$"
)
# ON CONFLICT DO UPDATE is an update there, and is refused as one.
POSTGRESQL = {
    name: f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {TABLE}{rows} EXECUTE FUNCTION {TABLE}_refuse()"
    for name, event, rows in (
        (NO_UPDATE, "UPDATE", " FOR EACH ROW"),
        (NO_DELETE, "DELETE", " FOR EACH ROW"),
        (NO_TRUNCATE, "TRUNCATE", ""),
    )
}
NAMES = {"sqlite": tuple(SQLITE), "postgresql": tuple(POSTGRESQL)}
REMOVE = {
    "sqlite": tuple(f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE),
    "postgresql": tuple(f"DROP TRIGGER IF EXISTS {name} ON {TABLE}" for name in POSTGRESQL),
}
# A trigger of the right name that does something else guards nothing.
INSTALLED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s AND sql = %s",
    "postgresql": (
        "SELECT tgname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE tgrelid = %s::regclass"
        " AND tgenabled IN ('O', 'A') AND tgqual IS NULL AND position(%s in prosrc) > 0"
    ),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the access log append-only. Safe to run again."""
    # On SQLite a trigger cannot be replaced; on PostgreSQL it is, and keeps guarding meanwhile.
    statements = (*REMOVE["sqlite"], *SQLITE.values())
    if connection.vendor == "postgresql":
        statements = (REFUSING_FUNCTION, *POSTGRESQL.values())
    _run(connection, statements)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Let the access log be changed. For undoing the migration, and for emptying a test database."""
    _run(connection, REMOVE[connection.vendor])


def missing_triggers(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of triggers that should guard the log and do not, or not as they should."""
    bodies = SQLITE.values() if connection.vendor == "sqlite" else (f"RAISE EXCEPTION '{REFUSAL}'",)
    found: set[str] = set()
    with connection.cursor() as cursor:
        for body in bodies:
            cursor.execute(INSTALLED[connection.vendor], [TABLE, body])
            found.update(name for (name,) in cursor.fetchall())
    return set(NAMES[connection.vendor]) - found


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
