"""Count the facets of one search."""

from collections.abc import Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur

from search.engines.embedded.facets.counts import FacetCounts, count_values
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.filters import (
    KIND_FACET,
    Clause,
    facet_groups,
    narrow_clauses,
    narrowed,
)
from search.engines.embedded.matching.nearness import Nearness
from search.engines.embedded.matching.query_language import TantivyQueries
from search.engines.embedded.matching.strategies import MatchStrategy, QueryWriter
from search.engines.embedded.storage.index import TantivyIndex
from search.query import SearchQuery


@dataclass(slots=True)
class FacetCounting:
    """Counts the facets of one query on one reader; each count ignores the selection of its own facet."""

    query: SearchQuery
    index: TantivyIndex
    searcher: tantivy.Searcher
    expansion: Expansion
    filters: dict[str, Clause]

    def counts(self, strategy: MatchStrategy | None, near: Nearness | None) -> FacetCounts:
        """The counts of all facets over what a strategy matches near a place."""
        counts: FacetCounts = {}
        for selected, facets in facet_groups(self.query).items():
            counts |= self._count(strategy, near, selected, facets)
        return counts

    def _count(
        self, strategy: MatchStrategy | None, near: Nearness | None, selected: str, facets: Sequence[str]
    ) -> FacetCounts:
        """Count some facets without the selection of one."""
        if strategy and selected in self.query.filters and self._within():
            within = self._within(without=selected)
            writer = QueryWriter(self.searcher, TantivyQueries(self.index.schema), self.expansion, within)
            strategy = writer.rewrite(strategy)
        filters = [clause for facet, clause in self.filters.items() if facet != selected]
        kinds = () if selected == KIND_FACET else self.query.kinds
        counted = narrowed([*scope_of(strategy, near), *filters], kinds, self.searcher, self.index.schema)
        return count_values(self.searcher, counted, facets, in_sets=self.index.counted_in_sets)

    def _within(self, *, without: str = "") -> list[Clause]:
        return narrow_clauses(self.query, self.searcher, self.index.schema, without=without)


def scope_of(strategy: MatchStrategy | None, near: Nearness | None) -> list[Clause]:
    """What text and place ask for."""
    scope = [(Occur.Must, strategy.matching)] if strategy else []
    return [*scope, near.clause] if near else scope
