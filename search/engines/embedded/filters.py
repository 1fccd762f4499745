"""Kinds and facets as queries, and the counts that go with them."""

from collections.abc import Sequence
from typing import Any

import tantivy
from tantivy import Occur, Query

from search.document import NAME
from search.engines.embedded import schema
from search.query import SearchQuery

KIND_FACET = "kind"
# More than any facet has values: a list that is cut off would count wrongly.
ALL_VALUES = 60_000

Clause = tuple[Occur, Query]


def field_of(facet: str) -> str | None:
    """The column of a facet; None for a name no facet can have."""
    if facet == KIND_FACET:
        return schema.KIND
    return f"{schema.FACETS}.{facet}" if NAME.match(facet) else None


def filter_clauses(query: SearchQuery, index_schema: tantivy.Schema, *, without: str = "") -> list[Clause]:
    """What a document must have to pass the kinds and filters, leaving out one facet's own."""
    wanted: list[tuple[str, tuple[str, ...]]] = list(query.filters.items())
    if query.kinds:
        wanted.append((KIND_FACET, query.kinds))
    return [
        (Occur.Must, _any_of(facet, values, index_schema)) for facet, values in wanted if values and facet != without
    ]


def kinds_clauses(query: SearchQuery, index_schema: tantivy.Schema) -> list[Clause]:
    """What a document must have to be of the kinds asked for."""
    return [(Occur.Must, _any_of(KIND_FACET, query.kinds, index_schema))] if query.kinds else []


def facet_groups(query: SearchQuery) -> dict[str, list[str]]:
    """Facets to count, by the facet whose own selection is left out; "" holds those without one."""
    groups: dict[str, list[str]] = {"": []}
    for facet in query.facets:
        selected = facet in query.filters or (facet == KIND_FACET and bool(query.kinds))
        groups.setdefault(facet if selected else "", []).append(facet)
    return groups


def count_matches(searcher: tantivy.Searcher, clauses: Sequence[Clause]) -> int:
    """How many documents match all clauses."""
    return count_values(searcher, Query.boolean_query(list(clauses)), ())[0]


def count_values(
    searcher: tantivy.Searcher, query: Query, facets: Sequence[str]
) -> tuple[int, dict[str, dict[str, int]]]:
    """How many documents match, and how many of them have each value of each facet.

    One pass that scores nothing.
    """
    columns = {facet: field_of(facet) for facet in facets}
    asked: dict[str, Any] = {
        facet: {"terms": {"field": column, "size": ALL_VALUES}} for facet, column in columns.items() if column
    }
    # No facet can have this name, which is not an identifier.
    asked["*"] = {"value_count": {"field": schema.NUMBER}}
    answer = searcher.aggregate(query, asked)
    counts = {
        facet: {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]} if columns[facet] else {}
        for facet in facets
    }
    return int(answer["*"]["value"] or 0), counts


def _any_of(facet: str, values: tuple[str, ...], index_schema: tantivy.Schema) -> Query:
    field = field_of(facet)
    if field is None:
        return Query.empty_query()
    return Query.const_score_query(Query.term_set_query(index_schema, field, list(values)), 0.0)
