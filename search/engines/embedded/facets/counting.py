"""Count the facets of one search, in further threads where that takes long."""

import math
import os
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial

import tantivy
from tantivy import Occur

from search.engines.embedded.facets.counts import FacetCounts, count_values
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.filters import (
    KIND_FACET,
    Clause,
    facet_groups,
    field_of,
    narrow_clauses,
    narrowed,
)
from search.engines.embedded.matching.nearness import Nearness
from search.engines.embedded.matching.strategies import MatchStrategy, QueryWriter
from search.engines.embedded.storage import cached_counts
from search.engines.embedded.storage.cached_counts import digest_of
from search.engines.embedded.storage.index import TantivyIndex
from search.query import SearchQuery

# With fewer documents, counting takes less time than handing it to another thread; a filter leaves less to count.
TAKES_LONG_FROM = 5_000
FILTERED_TAKES_LONG_FROM = 50_000


@dataclass(slots=True)
class FacetCounting:
    """Counts the facets of one query on one reader; each count ignores the selection of its own facet."""

    query: SearchQuery
    index: TantivyIndex
    searcher: tantivy.Searcher
    expansion: Expansion
    filters: dict[str, Clause]

    def begin(self, strategy: MatchStrategy | None, near: Nearness | None) -> "PendingCounts":
        """Count over what a strategy matches near a place.

        Except in a small index, other threads begin at once, as many as there are further processors: Tantivy lets
        Python go on while it works. What they have not begun when somebody asks is done by who asks.
        """
        groups = facet_groups(self.query)
        if near and groups:
            # Worked out here: threads that need it at the same time would each do so.
            near.clause  # noqa: B018
        others = self._helping()
        ordered = sorted(groups, key=self._passing) if others else groups
        tasks = [partial(self._counted, strategy, near, selected, groups[selected]) for selected in ordered]
        return PendingCounts(tasks, min(others, len(tasks)))

    def _helping(self) -> int:
        """How many other threads are worth their while."""
        enough = FILTERED_TAKES_LONG_FROM if self.filters else TAKES_LONG_FROM
        return _processors() - 1 if self.searcher.num_docs >= enough else 0

    def _passing(self, selected: str) -> float:
        """How many documents pass the selection of a facet: the fewer, the longer it takes to count without it."""
        field = field_of(selected)
        if not field:
            return math.inf
        values = self.query.kinds if selected == KIND_FACET else self.query.filters[selected]
        return sum(self.searcher.doc_freq(field, value) for value in values)

    def _counted(
        self, strategy: MatchStrategy | None, near: Nearness | None, selected: str, facets: Sequence[str]
    ) -> FacetCounts:
        if self.searcher.num_docs < cached_counts.WORTH_KEEPING_FROM:
            return self._count(strategy, near, selected, facets)
        cached = self.index.cached_counts(self.searcher)
        scope = self._digest(strategy, selected)
        return cached.counted(scope, facets, partial(self._count, strategy, near, selected))

    def _digest(self, strategy: MatchStrategy | None, selected: str) -> bytes:
        """What stands for everything that narrows a count, but for one facet's own selection."""
        query, near = self.query, self.query.near
        matched = (query.text, query.phrases, strategy.label, self.expansion.digest) if strategy else None
        place = (near.latitude, near.longitude, query.areas, query.radius_km) if near else None
        kinds = () if selected == KIND_FACET else query.kinds
        filters = sorted((facet, values) for facet, values in query.filters.items() if facet != selected)
        return digest_of(matched, place, kinds, filters, sorted(query.outside.items()))

    def _count(
        self, strategy: MatchStrategy | None, near: Nearness | None, selected: str, facets: Sequence[str]
    ) -> FacetCounts:
        """Count some facets without the selection of one."""
        if strategy and selected in self.query.filters and self._within():
            writer = QueryWriter(self.searcher, self.index.schema, self.expansion, self._within(without=selected))
            strategy = writer.rewrite(strategy)
        filters = [clause for facet, clause in self.filters.items() if facet != selected]
        kinds = () if selected == KIND_FACET else self.query.kinds
        counted = narrowed([*scope_of(strategy, near), *filters], kinds, self.searcher, self.index.schema)
        return count_values(self.searcher, counted, facets, in_sets=self.index.counted_in_sets)

    def _within(self, *, without: str = "") -> list[Clause]:
        return narrow_clauses(self.query, self.searcher, self.index.schema, without=without)


class PendingCounts:
    """Counts that are being worked out, or will be when somebody asks for them."""

    def __init__(self, tasks: Iterable[Callable[[], FacetCounts]], others: int) -> None:
        """So many other threads begin at once with the first of the tasks; each then takes the next that waits."""
        self._waiting = deque(tasks)
        self._others = [_pool().submit(self._work) for _ in range(others)]

    def result(self) -> FacetCounts:
        """The counts of all facets. Raises what counting raised."""
        counts = self._work()
        for other in self._others:
            # One that has not begun by now has nothing left to do.
            if not other.cancel():
                counts |= other.result()
        return counts

    def cancel(self) -> None:
        """Nobody will ask; what has not begun does not begin."""
        self._waiting.clear()

    def _work(self) -> FacetCounts:
        counts: FacetCounts = {}
        while task := self._next():
            counts |= task()
        return counts

    def _next(self) -> Callable[[], FacetCounts] | None:
        try:
            return self._waiting.popleft()
        except IndexError:
            return None


def scope_of(strategy: MatchStrategy | None, near: Nearness | None) -> list[Clause]:
    """What text and place ask for."""
    scope = [(Occur.Must, strategy.matching)] if strategy else []
    return [*scope, near.clause] if near else scope


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_processors() - 1, thread_name_prefix="counting")


# Threads do not survive a fork: a server's worker that inherited the pool would wait for ever.
os.register_at_fork(after_in_child=_pool.cache_clear)
