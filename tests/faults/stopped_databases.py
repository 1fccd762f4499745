"""Databases of a running hub that nobody can write to, or reach at all, for a while."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

from django.db import connections

from tests.faults.hub_databases import FILES, KEYS, MAIN, is_sqlite
from tests.faults.running_hub import RunningHub, children_of_all


def main_stopped(hub: RunningHub) -> AbstractContextManager[None]:
    """Everything but the keys."""
    return _stopped(hub, MAIN)


def keys_stopped(hub: RunningHub) -> AbstractContextManager[None]:
    """The keys of enquiries alone."""
    return _stopped(hub, KEYS)


@contextmanager
def disk_full(hub: RunningHub) -> Iterator[None]:
    """No process of the site can write a byte to any file."""
    web = children_of_all([hub.processes()["web"]])
    limits = [(pid, resource.prlimit(pid, resource.RLIMIT_FSIZE)) for pid in web]
    for pid, (_, most) in limits:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, most))
    try:
        yield
    finally:
        for pid, before in limits:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


Fault = Callable[[RunningHub], AbstractContextManager[None]]


def _stopped(hub: RunningHub, variable: str) -> AbstractContextManager[None]:
    if is_sqlite(hub):
        return _locked(hub, FILES[variable])
    return _refused(hub.environment[variable].rpartition("/")[2])


@contextmanager
def _locked(hub: RunningHub, file: str) -> Iterator[None]:
    """A writer that never ends."""
    with closing(sqlite3.connect(hub.folder / file, isolation_level=None, timeout=60)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        yield
        writer.execute("ROLLBACK")


@contextmanager
def _refused(database: str) -> Iterator[None]:
    """The server ends every connection and takes no other."""
    with connections["default"]._nodb_cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS false')
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])
        try:
            yield
        finally:
            cursor.execute(f'ALTER DATABASE "{database}" ALLOW_CONNECTIONS true')
