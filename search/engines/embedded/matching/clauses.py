"""Queries put together."""

from collections.abc import Sequence

from tantivy import Occur

from search.engines.embedded.matching.query_language import EngineQuery, QueryLanguage


def enough_of(words: Sequence[EngineQuery], needed: int, queries: QueryLanguage) -> list[tuple[Occur, EngineQuery]]:
    """Clauses that match what has so many of the words."""
    if needed == len(words):
        return [(Occur.Must, word) for word in words]
    some = queries.boolean([(Occur.Should, word) for word in words], needed)
    return [(Occur.Must, some)] if words else []


def any_query(alternatives: Sequence[EngineQuery], queries: QueryLanguage) -> EngineQuery:
    """Matches what one of the queries matches; scores add up."""
    return queries.boolean([(Occur.Should, query) for query in alternatives])


def joined(clauses: Sequence[tuple[Occur, EngineQuery]], queries: QueryLanguage) -> EngineQuery:
    """All clauses as one query."""
    return clauses[0][1] if len(clauses) == 1 else queries.boolean(clauses)
