"""The different points of the documents, read from an index while they are few enough to be kept."""

from threading import Lock

import tantivy

from search.engines.embedded.geo.known_points import KnownPoints
from search.engines.embedded.storage import schema

# Reading more of them anew after each commit takes longer than they save.
MAX_KNOWN_POINTS = 5_000


class ReaderPoints:
    """The known points of whichever reader of an index asked last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._reader: tantivy.Searcher | None = None
        self._known: KnownPoints | None = None
        self._too_many = False

    def forget_reader(self) -> None:
        """Let go of a reader that is not needed any more; its files take their room as long as it is held."""
        # Without the lock: every search would wait for whoever just counts the points of a large index.
        self._reader = None

    def of(self, reader: tantivy.Searcher) -> KnownPoints | None:
        """All different points that a reader has; None if there are too many, now or before."""
        with self._lock:
            if reader is not self._reader and not self._too_many:
                self._known = self._renewed(reader)
                self._reader = reader
            return self._known

    def _renewed(self, reader: tantivy.Searcher) -> KnownPoints | None:
        """Most commits bring no new point, so what was worked out for the last reader is good for this one."""
        asked = {"points": {"terms": {"field": schema.POINT, "size": MAX_KNOWN_POINTS + 1}}}
        buckets = reader.aggregate(tantivy.Query.all_query(), asked)["points"]["buckets"]
        if len(buckets) > MAX_KNOWN_POINTS:
            self._too_many = True
            return None
        numbers = frozenset(bucket["key"] for bucket in buckets)
        if self._known and self._known.numbers == numbers:
            return self._known
        return KnownPoints(numbers, self._known)
