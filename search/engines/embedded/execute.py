"""Answer one query from one reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import tantivy
from tantivy import Occur, Order, Query

from search.document import identity
from search.engines.embedded.analysis import Term
from search.engines.embedded.facets.counting import Begun, FacetCounting, scope_of
from search.engines.embedded.matching.did_you_mean import suggest
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.filters import (
    KIND_FACET,
    Clause,
    any_of,
    count_matches,
    filter_clauses,
    narrow_clauses,
    narrowed,
    total_of,
)
from search.engines.embedded.matching.nearness import Nearness
from search.engines.embedded.matching.parsed_text import Wording, read_wording
from search.engines.embedded.matching.ranking import Found, most_relevant
from search.engines.embedded.matching.snippets import Snippets
from search.engines.embedded.matching.strategies import QueryWriter, Rung, rungs
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import Record
from search.engines.embedded.storage.entries import record_of
from search.engines.embedded.storage.index import TantivyIndex
from search.query import Hit, SearchQuery, SearchResult, Understood

# What is of a preferred kind scores so much more.
PREFERRED = 4.0


def answer(query: SearchQuery, index: TantivyIndex, expansion: Expansion) -> SearchResult:
    """Search one generation of the index."""
    return Answer(query, index, index.searcher(), expansion).result()


def hits_named(identities: Sequence[str], index: TantivyIndex) -> dict[str, Hit]:
    """The documents with these identities that are in the index."""
    searcher = index.searcher()
    wanted = Query.term_set_query(index.schema, schema.IDENTITY, list(identities))
    found = searcher.search(wanted, max(len(identities), 1), count=False)
    snippets = Snippets(searcher, None, index.schema)
    entries = [searcher.doc(address) for _, address in found.hits]
    hits = [_hit(record, snippet=snippets.of(record, entry)) for entry in entries for record in [record_of(entry)]]
    return {identity(hit.kind, hit.key): hit for hit in hits}


class Page(NamedTuple):
    """One page of what matches, the counts of facets over all of it, and what it is a page of."""

    found: Found
    total: int
    counts: Begun
    rung: Rung | None
    near: Nearness | None


@dataclass(slots=True)
class Answer:
    """One query on one reader, in steps."""

    query: SearchQuery
    index: TantivyIndex
    searcher: tantivy.Searcher
    expansion: Expansion

    def result(self) -> SearchResult:
        wording = self.wording() if self.query.text else None
        if wording and wording.is_empty:
            return SearchResult(facets={facet: {} for facet in self.query.facets})
        page = self.page(wording)
        hits, records = self.hits(page)
        suggestion = None
        if page.rung and page.rung.forgiving and hits:
            suggestion = suggest(self.query.text, records, self.searcher, self.index.analysis)
        counted = page.counts.result()
        facets = {facet: counted[facet] for facet in self.query.facets}
        understood = tuple(_understood(page.rung)) if page.rung else ()
        return SearchResult(tuple(hits), page.total, facets, suggestion, understood=understood)

    def wording(self) -> Wording:
        """What the text asks for."""
        query = self.query
        return read_wording(query.text, self.index.analysis, self.expansion, with_spans=query.phrases)

    def page(self, wording: Wording | None) -> Page:
        """The page of the strictest rung that matches enough; without a wording, of everything."""
        near = Nearness.of(self.query, self.searcher, self.index)
        if wording is None:
            return self._page_of(None, near)
        writer = self.writer(self._within())
        enough = writer.enough(wording)
        best: Page | None = None
        most = -1
        for rung in rungs(wording, writer):
            if most > 0 and rung.is_loose:
                break
            page = self._page_of(rung, near)
            # Filters never loosen the text: ticking a box must not bring up what was not asked for.
            matched = page.total if page.total >= enough else self._total_unfiltered(page)
            if matched > most:
                if best:
                    best.counts.give_up()
                best, most = page, matched
            else:
                page.counts.give_up()
            if most >= enough:
                break
        assert best is not None  # noqa: S101  there is always a first rung
        return best

    def writer(self, within: Sequence[Clause] = ()) -> QueryWriter:
        """What writes the queries for the text, where everything found has to pass some clauses as well."""
        return QueryWriter(self.searcher, self.index.schema, self.expansion, within)

    def _within(self) -> list[Clause]:
        return narrow_clauses(self.query, self.searcher, self.index.schema)

    def _page_of(self, rung: Rung | None, near: Nearness | None) -> Page:
        filters = filter_clauses(self.query, self.index.schema)
        counts = FacetCounting(self.query, self.index, self.searcher, self.expansion, filters).begin(rung, near)
        clauses = [*scope_of(rung, near), *filters.values()]
        if rung and self.query.sort == "relevance":
            found, total = self._most_relevant(rung, clauses, near)
        else:
            found, total = self._in_order(clauses, near)
        return Page(found, total, counts, rung, near)

    def _narrowed(self, clauses: Sequence[Clause]) -> Query:
        return narrowed(clauses, self.query.kinds, self.searcher, self.index.schema)

    def _total_unfiltered(self, page: Page) -> int:
        if page.rung is None or not (self.query.filters or self.query.outside or self.query.near):
            return page.total
        rung = self.writer().again(page.rung) if self._within() else page.rung
        return count_matches(self.searcher, self._narrowed([(Occur.Must, rung.matching)]))

    def _most_relevant(self, rung: Rung, clauses: list[Clause], near: Nearness | None) -> tuple[Found, int]:
        # The first clause is the text; here it scores, and nothing else does.
        scored = [(Occur.Must, self._preferring(rung.query)), *clauses[1:]]
        if near:
            scored.append(near.bonus())
        return most_relevant(self.searcher, self._narrowed(scored), self.query.offset, self.query.limit)

    def _preferring(self, text: Query) -> Query:
        """The text, with more for the kinds that are preferred."""
        if not self.query.preferred:
            return text
        preferred = any_of(KIND_FACET, self.query.preferred, self.index.schema)
        more = Query.boost_query(Query.boolean_query([(Occur.Must, text), (Occur.Must, preferred)]), PREFERRED)
        return Query.boolean_query([(Occur.Should, text), (Occur.Should, more)])

    def _in_order(self, clauses: list[Clause], near: Nearness | None) -> tuple[Found, int]:
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

    def _covering_first(self, wanted: Query, near: Nearness) -> tuple[Found, int]:
        offset, limit = self.query.offset, self.query.limit
        covering = Query.boolean_query([(Occur.Must, wanted), (Occur.Must, near.covering())])
        others = Query.boolean_query([(Occur.Must, wanted), (Occur.MustNot, near.covering())])
        page, first = self._ordered(covering, schema.BY_RANK, offset, limit)
        if len(page) == limit:
            return page, first + count_matches(self.searcher, others)
        rest, others_count = self._ordered(others, schema.BY_RANK, max(offset - first, 0), limit - len(page))
        return page + rest, first + others_count

    def _ordered(self, query: Query, field: str, offset: int, limit: int) -> tuple[Found, int]:
        found = self.searcher.search(query, limit, order_by_field=field, offset=offset, order=Order.Asc)
        return [(0.0, address) for _, address in found.hits], total_of(found)

    def hits(self, page: Page) -> tuple[list[Hit], list[Record]]:
        """What a page shows of each, and the records that come with it."""
        entries = [self.searcher.doc(address) for _, address in page.found]
        records = [record_of(entry) for entry in entries]
        shown = [""] * len(entries)
        if self.query.snippets:
            snippets = Snippets(
                self.searcher, self.writer().typed(page.rung) if page.rung else None, self.index.schema
            )
            shown = [snippets.of(record, entry) for record, entry in zip(records, entries, strict=True)]
        areas = frozenset(self.query.areas)
        distances = page.near.distances(records) if page.near else [None] * len(records)
        hits = [
            _hit(record, score, distance, bool(areas) and not areas.isdisjoint(record.coverage), snippet)
            for record, (score, _), distance, snippet in zip(records, page.found, distances, shown, strict=True)
        ]
        return hits, records


def _understood(rung: Rung) -> Iterator[Understood]:
    """What the parts of a text were read as on a rung, and what they may mean besides."""
    words, quoted = rung.wording.typed, [_quoted(phrase) for phrase in rung.wording.phrases]
    for span in rung.wording.spans:
        if span.is_mistyped and not any(unit.meant == span.applied for unit in rung.units):
            continue
        typed = " ".join([term.plain for term in words[span.start : span.end]])
        beside = [term.plain for term in (*words[: span.start], *words[span.end :])]
        rest = " ".join([*beside, *quoted])
        for phrase in span.phrases:
            is_applied = any(phrase in unit.meant for unit in rung.units)
            yield Understood(typed, phrase.facet, phrase.value, is_applied, rest)


def _quoted(phrase: Sequence[Term]) -> str:
    return f'"{" ".join([term.plain for term in phrase])}"'


def _hit(
    record: Record, score: float = 0.0, distance_km: float | None = None, covers: bool = False, snippet: str = ""
) -> Hit:
    kind, key, title, url, summary = record[:5]
    return Hit(kind, key, title, url, summary, score, distance_km, covers, snippet)
