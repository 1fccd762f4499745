"""Kinds and facets as queries, and the counts that go with them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import tantivy
from tantivy import Occur, Query

from search.document import NAME
from search.engines.embedded.matching.query_language import EngineQuery, QueryLanguage, TantivyQueries
from search.engines.embedded.storage import schema
from search.query import SearchQuery

KIND_FACET = "kind"
# No facet can have this name.
OUTSIDE = "-"
# Tantivy merges a few posting lists as it goes. For many, a bit set of all their documents is quicker.
FEW_VALUES = 16
# Looking for words among what passes a filter saves time when so few documents do, in an index of so many.
FEW_OF_ALL = 1 / 32
MANY_DOCUMENTS = 50_000

Clause = tuple[Occur, Query]


@lru_cache(maxsize=256)
def field_of(facet: str) -> str | None:
    """The column of a facet; None for a name no facet can have."""
    if facet == KIND_FACET:
        return schema.KIND
    return f"{schema.FACETS}.{facet}" if NAME.match(facet) else None


def filter_clauses(query: SearchQuery, index_schema: tantivy.Schema) -> dict[str, Clause]:
    """What a document must have to pass each filter, and under `OUTSIDE` to fail one of those in `outside`."""
    clauses = _clauses(query.filters, index_schema)
    return {**clauses, OUTSIDE: _outside(query, index_schema)} if query.outside else clauses


def _clauses(filters: Mapping[str, Sequence[str]], index_schema: tantivy.Schema) -> dict[str, Clause]:
    return {facet: (Occur.Must, any_of(facet, values, index_schema)) for facet, values in filters.items() if values}


def _outside(query: SearchQuery, index_schema: tantivy.Schema) -> Clause:
    """Fails one of several filters. A query of exclusions alone would match nothing, hence all documents first."""
    passing = Query.boolean_query(list(_clauses(query.outside, index_schema).values()))
    progress = Query.term_query(index_schema, schema.IDENTITY, schema.PROGRESS_ENTRY, "basic")
    clauses = [(Occur.Must, Query.all_query()), (Occur.MustNot, passing), (Occur.MustNot, progress)]
    failing = Query.boolean_query(clauses)
    return (Occur.Must, _unscored(failing))


def narrow_clauses(
    query: SearchQuery, searcher: tantivy.Searcher, index_schema: tantivy.Schema, *, without: str = ""
) -> list[Clause]:
    """The filters among which to look for words, when one of them lets few documents pass; of one value each."""
    if searcher.num_docs < MANY_DOCUMENTS:
        return []
    chosen = [
        (facet, field, values[0])
        for facet, values in query.filters.items()
        for field in [field_of(facet)]
        if field and len(values) == 1 and facet != without
    ]
    few = searcher.num_docs * FEW_OF_ALL
    if not any(searcher.doc_freq(field, value) <= few for _, field, value in chosen):
        return []
    return [(Occur.Must, _term(facet, value, index_schema)) for facet, _, value in chosen]


def kinds_clauses(query: SearchQuery, index_schema: tantivy.Schema) -> list[Clause]:
    """What a document must have to be of the kinds asked for."""
    return [(Occur.Must, any_of(KIND_FACET, query.kinds, index_schema))] if query.kinds else []


def narrowed(
    clauses: Sequence[Clause], kinds: Sequence[str], searcher: tantivy.Searcher, index_schema: tantivy.Schema
) -> Query:
    """What passes all clauses and is of these kinds; no clauses and no kinds let everything pass."""
    if clauses and kinds:
        clauses = [*clauses, *_of_kinds(kinds, searcher, index_schema)]
    elif kinds:
        clauses = [(Occur.Must, any_of(KIND_FACET, kinds, index_schema))]
    elif not clauses:
        # The entry of the progress is all that has to be kept out; nothing else ever matches it.
        progress = Query.term_query(index_schema, schema.IDENTITY, schema.PROGRESS_ENTRY, "basic")
        clauses = [(Occur.Must, Query.all_query()), (Occur.MustNot, progress)]
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(list(clauses))


def _of_kinds(kinds: Sequence[str], searcher: tantivy.Searcher, index_schema: tantivy.Schema) -> list[Clause]:
    """Leaving out the few others is cheaper than looking up the many that are wanted."""
    counts = dict(searcher.terms_with_prefix(schema.KIND, ""))
    others = [kind for kind in counts if kind not in kinds]
    if 2 * sum(counts[kind] for kind in others) < sum(counts.values()):
        return [(Occur.MustNot, _term(KIND_FACET, kind, index_schema)) for kind in others]
    return [(Occur.Must, any_of(KIND_FACET, kinds, index_schema))]


def facet_groups(query: SearchQuery) -> dict[str, list[str]]:
    """Facets to count, by the facet whose own selection is left out; "" holds those without one."""
    groups: dict[str, list[str]] = {}
    for facet in query.facets:
        selected = facet in query.filters or (facet == KIND_FACET and bool(query.kinds))
        groups.setdefault(facet if selected else "", []).append(facet)
    return groups


def count_matches(searcher: tantivy.Searcher, query: Query) -> int:
    """How many documents match."""
    return total_of(searcher.search(query, 1))


def total_of(found: Any) -> int:
    """How many documents a search matched, those beyond its page included; Tantivy's types leave this out."""
    return int(found.count)


def any_of(facet: str, values: Sequence[str], index_schema: tantivy.Schema) -> Query:
    """Matches what has one of the values; adds nothing to a score."""
    query: Query = any_value(facet, values, TantivyQueries(index_schema))
    return query


def any_value(facet: str, values: Sequence[str], queries: QueryLanguage) -> EngineQuery:
    """The same in the words of any engine."""
    field = field_of(facet)
    if field is None:
        return queries.nothing()
    if len(values) > FEW_VALUES:
        return queries.constant(queries.any_term(field, list(values)), 0.0)
    if len(values) == 1:
        return queries.constant(queries.term(field, values[0], "basic"), 0.0)
    one_of = queries.boolean([(Occur.Should, queries.term(field, value, "basic")) for value in values])
    return queries.constant(one_of, 0.0)


def _term(facet: str, value: str, index_schema: tantivy.Schema) -> Query:
    return _unscored(Query.term_query(index_schema, str(field_of(facet)), value, "basic"))


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
