"""What is preferred or expected of a result: it changes what a text scores, never what is found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tantivy import Occur

from search.engines.embedded.matching.filters import any_value
from search.engines.embedded.matching.query_language import Clauses, EngineQuery, QueryLanguage
from search.query import SearchQuery

# Factors of the score of the text: what a preferred value adds, and what is left without the expected values.
PREFERRED_BOOST, UNEXPECTED_BOOST = 4.0, 0.25


class Preference(NamedTuple):
    """What moves documents that have some values of a facet, or with `is_expected` those that lack them."""

    label: str
    having: EngineQuery
    is_expected: bool


class PreferenceLevel(NamedTuple):
    """Documents that pass some clauses, whose text counts at least so many times."""

    factor: float
    clauses: Clauses


def preference_levels(query: SearchQuery, queries: QueryLanguage) -> list[PreferenceLevel]:
    """What `weighed` makes of the text, as levels: the first is of all documents, the last has the highest factor.

    A document counts with the highest level that it reaches.
    """
    expected = [(Occur.Must, any_value(facet, values, queries)) for facet, values in _open(query).items()]
    having = [any_value(facet, values, queries) for facet, values in query.preferred.items()]
    bases = [PreferenceLevel(1.0, expected)]
    if expected:
        bases.insert(0, PreferenceLevel(UNEXPECTED_BOOST, []))
    found = [
        PreferenceLevel(
            base.factor * (1.0 + count * PREFERRED_BOOST), [*base.clauses, *_so_many(having, count, queries)]
        )
        for base in bases
        for count in range(len(having) + 1)
    ]
    return sorted(found, key=lambda level: level.factor)


def _open(query: SearchQuery) -> Mapping[str, Sequence[str]]:
    """What is expected and not ensured by a filter."""
    return {
        facet: values
        for facet, values in query.expected.items()
        if not query.filters.get(facet) or not set(values).issuperset(query.filters[facet])
    }


def _so_many(having: Sequence[EngineQuery], count: int, queries: QueryLanguage) -> Clauses:
    if not count:
        return []
    some = queries.boolean([(Occur.Should, each) for each in having], count)
    return [(Occur.Must, queries.constant(some, 0.0))]


def weighed(text: EngineQuery, query: SearchQuery, queries: QueryLanguage) -> EngineQuery:
    """The text, with more for what has preferred values and less for what has not the expected ones."""
    if query.expected:
        expected = [any_value(facet, values, queries) for facet, values in query.expected.items()]
        text = queries.scaled(text, UNEXPECTED_BOOST, [(expected, 1.0 - UNEXPECTED_BOOST)])
    if query.preferred:
        preferred = [any_value(facet, values, queries) for facet, values in query.preferred.items()]
        text = queries.scaled(text, 1.0, [([having], PREFERRED_BOOST) for having in preferred])
    return text


def preferences(query: SearchQuery, queries: QueryLanguage) -> Iterator[Preference]:
    """All that is preferred or expected, facet by facet, in words and as a query that scores one."""
    for label, facets in (("has the preferred", query.preferred), ("lacks the expected", query.expected)):
        for facet, values in facets.items():
            having = queries.constant(any_value(facet, values, queries), 1.0)
            yield Preference(f"{label} {facet} {' or '.join(values)}", having, facets is query.expected)
