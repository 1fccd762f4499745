"""Search: every question to the index is asked here, so that no answer comes from an index that lags unnoticed."""

import dataclasses
import logging
from collections.abc import Sequence

from search.changelog import log
from search.changelog.scheduled import record_daily_changes
from search.document import identity
from search.editorial import Editorial, NoticeTriggers, editorial_at
from search.engines import current_engine, local_engine
from search.engines.base import IndexBroken
from search.indexing.indexer import update_index
from search.query import Hit, Promoted, SearchQuery, SearchResult
from search.registry import registrations

logger = logging.getLogger(__name__)

MAX_FIRST_IN_DISTRESS = 5


def find(query: SearchQuery) -> SearchResult:
    """Answer a query from an index that knows every change committed so far.

    Updating the index may take a second at most. When that was not enough, or the index is at fault, the result says
    that it is not complete. Never raises for what a visitor typed.
    """
    record_daily_changes()
    head = log.head()
    complete = update_index(head=head)
    editorial = editorial_at(head) if query.text else Editorial()
    triggers = editorial.triggers_in(query.text)
    try:
        result = _answer(query, editorial, triggers)
    except IndexBroken as fault:
        logger.error("The search index could not answer: %s", fault)
        complete, result = _second_attempt(query, editorial, triggers)
    return dataclasses.replace(
        _with_completeness(result, complete), notices=editorial.notices_for(triggers), distress=triggers.distress.kinds
    )


def find_each(queries: Sequence[SearchQuery]) -> list[SearchResult]:
    """Answer several queries as `find` does, without what editors say to a text; the index is looked at once."""
    record_daily_changes()
    head = log.head()
    complete = update_index(head=head)
    editorial = editorial_at(head) if any(query.text for query in queries) else Editorial()
    try:
        results = current_engine().search_each(queries, editorial.thesaurus)
    except IndexBroken as fault:
        logger.error("The search index could not answer: %s", fault)
        return [find(query) for query in queries]
    return [_with_completeness(result, complete) for result in results]


def count_each(queries: Sequence[SearchQuery]) -> list[int]:
    """How many documents match each of these queries. The index is brought up to date once; at fault it counts 0."""
    head = log.head()
    update_index(head=head)
    editorial = editorial_at(head) if any(query.text for query in queries) else Editorial()
    counted = [dataclasses.replace(query, limit=0) for query in queries]
    try:
        return [result.total for result in current_engine().search_each(counted, editorial.thesaurus)]
    except IndexBroken as fault:
        logger.error("The search index could not count: %s", fault)
        return [0] * len(queries)


def _with_completeness(result: SearchResult, is_local_complete: bool) -> SearchResult:
    """A server says itself whether it lags; of the embedded engine it is known from bringing it up to date."""
    return result if result.answered_by == "server" else dataclasses.replace(result, complete=is_local_complete)


def _second_attempt(query: SearchQuery, editorial: Editorial, triggers: NoticeTriggers) -> tuple[bool, SearchResult]:
    local_engine().discard_if_broken()
    complete = update_index()
    try:
        return complete, _answer(query, editorial, triggers)
    except IndexBroken:
        logger.exception("The search index could not answer twice; run `manage.py search verify`")
        return False, SearchResult()


def _answer(query: SearchQuery, editorial: Editorial, triggers: NoticeTriggers) -> SearchResult:
    result = current_engine().search(query, editorial.thesaurus)
    if query.offset:
        return result
    promoted = _promoted(query, editorial)
    if triggers.distress:
        first = _first_in_distress()
        promoted = (*first, *(item for item in promoted if item not in first))
    return dataclasses.replace(result, promoted=promoted)


def _first_in_distress() -> tuple[Promoted, ...]:
    """What comes before everything else in distress, whatever else was asked for: no filter may hide a helpline."""
    found: list[Hit] = []
    for registration in registrations():
        if registration.first_in_distress:
            facet, value = registration.first_in_distress
            query = SearchQuery(
                kinds=(registration.kind,), filters={facet: (value,)}, limit=MAX_FIRST_IN_DISTRESS, snippets=False
            )
            found += current_engine().search(query).hits
    return tuple(_as_promoted(hit) for hit in found[:MAX_FIRST_IN_DISTRESS])


def _promoted(query: SearchQuery, editorial: Editorial) -> tuple[Promoted, ...]:
    """What editors put first, as far as it is public and of the kinds asked for."""
    chosen = editorial.promoted_for(query.text)
    wanted = [identity(item.kind, item.key) for item in chosen if item.kind]
    hits = current_engine().named(wanted) if wanted else {}
    shown = []
    for item in chosen:
        hit = hits.get(identity(item.kind, item.key))
        if not item.kind:
            shown.append(item)
        elif hit and (not query.kinds or hit.kind in query.kinds):
            shown.append(_as_promoted(hit))
    return tuple(shown)


def _as_promoted(hit: Hit) -> Promoted:
    return Promoted(hit.title, hit.url, hit.summary, hit.kind, hit.key)
