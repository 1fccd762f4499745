"""Copying one database into a file and back, for SQLite and PostgreSQL."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import uuid
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
ENDINGS = {"sqlite": "sqlite3", "postgresql": "dump"}
LONGEST_FAULT = 200


class CopyFailed(Exception):
    """A database could not be copied or put back. Says why, without anything that is stored."""


def ending(alias: str) -> str:
    """How the name of a copy of this database ends."""
    return ENDINGS[connections[alias].vendor]


def make_private_file(path: Path) -> None:
    """An empty file for its owner only. Raises `FileExistsError`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def copy_database(alias: str, path: Path) -> None:
    """Write a copy as of now into a file that does not exist yet, while others go on writing."""
    connection = connections[alias]
    make_private_file(path)
    if connection.vendor == "sqlite":
        _copy_sqlite(str(connection.settings_dict["NAME"]), path)
    else:
        _run(connection, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
    _sync(path)


def load_copy(alias: str, path: Path) -> None:
    """Put a copy in the place of everything this database holds."""
    connection = connections[alias]
    if connection.vendor == "sqlite":
        connection.close()
        _load_sqlite(path, str(connection.settings_dict["NAME"]))
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
        connection.close()
        _load_postgresql(connection, path)


def is_in_use(alias: str) -> bool:
    """Whether this database holds anything. Raises `CopyFailed` when it does not answer."""
    try:
        return bool(connections[alias].introspection.table_names())
    except DatabaseError as error:
        raise CopyFailed(f"The database {alias} does not answer: {type(error).__name__}.") from error


@contextlib.contextmanager
def scratch_database(alias: str, path: Path, folder: Path) -> Iterator[str]:
    """A database with what the copy holds, under an alias of its own, gone afterwards."""
    original, scratch = connections[alias], f"scratch_{alias}"
    config = deepcopy(original.settings_dict)
    is_file = original.vendor == "sqlite"
    config["NAME"] = str(folder / f"{scratch}.sqlite3") if is_file else f"hub_scratch_{uuid.uuid4().hex[:12]}"
    if is_file:
        make_private_file(Path(config["NAME"]))
    else:
        _execute(original, f'CREATE DATABASE "{config["NAME"]}" TEMPLATE template0')
    connections[scratch] = type(original)(config, scratch)
    try:
        if is_file:
            _load_sqlite(path, config["NAME"])
        else:
            _load_postgresql(connections[scratch], path)
        yield scratch
    finally:
        connections[scratch].close()
        del connections[scratch]
        if not is_file:
            _execute(original, f'DROP DATABASE IF EXISTS "{config["NAME"]}" WITH (FORCE)')


def _copy_sqlite(name: str, path: Path) -> None:
    try:
        with contextlib.closing(sqlite3.connect(name)) as source, contextlib.closing(sqlite3.connect(path)) as target:
            source.backup(target)
            # One file: with the other kind of log, opening the copy would put two more beside it.
            target.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise CopyFailed(f"SQLite could not copy the database: {type(error).__name__}.") from error


def _load_sqlite(path: Path, name: str) -> None:
    try:
        with (
            contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as source,
            contextlib.closing(sqlite3.connect(name, timeout=20)) as target,
        ):
            source.backup(target)
    except sqlite3.Error as error:
        raise CopyFailed(f"{path.name} is no whole SQLite database: {type(error).__name__}.") from error


def _load_postgresql(connection: BaseDatabaseWrapper, path: Path) -> None:
    options = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges")
    _run(connection, "pg_restore", *options, path=path)


def _run(connection: BaseDatabaseWrapper, program: str, *options: str, path: Path | None = None) -> None:
    found = shutil.which(program)
    if found is None:
        raise CopyFailed(f"{program} was not found on PATH: install PostgreSQL's client programs.")
    # As Django calls psql: the password is in the environment, not in the list of processes.
    (_, *where, name), env = connection.client_class.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [found, *where, f"--dbname={name}", *options, *([str(path)] if path else [])]
    done = subprocess.run(command, env=_environment(env), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        # Further lines may quote rows.
        first = next((line for line in done.stderr.splitlines() if " error: " in line), "")
        said = first[:LONGEST_FAULT] if program == "pg_dump" else ""
        raise CopyFailed(f"{program} ended with {done.returncode}. {said}".rstrip())


def _environment(own: Mapping[str, Any] | None) -> dict[str, str]:
    return {**os.environ, **(own or {})}


def _execute(connection: BaseDatabaseWrapper, statement: str) -> None:
    try:
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        raise CopyFailed(
            f"A scratch database could not be made or dropped ({type(error).__name__}): the user of the database "
            "needs the right to create databases."
        ) from error


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
