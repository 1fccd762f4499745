"""The server's engine, with the embedded one beside it for when the server does not answer."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from django.db import connection
from django.utils import timezone

from search.changelog import log
from search.engines.base import IndexBroken, Progress, QueryRefused
from search.engines.breaker import CircuitBreaker
from search.engines.distributed.engine import DistributedEngine
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.live_status import public_among
from search.explanation import Explanation
from search.query import Completion, Hit, SearchQuery, SearchResult
from search.text.phrases import NO_THESAURUS, Thesaurus

logger = logging.getLogger(__name__)

T = TypeVar("T")

# What is published is found by then; a reader is told only of what takes longer.
USUAL_LAG = timedelta(seconds=5)


class GuardedEngine:
    """Asks the server first. What it says is held against the database before anybody sees it."""

    def __init__(self, server: DistributedEngine, standby: EmbeddedEngine) -> None:
        self.server = server
        self.standby = standby
        self.breaker = CircuitBreaker(self._probe)

    def search(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> SearchResult:
        return self.search_each([query], thesaurus)[0]

    def search_each(self, queries: Sequence[SearchQuery], thesaurus: Thesaurus = NO_THESAURUS) -> list[SearchResult]:
        answered = self._ask(lambda: self._answered(queries, thesaurus))
        if answered is None:
            found = self.standby.search_each(queries, thesaurus)
            return [replace(result, answered_by="standby") for result in found]
        results, is_current = answered
        public = public_among((hit.kind, hit.key) for result in results for hit in result.hits)
        return [_without_withdrawn(result, public, is_current=is_current) for result in results]

    def named(self, identities: Sequence[str]) -> dict[str, Hit]:
        found = self._ask(lambda: self.server.named(identities))
        if found is None:
            return self.standby.named(identities)
        public = public_among((hit.kind, hit.key) for hit in found.values())
        return {name: hit for name, hit in found.items() if (hit.kind, hit.key) in public}

    def complete(self, query: SearchQuery) -> tuple[Completion, ...]:
        return self.complete_each([query])[0]

    def complete_each(self, queries: Sequence[SearchQuery]) -> list[tuple[Completion, ...]]:
        found = self._ask(lambda: self.server.complete_each(queries))
        if found is None:
            return self.standby.complete_each(queries)
        public = public_among((each.kind, each.key) for completions in found for each in completions)
        return [tuple(each for each in completions if (each.kind, each.key) in public) for completions in found]

    def explain(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> Explanation:
        explanation = self._ask(lambda: self.server.explain(query, thesaurus))
        return self.standby.explain(query, thesaurus) if explanation is None else explanation

    def _answered(self, queries: Sequence[SearchQuery], thesaurus: Thesaurus) -> tuple[list[SearchResult], bool]:
        results, progress = self.server.answer_each(queries, thesaurus)
        return results, self._is_current(progress)

    def _ask(self, question: Callable[[], T]) -> T | None:
        """The server's answer; None when the embedded engine has to give one."""
        if self.breaker.is_open:
            return None
        try:
            return question()
        except QueryRefused as fault:
            # The next query may be to its liking.
            logger.error("The embedded engine answers one query: %s", fault)
        except IndexBroken as fault:
            self.breaker.open(fault)
        return None

    def _is_current(self, progress: Progress) -> bool:
        """Whether it lacks nothing but what was published just now. Raises IndexBroken for one of another history."""
        position = progress.position
        local = self.standby.live()
        if local is not None and local.progress.position == position:
            return True
        head = log.head_now()
        if position.sequence > head.sequence or (position.sequence == head.sequence and position != head):
            raise IndexBroken("the index on the server follows another history of this database")
        oldest = next(iter(log.changes_after(position, 1)), None)
        return oldest is None or timezone.now() - oldest.at < USUAL_LAG

    def _probe(self) -> None:
        try:
            self._answered([SearchQuery(limit=1)], NO_THESAURUS)
        finally:
            # It runs in a thread of its own, which nobody else tidies up after.
            connection.close()


def _without_withdrawn(result: SearchResult, public: set[tuple[str, str]], *, is_current: bool) -> SearchResult:
    hits = tuple(hit for hit in result.hits if (hit.kind, hit.key) in public)
    gone = len(result.hits) - len(hits)
    return replace(result, hits=hits, total=result.total - gone, complete=is_current, answered_by="server")
