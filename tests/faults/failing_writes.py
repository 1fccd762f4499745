"""The database itself refuses some of the writes of an enquiry, and quotes the row that it refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.faults.hub_databases import connected, is_sqlite
from tests.faults.running_hub import RunningHub

TABLES = ("enquiries_draft", "enquiries_enquiry", "enquiries_outboxmessage", "enquiries_sendermessage")
SQLITE = """CREATE TRIGGER failing_{table} BEFORE INSERT ON {table} WHEN abs(random()) % 6 = 0
BEGIN SELECT RAISE(ABORT, 'refused'); END"""
REFUSE = """CREATE FUNCTION refuse_some() RETURNS trigger AS $$ BEGIN
IF random() < 0.17 THEN RAISE EXCEPTION 'refused %', NEW::text; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"""
POSTGRESQL = "CREATE TRIGGER failing_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_some()"


@contextmanager
def failing_writes(hub: RunningHub) -> Iterator[None]:
    """One in six, until the end."""
    with connected(hub) as connection:
        begin, end = (SQLITE, "") if is_sqlite(hub) else (POSTGRESQL, " ON {table}")
        if not is_sqlite(hub):
            connection.execute(REFUSE)
        for table in TABLES:
            connection.execute(begin.format(table=table))
        try:
            yield
        finally:
            for table in TABLES:
                connection.execute(f"DROP TRIGGER failing_{table}{end.format(table=table)}")
            if not is_sqlite(hub):
                connection.execute("DROP FUNCTION refuse_some()")
