"""When many ask for a page that is not kept, one makes it and the others wait for it."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

from django.conf import settings

Found = TypeVar("Found")

# Two pages may share a lock. Then one waits for the other, which costs time and nothing else.
LOCKS = 64
# A page that takes longer is made by everyone who asks, rather than have all of them wait for one that may be stuck.
PATIENCE_SECONDS = 3.0
LOOK_AGAIN_SECONDS = 0.01
_threads = [Lock() for _ in range(LOCKS)]


@contextmanager
def turn(key: str) -> Iterator[bool]:
    """Whether the caller is the one who makes this page, among all threads and processes of this machine."""
    number = int(key[:8], 16) % LOCKS
    if not _threads[number].acquire(blocking=False):
        yield False
        return
    try:
        with _among_processes(number) as is_mine:
            yield is_mine
    finally:
        _threads[number].release()


def wait_for(look: Callable[[], Found | None]) -> Found | None:
    """Look again and again until there is something, for a while."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        time.sleep(LOOK_AGAIN_SECONDS)
        found = look()
        if found is not None:
            return found
    return None


@contextmanager
def _among_processes(number: int) -> Iterator[bool]:
    # A folder that is full or may not be written to means that each process makes the page once.
    folder = Path(settings.PAGE_CACHE_LOCKS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / f"{number}.lock").open("a")
    except OSError:
        yield True
        return
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
