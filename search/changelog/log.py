"""Append to the change log and read it back."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from django.db import connection, transaction

from search.changelog.position import Position
from search.changelog.signals import changes_committed
from search.models import Change

MAX_ROWS_KEPT = 100_000
# Any number works as long as nothing else in this database locks it.
ADVISORY_LOCK = 0x5EA2C4

# Within `asking_once` the newest place, once it was asked for. None where each asks for itself.
_known: ContextVar[list[Position] | None] = ContextVar("known", default=None)


def record_changes(kind: str, keys: Iterable[object]) -> None:
    """Note that objects of a kind changed, for those who write without `save()`.

    keys are primary keys. The rows join the transaction that is open; without one they are written at once.
    Once it commits, `changes_committed` is sent.
    """
    rows = [Change(kind=kind, key=str(key)) for key in dict.fromkeys(keys)]
    if not rows:
        return
    # What this transaction has written may yet be taken back: from here on each asks for itself again.
    _known.set(None)
    with transaction.atomic():
        serialise_writers()
        Change.objects.bulk_create(rows, batch_size=1_000)
        _announce_on_commit()


@contextmanager
def asking_once() -> Iterator[None]:
    """Let `head` ask the database once for all who want to know meanwhile, for something short, such as one answer.

    All of it then knows what was committed before the first of them asked. Whoever writes into the log ends it.
    """
    token = _known.set([])
    try:
        yield
    finally:
        _known.reset(token)


def head() -> Position:
    """The newest place in the log."""
    known = _known.get()
    if known:
        return known[0]
    found = head_now()
    if known is not None:
        known.append(found)
    return found


def head_now() -> Position:
    """The newest place in the log, asked for again, for who compares it with what others may have done meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(*_newest(connection.vendor))
        row = cursor.fetchone()
    return Position(*row) if row else Position()


@lru_cache(maxsize=2)
def _newest(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The statement for the newest row, written once: every page asks several times, and writing takes longest."""
    return Change.objects.order_by("-id").values_list("id", "token")[:1].query.sql_with_params()


def holds_all_after(position: Position) -> bool:
    """Whether every change after this position is still in the log.

    False when the rows were pruned or the position belongs to another history, such as that of a database
    since restored from a backup.
    """
    if position.sequence == 0:
        first = Change.objects.order_by("id").values_list("id", flat=True).first()
        # Pruning leaves no row as old as this; see `prune`.
        return first is None or first <= MAX_ROWS_KEPT
    return Change.objects.filter(id=position.sequence, token=position.token).exists()


def changes_after(position: Position, limit: int) -> list[Change]:
    """The next changes in order, at most limit."""
    return list(Change.objects.filter(id__gt=position.sequence).order_by("id")[:limit])


def number_after(position: Position) -> int:
    """How many changes there are after a position."""
    return Change.objects.filter(id__gt=position.sequence).count()


def prune() -> int:
    """Drop all but the newest rows. An index further behind than these builds itself anew.

    Returns how many rows went.
    """
    newest = head().sequence
    oldest = Change.objects.order_by("id").values_list("id", flat=True).first()
    # Waiting for twice the number keeps this from running at every publish.
    if oldest is None or newest - oldest < MAX_ROWS_KEPT * 2:
        return 0
    return Change.objects.filter(id__lte=newest - MAX_ROWS_KEPT).delete()[0]


def serialise_writers() -> None:
    """Let one transaction at a time write to the log, until it ends."""
    # Sequence numbers are drawn before the commit. Without the lock a higher number could become visible
    # first, and an index that applied it would never look back for the lower one. SQLite has one writer anyway.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])


def _announce_on_commit() -> None:
    waiting = (entry[1] for entry in connection.run_on_commit)
    if _announce not in waiting:
        transaction.on_commit(_announce, robust=True)


def _announce() -> None:
    changes_committed.send(sender=Change)
