"""What somebody may be looking for, while they type."""

import logging

from search.catching_up import catch_up
from search.engines import current_engine
from search.engines.base import IndexBroken
from search.query import SearchQuery, Suggestion

logger = logging.getLogger(__name__)

# Nobody waits for a suggestion; what is missing by then comes with the next letter.
SECONDS = 0.2


def suggest(text: str, *, kinds: tuple[str, ...] = (), limit: int = 8) -> tuple[Suggestion, ...]:
    """Things whose title or alias begins like the text, best first; from two letters on.

    Each word but the last must be whole; typing errors are allowed when too little begins as typed. Never raises
    for what a visitor typed.
    """
    query = SearchQuery(text=text, kinds=kinds, limit=limit)
    if not query.text:
        return ()
    catch_up(seconds=SECONDS)
    try:
        return current_engine().complete(query)
    except IndexBroken as fault:
        logger.error("The search index could not suggest anything: %s", fault)
        return ()
