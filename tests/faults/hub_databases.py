"""Looking into the databases of a running hub from outside, past everything that Django does."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg

from tests.faults.running_hub import RunningHub

MAIN, KEYS = "DATABASE_URL", "ENQUIRY_KEYS_DATABASE_URL"
FILES = {MAIN: "hub.sqlite3", KEYS: "enquiry-keys.sqlite3"}
TABLES = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"


def is_sqlite(hub: RunningHub) -> bool:
    return MAIN not in hub.environment


@contextmanager
def connected(hub: RunningHub, variable: str = MAIN) -> Iterator[Any]:
    """A connection of our own that commits each statement."""
    if is_sqlite(hub):
        opened: Any = sqlite3.connect(hub.folder / FILES[variable], isolation_level=None, timeout=60)
    else:
        opened = psycopg.connect(hub.environment[variable], autocommit=True)
    with closing(opened):
        yield opened


def all_rows(hub: RunningHub) -> str:
    """Every value of every row of both databases."""
    return "\n".join(line for variable in FILES for line in _rows(hub, variable))


def _rows(hub: RunningHub, variable: str) -> Iterator[str]:
    with connected(hub, variable) as connection:
        if is_sqlite(hub):
            yield from connection.iterdump()
            return
        for (table,) in connection.execute(TABLES).fetchall():
            for (row,) in connection.execute(f'SELECT t::text FROM "{table}" t').fetchall():  # noqa: S608 - a table
                yield row
