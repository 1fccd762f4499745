"""Whether this process can search, and what its operator reads when the index falls ill."""

import logging
from weakref import WeakKeyDictionary

from search.engines import current_engine
from search.engines.base import Engine, IndexBroken

logger = logging.getLogger(__name__)

_faults: "WeakKeyDictionary[Engine, str]" = WeakKeyDictionary()


def index_ready() -> tuple[bool, str]:
    """Whether an index is served, with one line for the operator."""
    engine = current_engine()
    try:
        live = engine.live()
        if live is not None:
            return True, f"{live.count()} documents, change {live.progress.position.sequence} applied"
        upcoming = engine.upcoming()
        if upcoming is not None:
            return False, f"being built, {upcoming.count()} documents so far"
    except IndexBroken as fault:
        return False, f"unreadable: {fault}"
    return False, "not built yet"


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
