"""How many documents have each value of a facet."""

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import tantivy
from tantivy import Query

from search.engines.embedded.matching.filters import field_of
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.facet_sets import SET_SEPARATOR, TOO_LONG_SET, set_of
from search.engines.embedded.storage.schema import MAX_BUCKETS

# With more different sets than this, counting the single values of each document is quicker.
MAX_SETS = 2_000

FacetCounts = dict[str, dict[str, int]]

KEY_AND_COUNT = itemgetter("key", "doc_count")


def count_values(searcher: tantivy.Searcher, query: Query, facets: Sequence[str], *, in_sets: set[str]) -> FacetCounts:
    """How many of the documents that match have each value of each facet. One pass that scores nothing.

    in_sets names the facets that are counted by the sets of values that occur. One that turns out to have too many
    different sets, or too long ones, takes a second pass, once: it is taken out of in_sets.
    """
    counts: FacetCounts = {facet: {} for facet in facets}
    asked = {facet: _asked(facet, in_sets=facet in in_sets) for facet in facets if field_of(facet)}
    answer = searcher.aggregate(query, asked) if asked else {}
    for facet in asked:
        found = _counted(answer[facet])
        if facet in in_sets and (TOO_LONG_SET in found or answer[facet]["sum_other_doc_count"]):
            in_sets.discard(facet)
            found = _counted(searcher.aggregate(query, {facet: _asked(facet, in_sets=False)})[facet])
        counts[facet] = _by_value(found)
    return counts


def _asked(facet: str, *, in_sets: bool) -> dict[str, Any]:
    if in_sets:
        return {"terms": {"field": schema.set_field(facet), "size": MAX_SETS}}
    return {"terms": {"field": field_of(facet), "size": MAX_BUCKETS}}


def _counted(answer: dict[str, Any]) -> dict[str, int]:
    return dict(map(KEY_AND_COUNT, answer["buckets"]))


def _by_value(found: dict[str, int]) -> dict[str, int]:
    """The counts of values, given those of sets. Most sets are a single value and stay as they are."""
    found.pop(set_of(()), None)
    # Most facets have no sets of several values. Searching the joined text once is faster than testing each key.
    if SET_SEPARATOR in "".join(found):
        for together in [key for key in found if SET_SEPARATOR in key]:
            number = found.pop(together)
            for value in _values_in(together):
                found[value] = found.get(value, 0) + number
    return found


@lru_cache(maxsize=10_000)
def _values_in(together: str) -> tuple[str, ...]:
    return tuple(together.split(SET_SEPARATOR))
