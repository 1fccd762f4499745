"""The most relevant documents, where a document's rank multiplies what its text scores."""

from operator import itemgetter

import tantivy
from tantivy import DocAddress, Query

from search.engines.embedded.matching.filters import total_of
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.entries import WEIGHT_SCALE, rank_in, rank_of

ScoredAddresses = list[tuple[float, DocAddress]]

# How many hits are ranked for each one on the page, at first and at the next attempt.
LOOKED_AT = (2, 8)


def most_relevant(searcher: tantivy.Searcher, query: Query, offset: int, limit: int) -> tuple[ScoredAddresses, int]:
    """One page by score times rank, and how many match in all.

    Tantivy finds the best scores without looking at most documents, but not the best products. So a few more of
    the best scores are read, until none of those not read can get onto the page. Should that take too many, it
    multiplies each score itself.
    """
    wanted = offset + limit
    total = 0
    for factor in LOOKED_AT:
        looked_at = wanted * factor
        found = searcher.search(query, looked_at)
        total, hits = total_of(found), found.hits
        page = _ranked(searcher, hits)[:wanted]
        if total <= looked_at or page[-1][0] >= hits[-1][0] * highest_rank(searcher):
            return page[offset:], total
    found = searcher.search(query, limit, count=False, offset=offset, weight_by_field=schema.WEIGHT)
    return [(score / WEIGHT_SCALE, address) for score, address in found.hits], total


def highest_rank(searcher: tantivy.Searcher) -> float:
    """No document of the index has a higher rank than this."""
    terms = [term for term, _ in searcher.terms_with_prefix(schema.RANK, "")]
    return rank_in(max(terms)) if terms else 1.0


def _ranked(searcher: tantivy.Searcher, hits: ScoredAddresses) -> ScoredAddresses:
    weights = searcher.fast_field_values(schema.WEIGHT, [address for _, address in hits])
    ranks = {weight: rank_of(weight or 0.0) for weight in set(weights)}
    if len(ranks) == 1:
        rank = ranks[weights[0]]
        return [(score * rank, address) for score, address in hits]
    ranked = [(score * ranks[weight], address) for (score, address), weight in zip(hits, weights, strict=True)]
    # Sorting keeps the order of the scores between equal products.
    return sorted(ranked, key=itemgetter(0), reverse=True)
