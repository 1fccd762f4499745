"""Answer one query from one reader."""

from collections.abc import Sequence
from dataclasses import dataclass

import tantivy
from tantivy import DocAddress, Occur, Order, Query

from search.document import identity
from search.engines.embedded import schema
from search.engines.embedded.entries import WEIGHT_SCALE, Record, read_record
from search.engines.embedded.expansion import Expansion
from search.engines.embedded.filters import (
    Clause,
    count_matches,
    count_values,
    facet_groups,
    filter_clauses,
    kinds_clauses,
)
from search.engines.embedded.index import TantivyIndex
from search.engines.embedded.nearness import Nearness
from search.engines.embedded.snippets import Snippets
from search.engines.embedded.suggestions import suggest
from search.engines.embedded.text_queries import Rung, rungs
from search.engines.embedded.wording import Wording, read_wording
from search.query import Hit, SearchQuery, SearchResult

Found = list[tuple[float, DocAddress]]


def answer(query: SearchQuery, index: TantivyIndex, expansion: Expansion) -> SearchResult:
    """Search one generation of the index."""
    return Answer(query, index, index.searcher(), expansion).result()


def hits_named(identities: Sequence[str], index: TantivyIndex) -> dict[str, Hit]:
    """The documents with these identities that are in the index."""
    searcher = index.searcher()
    wanted = Query.term_set_query(index.schema, schema.IDENTITY, list(identities))
    found = searcher.search(wanted, max(len(identities), 1), count=False)
    records = [read_record(searcher.doc(address)) for _, address in found.hits]
    snippets = Snippets(searcher, None, index.schema)
    hits = [_hit(record, snippets) for record in records]
    return {identity(hit.kind, hit.key): hit for hit in hits}


@dataclass(frozen=True, slots=True)
class Matches:
    """What one rung matches: the clauses with and without the filters, and what was counted on the way."""

    rung: Rung | None
    near: Nearness | None
    common: list[Clause]
    clauses: list[Clause]
    total: int
    counts: dict[str, dict[str, int]]


@dataclass(slots=True)
class Answer:
    """One query on one reader, in steps."""

    query: SearchQuery
    index: TantivyIndex
    searcher: tantivy.Searcher
    expansion: Expansion

    def result(self) -> SearchResult:
        if not self.query.text:
            return self._page_of(self._matches(None))
        wording = read_wording(self.query.text, self.index.analysis, self.expansion)
        if wording.is_empty:
            return SearchResult(facets={facet: {} for facet in self.query.facets})
        return self._page_of(self.matches(wording))

    def matches(self, wording: Wording) -> Matches:
        """What the strictest rung matches that matches anything."""
        for rung in rungs(wording, self.index.schema):
            matches = self._matches(rung)
            # Filters never loosen the text: ticking a box must not bring up what was not asked for.
            if matches.total or self._matches_unfiltered(rung):
                break
        return matches

    def _matches(self, rung: Rung | None) -> Matches:
        near = Nearness.of(self.query, self.searcher, self.index.schema)
        scope = self._scope(rung)
        common = [*scope, near.clause(scope)] if near else scope
        clauses = [*common, *filter_clauses(self.query, self.index.schema)]
        unselected = facet_groups(self.query)[""]
        total, counts = count_values(self.searcher, Query.boolean_query(clauses), unselected)
        return Matches(rung, near, common, clauses, total, counts)

    def _page_of(self, matches: Matches) -> SearchResult:
        near, rung = matches.near, matches.rung
        hits, records = self.hits(self.page(matches), near, rung)
        suggestion = None
        if rung and rung.forgiving and hits:
            suggestion = suggest(self.query.text, records, self.searcher, self.index.analysis)
        return SearchResult(tuple(hits), matches.total, self._facets(matches), suggestion)

    def _scope(self, rung: Rung | None) -> list[Clause]:
        text = rung.query if rung else Query.const_score_query(Query.all_query(), 0.0)
        return [(Occur.Must, text), (Occur.MustNot, self.index.progress_query())]

    def _matches_unfiltered(self, rung: Rung) -> bool:
        if not self.query.filters and not self.query.near:
            return False
        clauses = [*self._scope(rung), *kinds_clauses(self.query, self.index.schema)]
        return count_matches(self.searcher, clauses) > 0

    def page(self, matches: Matches) -> Found:
        """The scores and addresses of the hits on the page asked for."""
        if not matches.total:
            return []
        clauses, near, rung = matches.clauses, matches.near, matches.rung
        offset, limit = self.query.offset, self.query.limit
        if self.query.sort == "distance" and near:
            return [(0.0, address) for address in near.nearest_first(clauses, offset, limit)]
        if self.query.sort == "checked":
            return self._ordered(clauses, schema.BY_CHECKED, offset, limit)
        if rung:
            return self._most_relevant(clauses, near)
        if near and near.areas:
            return self._covering_first(clauses, near)
        return self._ordered(clauses, schema.BY_RANK, offset, limit)

    def _most_relevant(self, clauses: list[Clause], near: Nearness | None) -> Found:
        scored = [*clauses, near.bonus()] if near else clauses
        found = self.searcher.search(
            Query.boolean_query(scored),
            self.query.limit,
            count=False,
            offset=self.query.offset,
            weight_by_field=schema.WEIGHT,
        )
        return [(score / WEIGHT_SCALE, address) for score, address in found.hits]

    def _covering_first(self, clauses: list[Clause], near: Nearness) -> Found:
        offset, limit = self.query.offset, self.query.limit
        covering = [*clauses, (Occur.Must, near.covering())]
        page = self._ordered(covering, schema.BY_RANK, offset, limit)
        if len(page) < limit:
            others = [*clauses, (Occur.MustNot, near.covering())]
            passed = max(offset - count_matches(self.searcher, covering), 0)
            page += self._ordered(others, schema.BY_RANK, passed, limit - len(page))
        return page

    def _ordered(self, clauses: Sequence[Clause], field: str, offset: int, limit: int) -> Found:
        found = self.searcher.search(
            Query.boolean_query(list(clauses)),
            limit,
            count=False,
            order_by_field=field,
            offset=offset,
            order=Order.Asc,
        )
        return [(0.0, address) for _, address in found.hits]

    def _facets(self, matches: Matches) -> dict[str, dict[str, int]]:
        counts = dict(matches.counts)
        for selected, facets in facet_groups(self.query).items():
            if selected:
                clauses = [*matches.common, *filter_clauses(self.query, self.index.schema, without=selected)]
                counts |= count_values(self.searcher, Query.boolean_query(clauses), facets)[1]
        return {facet: counts[facet] for facet in self.query.facets}

    def hits(self, found: Found, near: Nearness | None, rung: Rung | None) -> tuple[list[Hit], list[Record]]:
        """What a page shows of each, and the records that come with it."""
        addresses = [address for _, address in found]
        distances = near.distances(addresses) if near else [None] * len(addresses)
        records = [read_record(self.searcher.doc(address)) for address in addresses]
        snippets = Snippets(self.searcher, rung.query if rung else None, self.index.schema)
        areas = set(self.query.areas)
        hits = [
            _hit(record, snippets, score, distance, covers=not areas.isdisjoint(record.coverage))
            for record, (score, _), distance in zip(records, found, distances, strict=True)
        ]
        return hits, records


def _hit(
    record: Record, snippets: Snippets, score: float = 0.0, distance: float | None = None, *, covers: bool = False
) -> Hit:
    return Hit(
        kind=record.kind,
        key=record.key,
        title=record.title,
        url=record.url,
        summary=record.summary,
        score=score,
        distance_km=distance,
        covers=covers,
        snippet=snippets.of(record),
    )
