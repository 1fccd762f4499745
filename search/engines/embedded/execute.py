"""Execute one query on one reader of the index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import tantivy
from tantivy import Occur, Order, Query

from search.document import identity
from search.engines.embedded.analysis import Term
from search.engines.embedded.facets.counting import FacetCounting, scope_of
from search.engines.embedded.matching.did_you_mean import did_you_mean
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.filters import (
    Clause,
    count_matches,
    filter_clauses,
    narrow_clauses,
    narrowed,
    total_of,
)
from search.engines.embedded.matching.nearness import Nearness
from search.engines.embedded.matching.parsed_text import ParsedText, parse_text
from search.engines.embedded.matching.preferences import preference_levels
from search.engines.embedded.matching.query_language import TantivyQueries
from search.engines.embedded.matching.ranking import LevelQuery, ScoredAddresses, most_relevant
from search.engines.embedded.matching.snippets import Snippets
from search.engines.embedded.matching.strategies import MatchStrategy, QueryWriter, strategies
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument
from search.engines.embedded.storage.entries import read_body, stored_document_of
from search.engines.embedded.storage.index import TantivyIndex
from search.query import Hit, SearchQuery, SearchResult, Understood


def execute(query: SearchQuery, index: TantivyIndex, expansion: Expansion) -> SearchResult:
    """Search one generation of the index."""
    return QueryExecution(query, index, index.searcher(), expansion).result()


def fetch_hits(identities: Sequence[str], index: TantivyIndex) -> dict[str, Hit]:
    """The documents with these identities that are in the index."""
    searcher = index.searcher()
    wanted = Query.term_set_query(index.schema, schema.IDENTITY, list(identities))
    found = searcher.search(wanted, max(len(identities), 1), count=False)
    snippets = Snippets(searcher, None, index.schema)
    entries = [searcher.doc(address) for _, address in found.hits]
    hits = [
        hit_of(record, snippet=snippets.of(record, partial(read_body, entry)))
        for entry in entries
        for record in [stored_document_of(entry)]
    ]
    return {identity(hit.kind, hit.key): hit for hit in hits}


class ResultPage(NamedTuple):
    """One page of what matches, and what it is a page of."""

    found: ScoredAddresses
    total: int
    filters: dict[str, Clause]
    strategy: MatchStrategy | None
    near: Nearness | None


@dataclass(slots=True)
class QueryExecution:
    """One query on one reader, in steps."""

    query: SearchQuery
    index: TantivyIndex
    searcher: tantivy.Searcher
    expansion: Expansion

    @property
    def queries(self) -> TantivyQueries:
        """What writes queries for this index."""
        return TantivyQueries(self.index.schema)

    def result(self) -> SearchResult:
        parsed = self.parsed() if self.query.text else None
        if parsed and parsed.is_empty:
            return SearchResult(facets={facet: {} for facet in self.query.facets})
        page = self.page(parsed)
        hits, records = self.hits(page)
        suggestion = None
        if page.strategy and page.strategy.forgiving and hits:
            suggestion = did_you_mean(self.query.text, records, self.searcher, self.index.analysis)
        counting = FacetCounting(self.query, self.index, self.searcher, self.expansion, page.filters)
        counts = counting.counts(page.strategy, page.near)
        facets = {facet: counts[facet] for facet in self.query.facets}
        understood = tuple(understood_parts(page.strategy)) if page.strategy else ()
        return SearchResult(tuple(hits), page.total, facets, suggestion, understood=understood)

    def parsed(self) -> ParsedText:
        """What the text asks for."""
        query = self.query
        return parse_text(query.text, self.index.analysis, self.expansion, with_spans=query.phrases)

    def page(self, parsed: ParsedText | None) -> ResultPage:
        """The page of the strictest strategy that matches enough; without a text, of everything."""
        near = Nearness.of(self.query, self.searcher, self.index)
        if parsed is None:
            return self._page_of(None, near)
        writer = self.writer(self._within())
        enough = writer.enough(parsed)
        best: ResultPage | None = None
        most = -1
        for strategy in strategies(parsed, writer):
            if most > 0 and strategy.is_loose:
                break
            page = self._page_of(strategy, near)
            # Filters never loosen the text: ticking a box must not bring up what was not asked for.
            matched = page.total if page.total >= enough else self._total_unfiltered(page)
            if matched > most:
                best, most = page, matched
            if most >= enough:
                break
        assert best is not None  # noqa: S101  there is always a first strategy
        return best

    def writer(self, within: Sequence[Clause] = ()) -> QueryWriter:
        """What writes the queries for the text, where everything found has to pass some clauses as well."""
        return QueryWriter(self.searcher, self.queries, self.expansion, within)

    def _within(self) -> list[Clause]:
        return narrow_clauses(self.query, self.searcher, self.index.schema)

    def _page_of(self, strategy: MatchStrategy | None, near: Nearness | None) -> ResultPage:
        filters = filter_clauses(self.query, self.index.schema)
        clauses = [*scope_of(strategy, near), *filters.values()]
        if not self.query.limit:
            return ResultPage([], count_matches(self.searcher, self._narrowed(clauses)), filters, strategy, near)
        if strategy and self.query.sort == "relevance":
            found, total = self._most_relevant(strategy, clauses, near)
        else:
            found, total = self._in_order(clauses, near)
        return ResultPage(found, total, filters, strategy, near)

    def _narrowed(self, clauses: Sequence[Clause]) -> Query:
        return narrowed(clauses, self.query.kinds, self.searcher, self.index.schema)

    def _total_unfiltered(self, page: ResultPage) -> int:
        if page.strategy is None or not (self.query.filters or self.query.outside or self.query.near):
            return page.total
        strategy = self.writer().rewrite(page.strategy) if self._within() else page.strategy
        return count_matches(self.searcher, self._narrowed([(Occur.Must, strategy.matching)]))

    def _most_relevant(
        self, strategy: MatchStrategy, clauses: list[Clause], near: Nearness | None
    ) -> tuple[ScoredAddresses, int]:
        # The first clause is the text. Only the text scores; filters and place do not.
        others = [*clauses[1:], *([near.bonus()] if near else [])]
        found = []
        for factor, passed in preference_levels(self.query, self.queries):
            text = strategy.query if factor == 1.0 else self.queries.boost(strategy.query, factor)
            found.append(LevelQuery(factor, self._narrowed([(Occur.Must, text), *passed, *others])))
        return most_relevant(self.searcher, found, self.query.offset, self.query.limit)

    def _in_order(self, clauses: list[Clause], near: Nearness | None) -> tuple[ScoredAddresses, int]:
        """One page in an order that is not that of relevance."""
        wanted = self._narrowed(clauses)
        offset, limit = self.query.offset, self.query.limit
        if self.query.sort == "checked":
            return self._ordered(wanted, schema.BY_CHECKED, offset, limit)
        if self.query.sort == "distance" and near:
            others = self._narrowed([clause for clause in clauses if clause is not near.clause])
            total = count_matches(self.searcher, wanted)
            addresses = near.nearest_first([(Occur.Must, others)], offset, limit, total)
            return [(0.0, address) for address in addresses], total
        if near and near.areas:
            return self._covering_first(wanted, near)
        return self._ordered(wanted, schema.BY_RANK, offset, limit)

    def _covering_first(self, wanted: Query, near: Nearness) -> tuple[ScoredAddresses, int]:
        offset, limit = self.query.offset, self.query.limit
        covering = Query.boolean_query([(Occur.Must, wanted), (Occur.Must, near.covering())])
        others = Query.boolean_query([(Occur.Must, wanted), (Occur.MustNot, near.covering())])
        page, first = self._ordered(covering, schema.BY_RANK, offset, limit)
        if len(page) == limit:
            return page, first + count_matches(self.searcher, others)
        rest, others_count = self._ordered(others, schema.BY_RANK, max(offset - first, 0), limit - len(page))
        return page + rest, first + others_count

    def _ordered(self, query: Query, field: str, offset: int, limit: int) -> tuple[ScoredAddresses, int]:
        found = self.searcher.search(query, limit, order_by_field=field, offset=offset, order=Order.Asc)
        return [(0.0, address) for _, address in found.hits], total_of(found)

    def hits(self, page: ResultPage) -> tuple[list[Hit], list[StoredDocument]]:
        """What a page shows of each, and the records that come with it."""
        entries = [self.searcher.doc(address) for _, address in page.found]
        records = [stored_document_of(entry) for entry in entries]
        shown = [""] * len(entries)
        if self.query.snippets:
            snippets = Snippets(
                self.searcher, self.writer().typed(page.strategy) if page.strategy else None, self.index.schema
            )
            shown = [
                snippets.of(record, partial(read_body, entry)) for record, entry in zip(records, entries, strict=True)
            ]
        areas = frozenset(self.query.areas)
        distances = page.near.distances(records) if page.near else [None] * len(records)
        hits = [
            hit_of(record, score, distance, bool(areas) and not areas.isdisjoint(record.coverage), snippet)
            for record, (score, _), distance, snippet in zip(records, page.found, distances, shown, strict=True)
        ]
        return hits, records


def understood_parts(strategy: MatchStrategy) -> Iterator[Understood]:
    """What the parts of a text were read as by a strategy, and what they may mean besides."""
    words, quoted = strategy.parsed.typed, [_quoted(phrase) for phrase in strategy.parsed.phrases]
    for span in strategy.parsed.spans:
        if span.is_mistyped and not any(group.meant == span.applied for group in strategy.groups):
            continue
        typed = " ".join([term.plain for term in words[span.start : span.end]])
        beside = [term.plain for term in (*words[: span.start], *words[span.end :])]
        rest = " ".join([*beside, *quoted])
        for phrase in span.phrases:
            is_applied = any(phrase in group.meant for group in strategy.groups)
            yield Understood(typed, phrase.facet, phrase.value, is_applied, rest)


def _quoted(phrase: Sequence[Term]) -> str:
    return f'"{" ".join([term.plain for term in phrase])}"'


def hit_of(
    record: StoredDocument,
    score: float = 0.0,
    distance_km: float | None = None,
    covers: bool = False,
    snippet: str = "",
) -> Hit:
    """What a page shows of one document."""
    kind, key, title, url, summary = record[:5]
    return Hit(kind, key, title, url, summary, score, distance_km, covers, snippet)
