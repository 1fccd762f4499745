"""The folders of an index: one generation is served, another may be in the making."""

import contextlib
import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from search.engines.base import IndexBusy, IndexUnwritable

SERVED = "served"
UPCOMING = "upcoming"
BUILD_LOCK = "build.lock"
PREFIX = "generation-"
# Long enough that no process still reads a layout that a deployment left behind.
ABANDONED_AFTER_SECONDS = 7 * 24 * 3600


class Generations:
    """Names and folders below one layout's folder. Each role is a small file that holds a generation's name."""

    def __init__(self, root: Path) -> None:
        self.root = root
        # Every search asks for a role, and joining paths takes longer than that.
        self._paths = {role: str(root / role) for role in (SERVED, UPCOMING)}
        self._read: dict[str, tuple[tuple[int, ...], str | None]] = {}

    def named(self, role: str) -> str | None:
        """The generation in a role, if any."""
        path = self._paths[role]
        try:
            # The file is only read when it is another.
            state = os.stat(path)
            seen = (state.st_mtime_ns, state.st_ino, state.st_size)
            known = self._read.get(role)
            if known is None or known[0] != seen:
                known = self._read[role] = (seen, Path(path).read_text(encoding="ascii").strip() or None)
        except (OSError, ValueError):
            return None
        return known[1]

    def folder(self, name: str) -> Path:
        """The folder of a generation, whose name is taken from a file that may hold anything."""
        return self.root / Path(name).name

    def new_name(self) -> str:
        """A name no generation has."""
        return f"{PREFIX}{secrets.token_hex(6)}"

    def assign(self, role: str, name: str) -> None:
        """Give a role to a generation, at once and for all processes. Raises IndexUnwritable."""
        draft = self.root / f"{role}.{os.getpid()}.draft"
        try:
            draft.write_text(name, encoding="ascii")
            os.replace(draft, self.root / role)
        except OSError as fault:
            raise IndexUnwritable(str(fault)) from fault

    def vacate(self, role: str) -> None:
        """Leave a role without a generation."""
        with contextlib.suppress(OSError):
            (self.root / role).unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove generations without a role, and layouts nobody wrote to for a week."""
        kept = {self.named(SERVED), self.named(UPCOMING)}
        for folder in self.root.glob(f"{PREFIX}*"):
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)
        for layout in self.root.parent.iterdir():
            served = layout / SERVED
            if layout != self.root and served.is_file() and _age(served) > ABANDONED_AFTER_SECONDS:
                shutil.rmtree(layout, ignore_errors=True)

    @contextlib.contextmanager
    def building(self) -> Iterator[None]:
        """Hold the right to build. The lock goes with the process, however it ends."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            lock = open(self.root / BUILD_LOCK, "w")  # noqa: SIM115  closed below, with the lock
        except OSError as fault:
            raise IndexUnwritable(str(fault)) from fault
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as fault:
                raise IndexBusy("another process is building the index") from fault
            yield


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0
