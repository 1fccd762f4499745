"""The most relevant documents, where a document's rank multiplies what its text scores."""

from collections.abc import Sequence
from typing import NamedTuple

import tantivy
from tantivy import DocAddress, Query

from search.engines.embedded.matching.filters import total_of
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.entries import WEIGHT_SCALE

ScoredAddresses = list[tuple[float, DocAddress]]


class LevelQuery(NamedTuple):
    """Finds the documents of a level of preference, their text times its factor."""

    factor: float
    query: Query


def most_relevant(
    searcher: tantivy.Searcher, levels: Sequence[LevelQuery], offset: int, limit: int
) -> tuple[ScoredAddresses, int]:
    """One page by score times rank, and how many match in all.

    A factor that depends on the document would have Tantivy score the text anew for each condition of a preference. A
    level has one factor for all of its documents, and low levels need no search where the high ones fill the page.

    levels: from the one of all documents to the one with the highest factor.
    """
    everything, *others = levels
    if not others:
        return _first(searcher, everything.query, limit, offset)
    wanted = offset + limit
    best, total = _first(searcher, everything.query, wanted)
    highest = best[0][0] / everything.factor if best else 0.0
    for level in reversed(others):
        # Without its factor, no document has a higher product than the best of all.
        if not best or (len(best) == wanted and best[-1][0] >= level.factor * highest):
            break
        best = _best_of([*best, *_first(searcher, level.query, wanted)[0]])[:wanted]
    return best[offset:], total


def _first(searcher: tantivy.Searcher, query: Query, limit: int, offset: int = 0) -> tuple[ScoredAddresses, int]:
    found = searcher.search(query, limit, offset=offset, weight_by_field=schema.WEIGHT)
    return [(product / WEIGHT_SCALE, address) for product, address in found.hits], total_of(found)


def _best_of(found: ScoredAddresses) -> ScoredAddresses:
    """Each document once. What scores the same stays in the order of the index, on every page."""
    products: dict[tuple[int, int], tuple[float, DocAddress]] = {}
    for product, address in found:
        key = address.segment_ord, address.doc
        if key not in products or products[key][0] < product:
            products[key] = product, address
    return [each for _, each in sorted(products.items(), key=lambda item: (-item[1][0], item[0]))]
