"""From one query to its answer: what is sent at once, which of the strategies counts, and what a page shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape
from itertools import chain
from typing import Any

from search.engines.distributed.bodies import Body, SearchBodies, group_name
from search.engines.distributed.queries import JsonQueries
from search.engines.distributed.vocabulary import LocalIndex
from search.engines.embedded.execute import hit_of, understood_parts
from search.engines.embedded.geo.grid import distances_km
from search.engines.embedded.matching.did_you_mean import did_you_mean
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.filters import facet_groups
from search.engines.embedded.matching.parsed_text import ParsedText, parse_text
from search.engines.embedded.matching.snippets import shortened
from search.engines.embedded.matching.strategies import MatchStrategy, QueryWriter, strategies
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument, read_stored_document
from search.query import Hit, SearchQuery, SearchResult


@dataclass(slots=True)
class StrategyAttempt:
    """One strategy, sent, and what came back."""

    strategy: MatchStrategy | None
    bodies: list[Body]
    found: Body = field(default_factory=dict)
    matched: int = 0

    @property
    def total(self) -> int:
        return int(self.found["hits"]["total"]["value"])


@dataclass(slots=True)
class Answering:
    """One query on its way.

    What is sent first holds every strategy that forgives nothing, so that most answers take one round trip. Those
    that forgive typing errors follow only when too little was found as it was typed.
    """

    query: SearchQuery
    local: LocalIndex
    expansion: Expansion
    timeout: str
    best: StrategyAttempt | None = None
    _parsed: ParsedText | None = None
    _forgiving: Iterator[MatchStrategy] = field(default_factory=lambda: iter(()))
    _enough: int = 1
    _most: int = -1

    @property
    def writer(self) -> QueryWriter:
        return QueryWriter(self.local.vocabulary, JsonQueries(), self.expansion)

    @property
    def parsed(self) -> ParsedText | None:
        return self._parsed

    def first(self) -> list[StrategyAttempt]:
        """What is sent first; nothing for a text in which nothing can be looked for."""
        if not self.query.text:
            return [self._attempt(None)]
        parsed = parse_text(self.query.text, self.expansion.analysis, self.expansion, with_spans=self.query.phrases)
        self._parsed = parsed
        if parsed.is_empty:
            return []
        writer = self.writer
        self._enough = writer.enough(parsed)
        strict: list[MatchStrategy] = []
        following = strategies(parsed, writer)
        for strategy in following:
            if strategy.forgiving:
                self._forgiving = chain([strategy], following)
                break
            strict.append(strategy)
        return [self._attempt(strategy) for strategy in strict]

    def second(self) -> list[StrategyAttempt]:
        """What is sent after it, when it found too little."""
        if self._most >= self._enough:
            return []
        wanted = (strategy for strategy in self._forgiving if not (self._most > 0 and strategy.is_loose))
        return [self._attempt(strategy) for strategy in wanted]

    def take(self, attempts: list[StrategyAttempt]) -> None:
        """Choose among what came back: the strictest that matches enough, else what matches most."""
        for attempt in attempts:
            strategy = attempt.strategy
            if self._most >= self._enough or (strategy and self._most > 0 and strategy.is_loose):
                return
            if attempt.matched > self._most:
                self.best, self._most = attempt, attempt.matched

    def receive(self, attempt: StrategyAttempt, answers: list[Body]) -> None:
        """Note what came back for an attempt."""
        attempt.found = answers[0]
        attempt.matched = attempt.total
        if len(answers) > 1 and attempt.total < self._enough:
            # Filters never loosen the text: ticking a box must not bring up what was not asked for.
            attempt.matched = int(answers[1]["hits"]["total"]["value"])

    def result(self) -> SearchResult:
        """The answer, when everything has come back."""
        attempt = self.best
        if attempt is None:
            return SearchResult(facets={facet: {} for facet in self.query.facets})
        hits, records = self.hits()
        strategy = attempt.strategy
        suggestion = None
        if strategy and strategy.forgiving and hits:
            suggestion = did_you_mean(self.query.text, records, self.local.vocabulary, self.expansion.analysis)
        understood = tuple(understood_parts(strategy)) if strategy else ()
        return SearchResult(tuple(hits), attempt.total, self._facets(attempt), suggestion, understood=understood)

    def hits(self) -> tuple[list[Hit], list[StoredDocument]]:
        """What the page shows of each, and the records that come with it."""
        assert self.best is not None  # noqa: S101  asked for only after something came back
        found = self.best.found["hits"]["hits"]
        records = [record_of(hit) for hit in found]
        strategy, areas = self.best.strategy, frozenset(self.query.areas)
        is_scored = strategy is not None and self.query.sort == "relevance"
        hits = [
            hit_of(
                record,
                hit["_score"] if is_scored else 0.0,
                distance,
                not areas.isdisjoint(record.coverage),
                snippet,
            )
            for record, hit, distance, snippet in zip(
                records, found, self._distances(records), self._snippets(records, found), strict=True
            )
        ]
        return hits, records

    def _attempt(self, strategy: MatchStrategy | None) -> StrategyAttempt:
        bodies = SearchBodies(self.query, self.timeout)
        sent = [bodies.page(strategy)]
        if strategy is not None and bodies.is_narrowed:
            sent.append(bodies.number_without_filters(strategy))
        return StrategyAttempt(strategy, sent)

    def _facets(self, attempt: StrategyAttempt) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {facet: {} for facet in self.query.facets}
        for number, facets in enumerate(facet_groups(self.query).values()):
            group = attempt.found["aggregations"][group_name(number)]
            for facet in facets:
                buckets = group[facet]["buckets"] if facet in group else ()
                counts[facet] = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
        return counts

    def _distances(self, records: list[StoredDocument]) -> list[float | None]:
        near = self.query.near
        if near is None:
            return [None] * len(records)
        return [min(distances_km(near.latitude, near.longitude, record.points), default=None) for record in records]

    def _snippets(self, records: list[StoredDocument], found: list[Any]) -> list[str]:
        if not self.query.snippets or self.best is None:
            return [""] * len(records)
        marking = self.local.snippets(self.best.strategy, self.expansion)
        bodies = [hit["_source"].get(schema.LONG_TEXT, "") for hit in found]
        if marking is None:
            return [plain_snippet(record, body) for record, body in zip(records, bodies, strict=True)]
        return [marking.of(record, partial(str, body)) for record, body in zip(records, bodies, strict=True)]


def record_of(hit: Body) -> StoredDocument:
    """The record in a hit. Raises ValueError when it is damaged."""
    return read_stored_document(hit["_source"][schema.RECORD].encode())


def plain_snippet(record: StoredDocument, body: str) -> str:
    """The beginning of what it says."""
    return escape(shortened(record.summary or body))
