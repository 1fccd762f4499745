"""How many documents have each value of a facet."""

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import tantivy
from tantivy import Query

from search.engines.embedded import schema
from search.engines.embedded.filters import field_of

# A control character made for such things, which no value holds.
VALUE_END = "\x1f"
# More than any facet has values: a list that is cut off would count wrongly.
ALL_VALUES = 60_000
# Going through the values of each document takes longer than this many different sets of values.
MOST_SETS = 2_000
# Tantivy cuts a value off at 65,530 bytes. A document with so many values has this for its set.
LONGEST_SET = 10_000
TOO_LONG = "\x1e"

KEY_AND_COUNT = itemgetter("key", "doc_count")

FacetCounts = dict[str, dict[str, int]]


def set_of(values: Sequence[str]) -> str:
    """All values that a document has of one facet, sorted, as one value.

    Few different sets occur, and Tantivy counts one value a document several times faster than two or three.
    """
    together = VALUE_END.join(values)
    return together if len(together) <= LONGEST_SET else TOO_LONG


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
        if facet in in_sets and (TOO_LONG in found or answer[facet]["sum_other_doc_count"]):
            in_sets.discard(facet)
            found = _counted(searcher.aggregate(query, {facet: _asked(facet, in_sets=False)})[facet])
        counts[facet] = _by_value(found)
    return counts


def _asked(facet: str, *, in_sets: bool) -> dict[str, Any]:
    if in_sets:
        return {"terms": {"field": schema.set_field(facet), "size": MOST_SETS}}
    return {"terms": {"field": field_of(facet), "size": ALL_VALUES}}


def _counted(answer: dict[str, Any]) -> dict[str, int]:
    return dict(map(KEY_AND_COUNT, answer["buckets"]))


def _by_value(found: dict[str, int]) -> dict[str, int]:
    """The counts of values, given those of sets. Most sets are a single value and stay as they are."""
    found.pop(set_of(()), None)
    # One look at all of them takes less than one at each.
    if VALUE_END in "".join(found):
        for together in [key for key in found if VALUE_END in key]:
            number = found.pop(together)
            for value in _values_in(together):
                found[value] = found.get(value, 0) + number
    return found


@lru_cache(maxsize=10_000)
def _values_in(together: str) -> tuple[str, ...]:
    return tuple(together.split(VALUE_END))
