"""The list of erased keys, in a file of its own.

An older copy of the keys brings erased ones back. So the list is in no copy's keeping: it is replayed after every
`restore`. It holds random ids and times, nothing else.
"""

import fcntl
import os
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils import timezone

PRIVATE_FILE = 0o600
FLAGS = os.O_CREAT | os.O_APPEND | os.O_RDWR


def list_path() -> Path:
    """Where the list is on this machine."""
    return Path(settings.ERASED_KEYS_FILE)


def add_to_list(key_ids: Iterable[uuid.UUID], *, path: Path | None = None) -> None:
    """Append ids and wait until the disk has them. Raises `OSError`: what cannot be listed must not be erased."""
    path, now = path or list_path(), timezone.now().isoformat(timespec="seconds")
    lines = "".join(f"{now} {key_id}\n" for key_id in key_ids)
    if not lines:
        return
    is_new = not path.exists()
    descriptor = os.open(path, FLAGS, PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _write(descriptor, (_end_of_torn_line(descriptor) + lines).encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if is_new:
        _sync_folder(path.parent)


def read_list(path: Path | None = None) -> set[uuid.UUID]:
    """Every id that was ever listed. A line that a crash cut off is passed over: its key was not erased yet."""
    try:
        lines = (path or list_path()).read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    return {key_id for line in lines if (key_id := _listed(line)) is not None}


def _listed(line: str) -> uuid.UUID | None:
    words = line.split()
    try:
        return uuid.UUID(words[1]) if len(words) == 2 and len(words[1]) == 36 else None
    except ValueError:
        return None


def _end_of_torn_line(descriptor: int) -> str:
    size = os.fstat(descriptor).st_size
    return "\n" if size and os.pread(descriptor, 1, size - 1) != b"\n" else ""


def _write(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def _sync_folder(folder: Path) -> None:
    # The name of a new file is kept by its folder.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
