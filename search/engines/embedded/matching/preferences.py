"""What is preferred or expected of a result: it changes what a text scores, never what is found."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tantivy import Occur

from search.engines.embedded.matching.filters import any_value
from search.engines.embedded.matching.query_language import EngineQuery, QueryLanguage
from search.query import SearchQuery

# Factors of the score of the text: what a preferred value adds, and what is left without the expected values.
PREFERRED_BOOST, UNEXPECTED_BOOST = 4.0, 0.25


class Preference(NamedTuple):
    """What moves documents that have some values of a facet, or with `is_expected` those that lack them."""

    label: str
    having: EngineQuery
    is_expected: bool


def weighed(text: EngineQuery, query: SearchQuery, queries: QueryLanguage) -> EngineQuery:
    """The text, with more for what has preferred values and less for what has not the expected ones."""
    if query.expected:
        expected = [_having(facet, values, queries) for facet, values in query.expected.items()]
        all_expected = queries.boolean([(Occur.Must, text), *expected])
        text = _sum(
            [queries.boost(text, UNEXPECTED_BOOST), queries.boost(all_expected, 1.0 - UNEXPECTED_BOOST)], queries
        )
    if query.preferred:
        having = [
            queries.boolean([(Occur.Must, text), _having(facet, values, queries)])
            for facet, values in query.preferred.items()
        ]
        text = _sum([text, *(queries.boost(each, PREFERRED_BOOST) for each in having)], queries)
    return text


def preferences(query: SearchQuery, queries: QueryLanguage) -> Iterator[Preference]:
    """All that is preferred or expected, facet by facet, in words and as a query that scores one."""
    for label, facets in (("has the preferred", query.preferred), ("lacks the expected", query.expected)):
        for facet, values in facets.items():
            having = queries.constant(any_value(facet, values, queries), 1.0)
            yield Preference(f"{label} {facet} {' or '.join(values)}", having, facets is query.expected)


def _having(facet: str, values: Sequence[str], queries: QueryLanguage) -> tuple[Occur, EngineQuery]:
    return (Occur.Must, any_value(facet, values, queries))


def _sum(parts: Sequence[EngineQuery], queries: QueryLanguage) -> EngineQuery:
    return queries.boolean([(Occur.Should, part) for part in parts])
