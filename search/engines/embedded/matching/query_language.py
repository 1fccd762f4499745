"""How the queries for a text are put into words of an engine: what it matches is the same, whoever runs it."""

from collections.abc import Sequence
from typing import Any, Protocol

import tantivy
from tantivy import Occur

# Of whichever engine: an object of Tantivy, or JSON for a server.
EngineQuery = Any
Clauses = Sequence[tuple[Occur, EngineQuery]]
Factors = Sequence[tuple[Sequence[EngineQuery], float]]


class IndexedWords(Protocol):
    """Tells which words there are; a `tantivy.Searcher` is one."""

    def doc_freq(self, field_name: str, field_value: Any) -> int: ...

    def terms_with_prefix(
        self, field_name: str, prefix: str, max_distance: Any = None, limit: int | None = None
    ) -> Sequence[tuple[str, int]]: ...


class QueryLanguage(Protocol):
    """Writes the queries of one engine. Nothing in a list matches nothing."""

    def term(self, field: str, value: str, index_option: str = "position") -> EngineQuery: ...

    def any_term(self, field: str, values: list[str]) -> EngineQuery: ...

    def phrase(self, field: str, terms: list[Any]) -> EngineQuery: ...

    def near_misses(self, field: str, word: str, typos: int) -> EngineQuery:
        """Words that differ by so many typing errors at most."""

    def beginnings(self, field: str, prefix: str) -> EngineQuery: ...

    def boolean(self, clauses: Clauses, minimum: int | None = None) -> EngineQuery: ...

    def best(self, queries: list[EngineQuery], tie_breaker: float = 0.0) -> EngineQuery: ...

    def boost(self, query: EngineQuery, factor: float) -> EngineQuery: ...

    def constant(self, query: EngineQuery, score: float) -> EngineQuery: ...

    def nothing(self) -> EngineQuery: ...

    def scaled(self, query: EngineQuery, factor: float, more: Factors) -> EngineQuery:
        """The query with its score times a factor, which grows by another one where all of some conditions hold."""

    def takes(self, query: EngineQuery) -> bool:
        """Whether the engine takes a query of so many clauses."""


class TantivyQueries:
    """Queries of Tantivy for one schema."""

    __slots__ = ("schema",)

    boost = staticmethod(tantivy.Query.boost_query)
    constant = staticmethod(tantivy.Query.const_score_query)
    nothing = staticmethod(tantivy.Query.empty_query)

    def __init__(self, schema: tantivy.Schema) -> None:
        self.schema = schema

    def scaled(self, query: EngineQuery, factor: float, more: Factors) -> EngineQuery:
        """No factor of Tantivy depends on a document, so the query is asked again with each condition."""
        parts = [self.boost(query, factor)]
        for conditions, addition in more:
            holding = [(Occur.Must, each) for each in (query, *conditions)]
            parts.append(self.boost(self.boolean(holding), addition))
        return self.boolean([(Occur.Should, part) for part in parts])

    def takes(self, query: EngineQuery) -> bool:
        return True

    def term(self, field: str, value: str, index_option: str = "position") -> EngineQuery:
        return tantivy.Query.term_query(self.schema, field, value, index_option)

    def any_term(self, field: str, values: list[str]) -> EngineQuery:
        return tantivy.Query.term_set_query(self.schema, field, values)

    def phrase(self, field: str, terms: list[Any]) -> EngineQuery:
        return tantivy.Query.phrase_query(self.schema, field, terms)

    def near_misses(self, field: str, word: str, typos: int) -> EngineQuery:
        return tantivy.Query.fuzzy_term_query(self.schema, field, word, typos)

    def beginnings(self, field: str, prefix: str) -> EngineQuery:
        return tantivy.Query.fuzzy_term_query(self.schema, field, prefix, distance=0, prefix=True)

    def boolean(self, clauses: Clauses, minimum: int | None = None) -> EngineQuery:
        return tantivy.Query.boolean_query(list(clauses), minimum_number_should_match=minimum)

    def best(self, queries: list[EngineQuery], tie_breaker: float = 0.0) -> EngineQuery:
        return tantivy.Query.disjunction_max_query(queries, tie_breaker)
