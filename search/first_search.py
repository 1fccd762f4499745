"""What the first search of a process would wait for, done while the process starts."""

import logging

from django.db import connections

from search.changelog.log import head
from search.distress import NO_WORDS, labels_in_text
from search.editorial import editorial_at
from search.engines import local_engine
from search.query import SearchQuery

logger = logging.getLogger(__name__)


def load_words() -> None:
    """The phrases that come with the code: the same for all processes, so they are read before these are made."""
    labels_in_text("?", NO_WORDS)


def open_index() -> None:
    """In each process, since an open index cannot be shared. Builds nothing, and no fault keeps it from starting.

    The first search meets the same fault, says so, and mends what can be mended.
    """
    try:
        local_engine().search(SearchQuery(text="peer support", limit=1), editorial_at(head()).thesaurus)
    except Exception as fault:
        logger.warning("The search index was not opened beforehand: %s", type(fault).__name__)
    finally:
        # The threads that answer have connections of their own.
        connections.close_all()
