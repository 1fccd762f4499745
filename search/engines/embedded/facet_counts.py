"""How many documents have each value of a facet."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import tantivy
from tantivy import Query

from search.document import GROUP_END, ITEM_END
from search.engines.embedded import schema
from search.engines.embedded.filters import KIND_FACET, field_of

# More than any facet has values: a list that is cut off would count wrongly.
ALL_VALUES = 60_000
# Going through the values of each document takes longer than this many different sets of values.
MOST_SETS = 2_000
# Tantivy cuts a value off at 65,530 bytes. A document with so many values has this for its set.
LONGEST_SET = 10_000
TOO_LONG = GROUP_END

Counts = dict[str, dict[str, int]]


def set_of(values: Sequence[str]) -> str:
    """All values that a document has of one facet, sorted, as one value.

    Few different sets occur, and Tantivy counts one value a document several times faster than two or three.
    """
    together = ITEM_END.join(values)
    return together if len(together) <= LONGEST_SET else TOO_LONG


def count_values(searcher: tantivy.Searcher, query: Query, facets: Sequence[str], *, wide: set[str]) -> Counts:
    """How many of the documents that match have each value of each facet. One pass that scores nothing.

    wide names the facets with too many different sets, or too long ones, whose values are counted one by one. One
    that turns out to be so takes a second pass, once: it is added to wide.
    """
    known = [facet for facet in facets if field_of(facet)]
    counts: Counts = {facet: {} for facet in facets}
    answer = _aggregated(searcher, query, {facet: _terms_of(facet, in_sets=facet not in wide) for facet in known})
    for facet in known:
        if _is_incomplete(answer[facet]):
            wide.add(facet)
            answer |= _aggregated(searcher, query, {facet: _terms_of(facet, in_sets=False)})
        counts[facet] = _by_value(answer[facet]["buckets"])
    return counts


def _terms_of(facet: str, *, in_sets: bool) -> dict[str, Any]:
    if facet == KIND_FACET or not in_sets:
        return {"field": field_of(facet), "size": ALL_VALUES}
    return {"field": f"{schema.FACET_SETS}.{facet}", "size": MOST_SETS}


def _aggregated(searcher: tantivy.Searcher, query: Query, terms: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return searcher.aggregate(query, {facet: {"terms": asked} for facet, asked in terms.items()}) if terms else {}


def _is_incomplete(answer: dict[str, Any]) -> bool:
    return bool(answer["sum_other_doc_count"]) or any(bucket["key"] == TOO_LONG for bucket in answer["buckets"])


def _by_value(buckets: Sequence[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for bucket in buckets:
        for value in _values_in(bucket["key"]):
            counts[value] = counts.get(value, 0) + bucket["doc_count"]
    return counts


@lru_cache(maxsize=10_000)
def _values_in(together: str) -> tuple[str, ...]:
    return tuple(value for value in together.split(ITEM_END) if value)
