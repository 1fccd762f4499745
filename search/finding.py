"""The one way to search."""

import dataclasses
import logging

from search import changes
from search.catching_up import catch_up
from search.editorial import Editorial, editorial_at
from search.engines import current_engine
from search.engines.base import IndexBroken
from search.query import SearchQuery, SearchResult

logger = logging.getLogger(__name__)


def find(query: SearchQuery) -> SearchResult:
    """Answer a query from an index that knows every change committed so far.

    The work of catching up is bounded; when it was not enough, or the index is at fault, the result says that
    it is not complete. Never raises for what a visitor typed.
    """
    head = changes.head()
    complete = catch_up(head=head)
    editorial = editorial_at(head) if query.text else Editorial()
    try:
        result = current_engine().search(query, editorial.synonyms)
    except IndexBroken as fault:
        logger.error("The search index could not answer: %s", fault)
        complete, result = _second_attempt(query, editorial)
    return dataclasses.replace(result, complete=complete)


def _second_attempt(query: SearchQuery, editorial: Editorial) -> tuple[bool, SearchResult]:
    engine = current_engine()
    engine.discard_if_broken()
    complete = catch_up()
    try:
        return complete, engine.search(query, editorial.synonyms)
    except IndexBroken:
        logger.exception("The search index could not answer twice; run `manage.py search verify`")
        return False, SearchResult()
