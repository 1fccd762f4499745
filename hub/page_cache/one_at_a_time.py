"""When many ask for a page that is not kept, one makes it and the others wait for it."""

import fcntl
import time
from collections import OrderedDict
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
MOST_NOTED = 1_000
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


def wait_for(key: str, look: Callable[[], Found | None]) -> Found | None:
    """Look again and again until there is something, for a while, and no longer than somebody makes this page."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        time.sleep(LOOK_AGAIN_SECONDS)
        # Asked first: what was made is there by then.
        is_over = _is_over(key)
        found = look()
        if found is not None or is_over:
            return found
    return None


class NotKept:
    """Addresses of which an answer was not kept, such as a form's: nobody need wait for the next one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._keys: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def note(self, key: str, *, is_kept: bool) -> None:
        """Whether the newest answer was kept. Of many addresses those noted last are known."""
        if is_kept and key not in self._keys:
            return
        with self._lock:
            self._keys.pop(key, None)
            if is_kept:
                return
            self._keys[key] = None
            if len(self._keys) > MOST_NOTED:
                self._keys.popitem(last=False)


not_kept = NotKept()


def _is_over(key: str) -> bool:
    with turn(key) as is_mine:
        return is_mine


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
