"""Near a place: what covers it, what lies within reach, and how far away each is."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter

import tantivy
from tantivy import DocAddress, Occur, Order, Query

from search.engines.embedded.geo.circle import cover
from search.engines.embedded.geo.grid import EVERYWHERE, Cover, distances_km, finer
from search.engines.embedded.geo.known_points import KnownPoints
from search.engines.embedded.geo.points import place_of
from search.engines.embedded.matching.filters import Clause, count_matches
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument
from search.engines.embedded.storage.entries import stored_document_of, title_order
from search.engines.embedded.storage.index import TantivyIndex
from search.engines.embedded.storage.schema import MAX_BUCKETS
from search.query import HALF_EARTH_KM, Point, SearchQuery

COVERING_BONUS = 3.0
FIRST_RING_KM = 2.0
RING_GROWTH = 3.0
# Large cells along the edge of a circle are few, but may hold many points whose distance must be measured. How many
# parts of the radius such a cell measures, and up to how many documents there it takes less time than finer cells.
FINENESS = ((1, 300), (4, 3_000), (16, math.inf))
RING_FINENESS = 4
# Tantivy merges this many posting lists as it goes. For more, a bit set of all their documents is quicker.
FEW_CELLS = 512


@dataclass(frozen=True)
class Nearness:
    """The place of one search, and the reader to look it up in."""

    index: TantivyIndex
    searcher: tantivy.Searcher
    point: Point
    areas: tuple[str, ...]
    radius_km: float | None

    @classmethod
    def of(cls, query: SearchQuery, searcher: tantivy.Searcher, index: TantivyIndex) -> "Nearness | None":
        """The nearness a query asks for, if any."""
        if query.near is None:
            return None
        return cls(index, searcher, query.near, query.areas, query.radius_km)

    @property
    def schema(self) -> tantivy.Schema:
        return self.index.schema

    @cached_property
    def known(self) -> KnownPoints | None:
        """All points there are, if they are few."""
        return self.index.known_points(self.searcher)

    def covering(self) -> Query:
        """Matches what serves an area that contains the place."""
        return _any_of(self._coverage())

    def _coverage(self) -> list[Query]:
        return [Query.term_query(self.schema, schema.COVERAGE, code, "basic") for code in self.areas]

    @cached_property
    def clause(self) -> Clause:
        """What a document must have to be near."""
        # One list of alternatives: Tantivy goes through an either-or of either-ors more slowly.
        return Occur.Must, _any_of([*self._coverage(), *self._cells(self._within())])

    def bonus(self) -> Clause:
        """A little more relevance for what covers the place."""
        return Occur.Should, Query.const_score_query(self.covering(), COVERING_BONUS)

    def distances(self, records: Sequence[StoredDocument]) -> list[float | None]:
        """The distance in kilometres from the place to the nearest point of each document that has one."""
        points = [record.points for record in records]
        measured = self._distances([point for of_record in points for point in of_record])
        if all(len(of_record) == 1 for of_record in points):
            return list(measured)
        following = iter(measured)
        return [min(islice(following, len(of_record)), default=None) for of_record in points]

    def nearest_first(self, clauses: Sequence[Clause], offset: int, limit: int, total: int) -> list[DocAddress]:
        """One page of what matches and is near: by distance, then what has no point by title.

        clauses leave the nearness itself out; total is how many match and are near.
        """
        page = self._placed_page(clauses, offset, limit, total)
        if len(page) == limit:
            return page
        near = [*clauses, self.clause]
        placed = Query.term_query(self.schema, schema.CELL, EVERYWHERE, "basic")
        with_point = count_matches(self.searcher, Query.boolean_query([*near, (Occur.Must, placed)]))
        rest = self.searcher.search(
            Query.boolean_query([*near, (Occur.MustNot, placed)]),
            limit - len(page),
            count=False,
            order_by_field=schema.BY_TITLE,
            offset=max(offset - with_point, 0),
            order=Order.Asc,
        )
        return page + [address for _, address in rest.hits]

    def _placed_page(self, clauses: Sequence[Clause], offset: int, limit: int, total: int) -> list[DocAddress]:
        """Widen rings around the place until one holds the page, then order what lies nearest."""
        wanted = offset + limit
        reach = self.radius_km or HALF_EARTH_KM
        radius = max(FIRST_RING_KM, reach * math.sqrt(2 * wanted / max(total, 2 * wanted)) if self.radius_km else 0.0)
        while True:
            # Whatever has a point within reach is near; further away, only what covers the place.
            narrowed = clauses if radius <= reach else [*clauses, self.clause]
            page = self._nearest(narrowed, radius, offset, wanted)
            if len(page) >= wanted or radius >= HALF_EARTH_KM:
                return page[offset:]
            radius = min(radius * RING_GROWTH, HALF_EARTH_KM)

    def _nearest(self, clauses: Sequence[Clause], radius: float, offset: int, wanted: int) -> list[DocAddress]:
        """So many of what lies within a radius, nearest first and, from offset on, by title at equal distance."""
        circle = cover(self.point.latitude, self.point.longitude, radius, RING_FINENESS)
        if radius >= HALF_EARTH_KM:
            circle = Cover((EVERYWHERE,), ())
        counts = self._points_of([*clauses, (Occur.Must, self._in(circle))], circle)
        distances = zip(self._distances([place_of(code) for code in counts]), counts, strict=True)
        nearer: list[int] = []
        last: list[int] = []
        # A document with several points is counted at each, so the counts may promise more than there are.
        promised, furthest = 0, 0.0
        for distance, code in sorted(pair for pair in distances if pair[0] <= radius):
            if distance > furthest:
                if promised >= wanted:
                    promised = count_matches(self.searcher, self._at(clauses, [*nearer, *last]))
                    if promised >= wanted:
                        break
                nearer += last
                last, furthest = [], distance
            last.append(code)
            promised += counts[code]
        # A whole directory may be at one address, so not all documents at the last distance are read: fewer than those
        # wanted are nearer, and the rest of the page comes from the last ones by title.
        found = self.searcher.search(self._at(clauses, nearer), wanted, count=False)
        page = self._in_order([address for _, address in found.hits], offset)
        if len(page) < wanted and last:
            elsewhere = [*clauses, (Occur.MustNot, self._in(Cover((), tuple(nearer))))]
            page += self._by_title(self._at(elsewhere, last), wanted - len(page))
        return page

    def _in_order(self, addresses: list[DocAddress], offset: int) -> list[DocAddress]:
        """By distance; those that can be seen from offset on by title as well, which takes longer to look up."""
        page: list[DocAddress] = []
        for _, group in groupby(sorted(self._measured(addresses), key=itemgetter(0)), key=itemgetter(0)):
            members = [address for _, address in group]
            if len(members) > 1 and len(page) + len(members) > offset:
                members.sort(key=self._title)
            page += members
        return page

    def _title(self, address: DocAddress) -> str:
        record = stored_document_of(self.searcher.doc(address))
        return title_order(self.index.analysis.whole(record.title), record.kind, record.key)

    def _at(self, clauses: Sequence[Clause], codes: Sequence[int]) -> Query:
        return Query.boolean_query([*clauses, (Occur.Must, self._in(Cover((), tuple(codes))))])

    def _measured(self, addresses: list[DocAddress]) -> list[tuple[float, DocAddress]]:
        """The distance to the nearest point of each document, all of which have one."""
        numbers = [int(number or 0) for number in self.searcher.fast_field_values(schema.POINT_COUNT, addresses)]
        nearest = [HALF_EARTH_KM] * len(addresses)
        for column in range(schema.FAST_POINTS):
            holders = [place for place, number in enumerate(numbers) if number > column]
            if not holders:
                break
            codes = self.searcher.fast_field_values(
                schema.point_field(column), [addresses[place] for place in holders]
            )
            distances = self._distances([place_of(int(code)) for code in codes if code is not None])
            for place, distance in zip(holders, distances, strict=True):
                nearest[place] = min(nearest[place], distance)
        for place, number in enumerate(numbers):
            if number > schema.FAST_POINTS:
                nearest[place] = self.distances([stored_document_of(self.searcher.doc(addresses[place]))])[0] or 0.0
        return list(zip(nearest, addresses, strict=True))

    def _within(self) -> Cover:
        if self.radius_km is None:
            return Cover((EVERYWHERE,), ())
        return self._circle(self.radius_km)

    def _circle(self, radius_km: float) -> Cover:
        """The cells of a circle; along its edge the very points that are within reach instead of cells."""
        if radius_km >= HALF_EARTH_KM:
            return Cover((EVERYWHERE,), ())
        if self.known:
            return self.known.within(self.point.latitude, self.point.longitude, radius_km)
        for fineness, most in FINENESS:
            circle = cover(self.point.latitude, self.point.longitude, radius_km, fineness)
            if sum(self.searcher.doc_freq(schema.CELL, cell) for cell in circle.edge) <= most:
                break
        codes = self._points_in(circle.edge)
        distances = self._distances([place_of(code) for code in codes])
        near = [code for code, distance in zip(codes, distances, strict=True) if distance <= radius_km]
        return Cover(circle.inside, tuple(near))

    def _points_in(self, cells: Sequence[int]) -> list[int]:
        """All different points in some cells, and perhaps further points of the documents there."""
        if not cells:
            return []
        return list(self._points_of([(Occur.Must, self._in(Cover((), tuple(cells))))], Cover((), tuple(cells))))

    def _points_of(self, clauses: Sequence[Clause], circle: Cover) -> dict[int, int]:
        """The different points of what matches, each with its number of documents."""
        aggregation = {"points": {"terms": {"field": schema.POINT, "size": MAX_BUCKETS}}}
        found = self.searcher.aggregate(Query.boolean_query(list(clauses)), aggregation)["points"]
        if not found["sum_other_doc_count"]:
            return {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"]}
        # More points than one answer may hold: ask for each part of the circle.
        every: dict[int, int] = {}
        for part in finer(circle):
            counts = self._points_of([*clauses, (Occur.Must, self._in(part))], part)
            # A part knows all documents at its own points, and perhaps some at the points of another.
            every |= {code: max(count, every.get(code, 0)) for code, count in counts.items()}
        return every

    def _distances(self, places: Iterable[tuple[float, float]]) -> list[float]:
        return distances_km(self.point.latitude, self.point.longitude, places)

    def _cells(self, circle: Cover) -> list[Query]:
        """What matches one of some cells or points each, or all of them together."""
        cells = [*circle.inside, *circle.edge]
        if len(cells) > FEW_CELLS:
            return [Query.term_set_query(self.schema, schema.CELL, cells)]
        return [Query.term_query(self.schema, schema.CELL, cell, "basic") for cell in cells]

    def _in(self, circle: Cover) -> Query:
        return _any_of(self._cells(circle))

    def _by_title(self, query: Query, limit: int) -> list[DocAddress]:
        found = self.searcher.search(query, limit, count=False, order_by_field=schema.BY_TITLE, order=Order.Asc)
        return [address for _, address in found.hits]


def _any_of(queries: Sequence[Query]) -> Query:
    """Matches what one of some queries matches, without a score."""
    if not queries:
        return Query.empty_query()
    return Query.const_score_query(Query.boolean_query([(Occur.Should, query) for query in queries]), 0.0)
