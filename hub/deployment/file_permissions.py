"""Keeps what the hub stores to its own user: the database, the keys, the search index, mail in a folder.

Static files and pictures stay readable, because a web server under another user may serve them: their folder can be
passed through and not listed.
"""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

PRIVATE_FILE, PRIVATE_FOLDER, PASSED_THROUGH = 0o600, 0o700, 0o711
SIDE_FILES = ("", "-wal", "-shm", "-journal")

logger = logging.getLogger(__name__)


def keep_files_private() -> None:
    """Take from others what they may read but need not. What belongs to another user is left and told of."""
    data = Path(settings.DATA_DIR)
    if data.is_dir():
        # Made here, so that each is private before the first file is in it.
        for folder in _private_folders():
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    for path, mode in _wanted():
        _restrict(path, mode)


def keep_database_private(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """The same for a database file that was just made."""
    if connection.vendor == "sqlite":
        for path in _database_files(connection.settings_dict["NAME"]):
            _restrict(path, PRIVATE_FILE)


def files_open_to_others() -> list[Path]:
    """What others can read and should not."""
    return [path for path, mode in _wanted() if path.exists() and stat.S_IMODE(path.stat().st_mode) & ~mode]


def _private_folders() -> Iterator[Path]:
    yield Path(settings.SEARCH_INDEX_DIR)
    if folder := getattr(settings, "EMAIL_FILE_PATH", None):
        # Links that set a new passphrase are in it.
        yield Path(folder)


def _wanted() -> Iterator[tuple[Path, int]]:
    yield Path(settings.BASE_DIR) / ".env", PRIVATE_FILE
    yield Path(settings.DATA_DIR), PASSED_THROUGH
    for folder in _private_folders():
        yield folder, PRIVATE_FOLDER
    yield Path(settings.ERASED_KEYS_FILE), PRIVATE_FILE
    for database in settings.DATABASES.values():
        if "sqlite" in database["ENGINE"]:
            for path in _database_files(database["NAME"]):
                yield path, PRIVATE_FILE


def _database_files(name: object) -> Iterator[Path]:
    if ":memory:" in str(name) or "mode=memory" in str(name):
        return
    for ending in SIDE_FILES:
        yield Path(f"{name}{ending}")


def _restrict(path: Path, mode: int) -> None:
    try:
        present = stat.S_IMODE(path.stat().st_mode)
        if present & ~mode:
            path.chmod(present & mode)
    except FileNotFoundError:
        return
    except OSError as error:
        logger.warning("%s can be read by others, and its mode cannot be changed: %s", path, type(error).__name__)
