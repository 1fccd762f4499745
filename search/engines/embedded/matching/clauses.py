"""Queries put together."""

from collections.abc import Sequence

from tantivy import Occur, Query


def enough_of(words: Sequence[Query], needed: int) -> list[tuple[Occur, Query]]:
    """Clauses that match what has so many of the words."""
    if needed == len(words):
        return [(Occur.Must, word) for word in words]
    some = Query.boolean_query([(Occur.Should, word) for word in words], minimum_number_should_match=needed)
    return [(Occur.Must, some)] if words else []


def any_query(queries: Sequence[Query]) -> Query:
    """Matches what one of the queries matches; scores add up."""
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def joined(clauses: Sequence[tuple[Occur, Query]]) -> Query:
    """All clauses as one query."""
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(list(clauses))
