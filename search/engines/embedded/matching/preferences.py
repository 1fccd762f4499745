"""What is preferred or expected of a result: it changes what a text scores, never what is found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from search.engines.embedded.matching.filters import Clause, any_of
from search.query import SearchQuery

# Factors of the score of the text: what a preferred value adds, and what is left without the expected values.
PREFERRED_BOOST, UNEXPECTED_BOOST = 4.0, 0.25


class Preference(NamedTuple):
    """What moves documents that have some values of a facet, or with `is_expected` those that lack them."""

    label: str
    having: Query
    is_expected: bool


def weighed(text: Query, query: SearchQuery, index_schema: tantivy.Schema) -> Query:
    """The text, with more for what has preferred values and less for what has not the expected ones."""
    if query.expected:
        expected = [_having(facet, values, index_schema) for facet, values in query.expected.items()]
        all_expected = Query.boolean_query([(Occur.Must, text), *expected])
        text = _sum(
            [Query.boost_query(text, UNEXPECTED_BOOST), Query.boost_query(all_expected, 1.0 - UNEXPECTED_BOOST)]
        )
    if query.preferred:
        having = [
            Query.boolean_query([(Occur.Must, text), _having(facet, values, index_schema)])
            for facet, values in query.preferred.items()
        ]
        text = _sum([text, *(Query.boost_query(each, PREFERRED_BOOST) for each in having)])
    return text


def preferences(query: SearchQuery, index_schema: tantivy.Schema) -> Iterator[Preference]:
    """All that is preferred or expected, facet by facet, in words and as a query that scores one."""
    for label, facets in (("has the preferred", query.preferred), ("lacks the expected", query.expected)):
        for facet, values in facets.items():
            having = Query.const_score_query(any_of(facet, values, index_schema), 1.0)
            yield Preference(f"{label} {facet} {' or '.join(values)}", having, facets is query.expected)


def _having(facet: str, values: Sequence[str], index_schema: tantivy.Schema) -> Clause:
    return (Occur.Must, any_of(facet, values, index_schema))


def _sum(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries])
