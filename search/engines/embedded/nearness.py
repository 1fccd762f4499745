"""Near a place: what covers it, what lies within reach, and how far away each is."""

from collections.abc import Sequence
from dataclasses import dataclass

import tantivy
from tantivy import DocAddress, Occur, Order, Query

from search.engines.embedded import schema
from search.engines.embedded.cells import EVERYWHERE, Cover, cover, distances_km
from search.engines.embedded.entries import read_record
from search.engines.embedded.filters import Clause, count_matches
from search.query import HALF_EARTH_KM, Point, SearchQuery

COVERING_BONUS = 3.0
FIRST_RING_KM = 2.0
RING_GROWTH = 3.0
# Beyond this many in one ring the rest are in the order of their titles: nobody pages that far, and a whole
# directory at one address must not take the time of a whole directory.
RING_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Nearness:
    """The place of one search, and the reader to look it up in."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    point: Point
    areas: tuple[str, ...]
    radius_km: float | None

    @classmethod
    def of(cls, query: SearchQuery, searcher: tantivy.Searcher, index_schema: tantivy.Schema) -> "Nearness | None":
        """The nearness a query asks for, if any."""
        if query.near is None:
            return None
        return cls(searcher, index_schema, query.near, query.areas, query.radius_km)

    def covering(self) -> Query:
        """Matches what serves an area that contains the place."""
        if not self.areas:
            return Query.empty_query()
        codes = Query.term_set_query(self.schema, schema.COVERAGE, list(self.areas))
        return Query.const_score_query(codes, 0.0)

    def clause(self, scope: Sequence[Clause]) -> Clause:
        """What a document must have to be near. scope narrows down what can match at all."""
        return Occur.Must, _either(self.covering(), self._within(scope))

    def bonus(self) -> Clause:
        """A little more relevance for what covers the place."""
        return Occur.Should, Query.const_score_query(self.covering(), COVERING_BONUS)

    def distances(self, addresses: Sequence[DocAddress]) -> list[float | None]:
        """The distance in kilometres from the place to the nearest point of each document."""
        counts = self.searcher.fast_field_values(schema.POINT_COUNT, list(addresses))
        nearest: list[float | None] = [None] * len(addresses)
        for number in range(schema.FAST_POINTS):
            holders = [place for place, count in enumerate(counts) if (count or 0) > number]
            if not holders:
                return nearest
            found = [addresses[place] for place in holders]
            latitudes = self.searcher.fast_field_values(schema.latitude_field(number), found)
            longitudes = self.searcher.fast_field_values(schema.longitude_field(number), found)
            pairs = [(north or 0.0, east or 0.0) for north, east in zip(latitudes, longitudes, strict=True)]
            for place, distance in zip(holders, self._distances(pairs), strict=True):
                known = nearest[place]
                nearest[place] = distance if known is None else min(known, distance)
        for place, count in enumerate(counts):
            if (count or 0) > schema.FAST_POINTS:
                record = read_record(self.searcher.doc(addresses[place]))
                nearest[place] = min(self._distances(record.points))
        return nearest

    def nearest_first(self, clauses: Sequence[Clause], offset: int, limit: int) -> list[DocAddress]:
        """One page of what matches: by distance, then what has no point by title."""
        placed = Query.term_query(self.schema, schema.CELL, EVERYWHERE, "basic")
        page = self._placed_page(clauses, offset, limit)
        if len(page) == limit:
            return page
        with_point = count_matches(self.searcher, [*clauses, (Occur.Must, placed)])
        rest = self.searcher.search(
            Query.boolean_query([*clauses, (Occur.MustNot, placed)]),
            limit - len(page),
            count=False,
            order_by_field=schema.BY_TITLE,
            offset=max(offset - with_point, 0),
            order=Order.Asc,
        )
        return page + [address for _, address in rest.hits]

    def _placed_page(self, clauses: Sequence[Clause], offset: int, limit: int) -> list[DocAddress]:
        """Widen rings around the place until the page is full or the Earth is covered."""
        radius = FIRST_RING_KM
        while True:
            ring = [*clauses, (Occur.Must, self._cells(cover(*self._coordinates, radius)))]
            addresses = self._by_title(ring, RING_LIMIT)
            measured = zip(self.distances(addresses), addresses, strict=True)
            reached = [(distance, address) for distance, address in measured if distance is not None]
            if radius < HALF_EARTH_KM:
                # Outside the circle but in a cell of its edge: others beyond that cell may be nearer.
                reached = [entry for entry in reached if entry[0] <= radius]
            if len(reached) >= offset + limit or radius >= HALF_EARTH_KM:
                # Sorting keeps the order of titles between equal distances.
                reached.sort(key=lambda entry: entry[0])
                return [address for _, address in reached[offset : offset + limit]]
            radius = min(radius * RING_GROWTH, HALF_EARTH_KM)

    @property
    def _coordinates(self) -> tuple[float, float]:
        return self.point.latitude, self.point.longitude

    def _distances(self, places: Sequence[tuple[float, float]]) -> list[float]:
        return distances_km(*self._coordinates, places)

    def _within(self, scope: Sequence[Clause]) -> Query:
        if self.radius_km is None or self.radius_km >= HALF_EARTH_KM:
            return self._cells(Cover((EVERYWHERE,), ()))
        circle = cover(*self._coordinates, self.radius_km)
        inside = self._cells(Cover(circle.inside, ()))
        return _either(inside, self._within_edge(circle, inside, scope))

    def _within_edge(self, circle: Cover, inside: Query, scope: Sequence[Clause]) -> Query:
        """The documents in the cells of the edge that are within reach, by their true distance."""
        edge = self._cells(Cover((), circle.edge))
        doubtful = Query.boolean_query([*scope, (Occur.Must, edge), (Occur.MustNot, inside)])
        everything = max(self.searcher.num_docs, 1)
        hits = self.searcher.search(doubtful, everything, count=False, order_by_field=schema.NUMBER)
        addresses = [address for _, address in hits.hits]
        numbers = [number for number, _ in hits.hits]
        near = [
            number
            for number, distance in zip(numbers, self.distances(addresses), strict=True)
            if distance is not None and self.radius_km is not None and distance <= self.radius_km
        ]
        return Query.term_set_query(self.schema, schema.NUMBER, near) if near else Query.empty_query()

    def _cells(self, circle: Cover) -> Query:
        cells = [*circle.inside, *circle.edge]
        if not cells:
            return Query.empty_query()
        return Query.const_score_query(Query.term_set_query(self.schema, schema.CELL, cells), 0.0)

    def _by_title(self, clauses: Sequence[Clause], limit: int) -> list[DocAddress]:
        found = self.searcher.search(
            Query.boolean_query(list(clauses)),
            limit,
            count=False,
            order_by_field=schema.BY_TITLE,
            order=Order.Asc,
        )
        return [address for _, address in found.hits]


def _either(first: Query, second: Query) -> Query:
    either = Query.boolean_query([(Occur.Should, first), (Occur.Should, second)])
    return Query.const_score_query(either, 0.0)
