"""Facet counts that were worked out a moment ago, for the next page or filter of the same search."""

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock

# 2.3 MB in all when each of them has every facet of the finder.
MAX_COUNTS_KEPT = 64
# In a smaller index counting takes a fraction of a millisecond, so caching gains nothing.
WORTH_KEEPING_FROM = 20_000
# What somebody asked is not kept, nor where they are: only this process could tell what a digest stands for.
SECRET = os.urandom(32)


def digest_of(*parts: object) -> bytes:
    """A name for some values, from which they cannot be read."""
    return hashlib.blake2b(repr(parts).encode(), key=SECRET, digest_size=16).digest()


FacetCounts = dict[str, dict[str, int]]


class CachedCounts:
    """The counts of the last so many searches on one reader of the index.

    Ticking a box, turning a page and changing the order ask again for what was just counted.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, FacetCounts] = OrderedDict()
        self._lock = Lock()

    def counted(
        self, scope: bytes, facets: Sequence[str], count: Callable[[Sequence[str]], FacetCounts]
    ) -> FacetCounts:
        """The counts of facets over what a digest stands for; those that are not known are counted and kept."""
        known = self._kept.get(scope, {})
        missing = [facet for facet in facets if facet not in known]
        if missing:
            # A new dictionary each time: other threads may be reading the one that is kept.
            known = {**known, **count(missing)}
        with self._lock:
            self._kept[scope] = known
            self._kept.move_to_end(scope)
            while len(self._kept) > MAX_COUNTS_KEPT:
                self._kept.popitem(last=False)
        return {facet: known[facet].copy() for facet in facets}
