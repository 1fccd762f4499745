"""Whether this process can search, how far behind a server is, and what an operator reads when an index falls ill."""

import logging
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakKeyDictionary

from django.utils import timezone

from search.changelog import log
from search.changelog.position import Position
from search.engines import local_engine, server_engine
from search.engines.base import Engine, IndexBroken, ServerUnavailable

logger = logging.getLogger(__name__)

_faults: "WeakKeyDictionary[Engine, str]" = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Lag:
    """How many changes an index has not applied yet, and since when the oldest of them waits.

    Of a server that does not answer the number is not known, and since is when this process first noticed that.
    """

    count: int = 0
    since: datetime | None = None
    is_known: bool = True


@dataclass(slots=True)
class Illness:
    """Since when a server does not answer, or has no index: as far as this process has noticed."""

    since: datetime | None = None

    def noticed(self) -> datetime:
        """When it began."""
        self.since = self.since or timezone.now()
        return self.since


_illness = Illness()


def index_ready(engine: Engine | None = None) -> tuple[bool, str]:
    """Whether an index is served, with one line for the operator. That of the embedded engine unless another is given.

    The embedded engine answers whatever becomes of a server, so it is what readiness depends on.
    """
    engine = engine or local_engine()
    try:
        live = engine.live()
        if live is not None:
            return True, f"{live.count()} documents, change {live.progress.position.sequence} applied"
        upcoming = engine.upcoming()
        if upcoming is not None:
            return False, f"being built, {upcoming.count()} documents so far"
    except ServerUnavailable as fault:
        return False, str(fault)
    except IndexBroken as fault:
        return False, f"unreadable: {fault}"
    return False, "not built yet"


def server_lag() -> Lag | None:
    """How far the server is behind the change log: None without a server, by every change without an index there.

    The oldest change may be years old where there is no index yet. What is late then is the index, so that counts.
    """
    engine = server_engine()
    if engine is None:
        return None
    try:
        position = engine.searchable_progress().position
    except ServerUnavailable:
        return Lag(since=_illness.noticed(), is_known=False)
    except IndexBroken:
        return Lag(log.number_after(Position()), _illness.noticed())
    _illness.since = None
    oldest = next(iter(log.changes_after(position, 1)), None)
    return Lag(log.number_after(position), oldest.at if oldest else None)


def report_fault(engine: Engine, fault: Exception) -> None:
    """Log a fault of an engine's index, unless the last one was of the same type.

    Every request meets the same fault again, and a log that repeats it hides everything else.
    """
    name = type(fault).__name__
    if _faults.get(engine) != name:
        _faults[engine] = name
        logger.error("The search index is not up to date: %s", fault)


def report_recovery(engine: Engine) -> None:
    """Log that the index is well again after a fault."""
    if _faults.pop(engine, None):
        logger.warning("The search index is up to date again")
