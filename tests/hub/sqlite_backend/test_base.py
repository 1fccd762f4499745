"""A kept connection answers from the file that lies there now, never from one that is gone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections

from hub.settings.databases import database_config
from hub.sqlite_backend.base import DatabaseWrapper

pytestmark = [pytest.mark.only_on("sqlite"), pytest.mark.django_db]
Connect = Callable[[], DatabaseWrapper]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hub.sqlite3"


@pytest.fixture
def connect(path: Path) -> Iterator[Connect]:
    opened = []

    def one() -> DatabaseWrapper:
        config = {**connections["default"].settings_dict, "ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}
        opened.append(DatabaseWrapper(database_config(config), "another"))
        return opened[-1]

    yield one
    for connection in opened:
        connection.close()


def next_request(connection: DatabaseWrapper) -> None:
    """As Django does when a request begins."""
    connection.close_if_unusable_or_obsolete()


def write(connection: DatabaseWrapper, word: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS said (word TEXT)")
        cursor.execute("INSERT INTO said VALUES (%s)", [word])


def read(connection: DatabaseWrapper) -> list[str]:
    next_request(connection)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE name = 'said'")
        if not cursor.fetchall():
            return []
        cursor.execute("SELECT word FROM said")
        return [word for (word,) in cursor.fetchall()]


def test_it_is_kept_while_the_file_is_the_same(connect: Connect) -> None:
    write(connect(), "one")
    kept = connect()
    assert read(kept) == ["one"]
    before = kept.connection
    write(connect(), "two")
    assert read(kept) == ["one", "two"]
    assert kept.connection is before


def test_a_file_deleted_and_made_again_is_seen(connect: Connect, path: Path) -> None:
    kept = connect()
    write(kept, "gone")
    # On most file systems the next file gets the number of one that is deleted and not open any more.
    for file in path.parent.glob("hub.sqlite3*"):
        file.unlink()
    assert read(kept) == []
    write(connect(), "new")
    assert read(kept) == ["new"]


def test_a_file_put_in_its_place_is_seen(connect: Connect, path: Path) -> None:
    write(connect(), "old")
    kept = connect()
    assert read(kept) == ["old"]
    other = path.with_name("other.sqlite3")
    shutil.copy(path, other)
    copied = DatabaseWrapper({**kept.settings_dict, "NAME": str(other)}, "another")
    write(copied, "copy")
    copied.close()
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    other.replace(path)
    assert "copy" in read(kept)


def test_an_open_transaction_is_not_broken_off(connect: Connect, path: Path) -> None:
    kept = connect()
    write(kept, "one")
    kept.set_autocommit(False)
    kept.in_atomic_block = True
    path.rename(path.with_name("moved.sqlite3"))
    try:
        with kept.cursor() as cursor:
            cursor.execute("SELECT word FROM said")
            assert cursor.fetchall() == [("one",)]
    finally:
        kept.in_atomic_block = False
        kept.close()


def test_memory_has_no_file_that_could_be_gone() -> None:
    config = {**connections["default"].settings_dict, "ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    held = DatabaseWrapper(database_config(config), "another")
    write(held, "one")
    assert read(held) == ["one"]
