"""Bring the index to where the change log is. Applying a change twice does no harm."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from django.db import DatabaseError

from search.changelog import log
from search.changelog.position import Position
from search.document import Document, identity
from search.engines import has_server, local_engine
from search.engines.base import Engine, Index, IndexBroken, IndexBusy, IndexUnwritable, Progress, Session
from search.indexing.health import report_fault, report_recovery
from search.languages import in_own_language
from search.lock_timeout import short_lock_timeout
from search.registry import Registration, registration_of, registrations

logger = logging.getLogger(__name__)

BATCH = 500
# Each commit writes a segment, and many small segments slow down the build and the searches after it. An interrupted
# build does this many documents again.
COMMIT_AFTER = 200_000
REQUEST_SECONDS = 1.0
STANDBY_SECONDS = 0.1
LOCK_SECONDS = 0.2
LOCK_PAUSE = 0.01

Report = Callable[[int], object]

_local = threading.local()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock, or never."""

    moment: float | None

    @classmethod
    def in_seconds(cls, seconds: float | None) -> "Deadline":
        return cls(None if seconds is None else time.monotonic() + seconds)

    @property
    def passed(self) -> bool:
        return self.moment is not None and time.monotonic() >= self.moment


def update_index(
    *,
    seconds: float | None = REQUEST_SECONDS,
    report: Report | None = None,
    head: Position | None = None,
    engine: Engine | None = None,
) -> bool:
    """Apply what the log holds beyond the index; build the index when there is none to continue.

    seconds bounds the work, None does all of it. engine is the embedded one unless another is given. report is called
    with the number of objects handled after each batch. head is the newest place in the log, for a caller who has
    just read it. Returns whether the index
    is now up to date. Faults of the index are logged, not raised.
    """
    if seconds is not None and engine is None and has_server():
        # Nobody waits for the index that only stands by.
        seconds = min(seconds, STANDBY_SECONDS)
    engine, deadline = engine or local_engine(), Deadline.in_seconds(seconds)
    patience = Deadline.in_seconds(LOCK_SECONDS)
    while True:
        try:
            current = _advance(engine, deadline, report, head or log.head())
        except IndexBusy:
            # Whoever holds the lock is most likely applying the very changes that are missing here.
            if patience.passed:
                return False
            time.sleep(LOCK_PAUSE)
        except (IndexUnwritable, IndexBroken) as fault:
            report_fault(engine, fault)
            return False
        else:
            report_recovery(engine)
            return current


def rebuild(*, afresh: bool = False, report: Report | None = None, engine: Engine | None = None) -> None:
    """Build a new index beside the one that is served, then serve it.

    Continues an interrupted build unless afresh is True. Raises IndexBusy when another process builds, and
    IndexUnwritable.
    """
    engine = engine or local_engine()
    with engine.building():
        _build(engine, Deadline(None), report, afresh=afresh)


def index_committed_changes(**kwargs: Any) -> None:
    """Bring the index up to date after a commit: a receiver of `changes_committed`."""
    if getattr(_local, "postponed", False):
        return
    if update_index():
        # Another time, rather than keep whoever published waiting.
        with suppress(DatabaseError), short_lock_timeout():
            log.prune()


@contextmanager
def postponed(report: Report | None = None) -> Iterator[None]:
    """Index once at the end instead of after every commit, for loaders that save many objects.

    report is called with the number of objects indexed after each batch.
    """
    outermost = not getattr(_local, "postponed", False)
    _local.postponed = True
    try:
        yield
    finally:
        if outermost:
            _local.postponed = False
    if outermost:
        update_index(seconds=None, report=report)


def documents_of(registration: Registration, keys: Sequence[Any]) -> list[Document]:
    """The documents of those keys whose objects are public. An object that fails is logged and left out."""
    try:
        # An index may be brought up to date while a page in another language waits for it.
        with in_own_language():
            return list(registration.documents(keys))
    except DatabaseError:
        raise
    except Exception:
        if len(keys) == 1:
            logger.exception("No search document for %s %s", registration.kind, keys[0])
            return []
    # One faulty object must not keep the others from being found.
    return [document for key in keys for document in documents_of(registration, [key])]


def sorted_keys(registration: Registration) -> list[Any]:
    """All keys of a kind in an order that survives a restart, whatever the type of the primary key."""
    return sorted(registration.all_keys(), key=_key_order)


def batches(keys: Sequence[Any], size: int = BATCH) -> Iterator[Sequence[Any]]:
    """Cut a sequence into pieces of at most size."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def _advance(engine: Engine, deadline: Deadline, report: Report | None, head: Position) -> bool:
    live = engine.live()
    try:
        followed = _follow(live, deadline, report, head)
    except (IndexBroken, IndexUnwritable) as fault:
        if live is not engine.live():
            # Another process took this index away, and serves a new one.
            return _advance(engine, deadline, report, head)
        if isinstance(fault, IndexUnwritable) or not engine.discard_if_broken():
            raise
        logger.error("The search index was unreadable and is being built anew: %s", fault)
        followed = None
    if followed is not None:
        return followed
    with engine.building():
        return _build(engine, deadline, report)


def _follow(live: Index | None, deadline: Deadline, report: Report | None, head: Position) -> bool | None:
    """Whether an index is up to date after applying what it lacks; None when it cannot follow the log."""
    if live is None:
        return None
    position = live.progress.position
    if position.sequence > head.sequence:
        # Another process has written and applied a change since the head was read.
        head = log.head_now()
    if position == head:
        return True
    if position.sequence < head.sequence and log.holds_all_after(position):
        with live.session() as session:
            return _apply_changes(session, head, deadline, report)
    logger.warning("The search index follows another history of this database; building it anew")
    return None


def _apply_changes(session: Session, head: Position, deadline: Deadline, report: Report | None) -> bool:
    # The session's own progress: another process may have been faster while this one waited.
    while session.progress.position.sequence < head.sequence:
        rows = log.changes_after(session.progress.position, BATCH)
        if not rows:
            break
        documents, removed = _rebuilt(rows)
        session.apply(documents, removed, Progress(Position(rows[-1].pk, rows[-1].token)))
        if report:
            report(len(rows))
        if deadline.passed:
            break
    return session.progress.position.sequence >= head.sequence


def _rebuilt(rows: Sequence[Any]) -> tuple[list[Document], list[str]]:
    keys: dict[str, dict[str, None]] = {}
    for row in rows:
        keys.setdefault(row.kind, {})[row.key] = None
    documents: list[Document] = []
    for kind, keys_of_kind in keys.items():
        registration = registration_of(kind)
        if registration is not None:
            documents += documents_of(registration, list(keys_of_kind))
    present = {document.identity for document in documents}
    concerned = (identity(kind, key) for kind, keys_of_kind in keys.items() for key in keys_of_kind)
    return documents, [name for name in concerned if name not in present]


def _build(engine: Engine, deadline: Deadline, report: Report | None, *, afresh: bool = False) -> bool:
    begun = None if afresh else _resumable(engine)
    try:
        if begun is not None:
            # One that turns out to be broken is left behind, and goes when the new one is served.
            with suppress(IndexBroken):
                return _finish(engine, begun, deadline, report)
        return _finish(engine, engine.begin(log.head_now()), deadline, report)
    except IndexUnwritable:
        # What was written of it may be what fills the disk, and changes of the served index need room.
        engine.abandon()
        raise


def _finish(engine: Engine, index: Index, deadline: Deadline, report: Report | None) -> bool:
    with index.session() as session:
        if not _fill(session, deadline, report):
            return False
        finished = Progress(session.progress.position)
        session.apply((), (), finished)
        if not _apply_changes(session, log.head_now(), deadline, report):
            # Served from here on; what is missing is applied like any other change.
            logger.info("The search index is built; later changes follow")
    engine.promote()
    return index.progress.position == log.head_now()


def _resumable(engine: Engine) -> Index | None:
    index = engine.upcoming()
    try:
        return index if index is not None and log.holds_all_after(index.progress.position) else None
    except IndexBroken:
        return None


def _fill(session: Session, deadline: Deadline, report: Report | None) -> bool:
    progress = session.progress
    if not progress.building:
        return True
    waiting = 0
    for registration, keys in _remaining(progress.cursor):
        # Asked before a batch and not after it, so that a build whose last batch is late still comes to its end.
        if waiting >= COMMIT_AFTER or (waiting and deadline.passed):
            session.apply((), (), progress)
            waiting = 0
            if deadline.passed:
                return False
        session.add(documents_of(registration, keys))
        waiting += len(keys)
        progress = replace(progress, cursor=(registration.kind, str(keys[-1])))
        if report:
            report(len(keys))
    return True


def _remaining(cursor: tuple[str, str] | None) -> Iterator[tuple[Registration, Sequence[Any]]]:
    for registration in registrations():
        if cursor and registration.kind < cursor[0]:
            continue
        keys = sorted_keys(registration)
        if cursor and registration.kind == cursor[0]:
            keys = [key for key in keys if _key_order(key) > _key_order(cursor[1])]
        for batch in batches(keys):
            yield registration, batch


def _key_order(key: Any) -> tuple[int, str]:
    text = str(key)
    return len(text), text
