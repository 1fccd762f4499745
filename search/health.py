"""Whether this process can search."""

from search.engines import current_engine
from search.engines.base import IndexBroken


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
