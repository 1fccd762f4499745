"""Tantivy's errors as those of `search.engines.base`."""

from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import IndexBroken, IndexBusy, IndexUnwritable

# Tantivy's exceptions differ only in their texts.
BUSY_MARK = "LockBusy"
# The first is a lock that Tantivy takes even to read.
REFUSALS = ("Failed to acquire Lockfile", "Too many open files", "Cannot allocate memory")


class OpeningRefused(IndexBroken):
    """The index cannot be opened, but nothing tells that anything is wrong with its files."""


class reading:
    """Turn every way in which Tantivy reports unreadable files into IndexBroken."""

    # Every search enters this twice, and a generator takes longer.
    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        # A panic in Rust derives from BaseException and has no importable class.
        if isinstance(fault, ValueError | OSError | KeyError) or (kind and kind.__name__ == "PanicException"):
            refused = any(mark in str(fault) for mark in REFUSALS)
            raise (OpeningRefused if refused else IndexBroken)(str(fault)) from fault


@contextmanager
def writing() -> Iterator[None]:
    """Turn what Tantivy reports when it cannot write into IndexBusy or IndexUnwritable."""
    try:
        yield
    except (ValueError, OSError) as fault:
        if BUSY_MARK in str(fault):
            raise IndexBusy(str(fault)) from fault
        raise IndexUnwritable(str(fault)) from fault
