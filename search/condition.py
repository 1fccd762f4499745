"""Tell the operator when the index falls ill and when it is well again, and nothing in between."""

import logging
from weakref import WeakKeyDictionary

from search.engines.base import Engine

logger = logging.getLogger(__name__)

_faults: "WeakKeyDictionary[Engine, str]" = WeakKeyDictionary()


def report_fault(engine: Engine, fault: Exception) -> None:
    """Write one line for a fault of an engine's index, unless the last one was of the same make."""
    make = type(fault).__name__
    if _faults.get(engine) != make:
        _faults[engine] = make
        logger.error("The search index is not up to date: %s", fault)


def report_recovery(engine: Engine) -> None:
    """Write one line when the index is well after a fault."""
    if _faults.pop(engine, None):
        logger.warning("The search index is up to date again")
