"""Making a backup: enquiries first, keys second, so that no copied enquiry lacks its key."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from directory.enquiries.key_store.erased_list import add_to_list, read_list
from directory.enquiries.key_store.keys import complete_erased_list
from directory.enquiries.key_store.models import EnquiryKey, KeyStoreIdentity
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.models import AuditEvent
from directory.enquiries.storage.pairing import require_own_key_store

from .copies import PRIVATE_FOLDER, copy_database, ending
from .manifest import Copied, Manifest, NoBackup, digest_of

# What was erased leaves the last copy of its key after this time.
KEYS_LIVE = timedelta(days=14)
PARTIAL = ".partial"
# A copy of the list of erased keys beside the backups, as new as the newest of them.
LIST_COPY = "erased-keys.log"
STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and how many old copies of keys were deleted."""

    folder: Path
    old_keys: int


class BackupRunning(Exception):
    """Another backup is being made into the same folder."""


def make_backup(parent: Path) -> Made:
    """Write a backup into a new folder of parent. One that is cut off leaves nothing that looks like a backup.

    Raises `BackupRunning`.
    """
    require_own_key_store()
    parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    with _alone(parent):
        for left in parent.glob(f"*{PARTIAL}"):
            shutil.rmtree(left)
        return _make(parent, timezone.now())


def _make(parent: Path, now: datetime) -> Made:
    name = now.strftime(STAMP)
    partial = parent / f"{name}{PARTIAL}"
    partial.mkdir(mode=PRIVATE_FOLDER)
    manifest = Manifest(
        pair_id=str(KeyStoreIdentity.objects.values_list("pair_id", flat=True).get()),
        database=_copied(DEFAULT_DB_ALIAS, partial, "database"),
        keys=_copied(ALIAS, partial, "keys"),
    )
    manifest.write(partial)
    # After the copies: this machine's list then has all that is erased in them.
    complete_erased_list()
    _copy_list(partial / LIST_COPY, parent / LIST_COPY)
    partial.rename(parent / name)
    return Made(parent / name, _delete_old_keys(parent, now))


def _copy_list(made: Path, kept: Path) -> None:
    """Beside the backups and not in one: an older backup needs the newest list."""
    known = read_list() | read_list(kept)
    add_to_list(sorted(known), path=made)
    if made.exists():
        made.replace(kept)


@contextlib.contextmanager
def _alone(parent: Path) -> Iterator[None]:
    # The lock goes with the process that holds it.
    descriptor = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BackupRunning(f"Another backup is being made into {parent}.") from None
    finally:
        os.close(descriptor)


def _copied(alias: str, folder: Path, name: str) -> Copied:
    taken_at = timezone.now()
    newest_id, newest_at = _newest(alias)
    path = folder / f"{name}.{ending(alias)}"
    copy_database(alias, path)
    return Copied(
        file=path.name,
        taken_at=taken_at.isoformat(),
        sha256=digest_of(path),
        size=path.stat().st_size,
        migrations=migration_state(alias),
        newest_id=newest_id,
        newest_at=newest_at,
    )


def migration_state(alias: str) -> dict[str, str]:
    """The newest migration of each app that this database has had."""
    applied = MigrationRecorder(connections[alias]).applied_migrations()
    return {app: max(name for owner, name in applied if owner == app) for app in sorted({app for app, _ in applied})}


def _newest(alias: str) -> tuple[str, str]:
    rows = (
        EnquiryKey.objects.order_by("-created_at").values_list("pk", "created_at")
        if alias == ALIAS
        else AuditEvent.objects.order_by("-pk").values_list("pk", "at")
    )
    row = rows.first()
    return (str(row[0]), row[1].isoformat()) if row else ("", "")


def _delete_old_keys(parent: Path, now: datetime) -> int:
    old = list(_old_keys(parent, now))
    for path in old:
        path.unlink()
    return len(old)


def _old_keys(parent: Path, now: datetime) -> Iterator[Path]:
    """Copies of keys that have lived long enough. Copies of enquiries stay until somebody deletes them."""
    for folder in sorted(parent.iterdir()):
        try:
            keys = Manifest.read(folder).keys
        except NoBackup:
            continue
        if keys.moment < now - KEYS_LIVE and (folder / keys.file).exists():
            yield folder / keys.file
