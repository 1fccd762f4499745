"""A search as what is sent to the server."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tantivy import Occur

from search.engines.distributed import fields
from search.engines.distributed.queries import NOTHING, JsonQueries, Query
from search.engines.embedded.matching.filters import KIND_FACET, facet_groups, field_of
from search.engines.embedded.matching.nearness import COVERING_BONUS
from search.engines.embedded.matching.preferences import weighed
from search.engines.embedded.matching.strategies import ENOUGH_MATCHES, MatchStrategy
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.schema import MAX_BUCKETS
from search.query import HALF_EARTH_KM, Point, SearchQuery

Body = dict[str, Any]
# No facet can have this name.
OUTSIDE = "-"


@dataclass(frozen=True, slots=True)
class SearchBodies:
    """Writes the bodies for one query."""

    query: SearchQuery
    timeout: str
    queries: JsonQueries = field(default_factory=JsonQueries)

    def page(self, strategy: MatchStrategy | None) -> Body:
        """One page, how many match in all, and the facets, by one strategy; without a text, of everything."""
        wanted, order = self._ordered(strategy)
        chosen = self._chosen()
        counted = facet_groups(self.query)
        # What is selected in a facet that is counted may not narrow what is counted. All else may.
        later = {facet: query for facet, query in chosen.items() if facet in counted}
        narrowing = [query for facet, query in chosen.items() if facet not in later]
        body: Body = {
            "query": _filtered(wanted, [*narrowing, *self._place()]),
            "from": self.query.offset,
            "size": self.query.limit,
            "sort": order,
            "track_total_hits": True,
            "_source": [schema.RECORD, *([schema.LONG_TEXT] if self.query.snippets else [])],
            "timeout": self.timeout,
        }
        if later:
            body["post_filter"] = _all(list(later.values()))
        if counted:
            body["aggs"] = {
                group_name(number): {
                    "filter": _all([query for facet, query in later.items() if facet != selected]),
                    "aggs": {facet: _counts(facet) for facet in facets if field_of(facet)},
                }
                for number, (selected, facets) in enumerate(counted.items())
            }
        return body

    def number_without_filters(self, strategy: MatchStrategy) -> Body:
        """How many a strategy matches when no filter narrows them, as far as it matters."""
        wanted = [strategy.matching, *self._kinds()]
        return {
            "query": _all(wanted),
            "size": 0,
            "track_total_hits": ENOUGH_MATCHES,
            "timeout": self.timeout,
        }

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the text and the kinds narrows it."""
        return bool(self.query.filters or self.query.outside or self.query.near)

    def _ordered(self, strategy: MatchStrategy | None) -> tuple[Query, list[Any]]:
        query = self.query
        matching = _all([strategy.matching]) if strategy else _all([fields.IS_DOCUMENT])
        if query.sort == "checked":
            return matching, [{schema.BY_CHECKED: "asc"}]
        if query.sort == "distance" and query.near:
            return matching, [_by_distance(query.near), {schema.BY_TITLE: "asc"}]
        if strategy is not None:
            return self._scored(strategy), ["_score", {schema.BY_RANK: "asc"}]
        if query.near and query.areas:
            covering = self.queries.constant(self._covering(), 1.0)
            first = self.queries.boolean(
                [(Occur.Must, self.queries.constant(matching, 0.0)), (Occur.Should, covering)]
            )
            return first, ["_score", {schema.BY_RANK: "asc"}]
        return matching, [{schema.BY_RANK: "asc"}]

    def _scored(self, strategy: MatchStrategy) -> Query:
        """The score of the text, times the rank."""
        clauses = [(Occur.Must, weighed(strategy.query, self.query, self.queries))]
        if self.query.near:
            clauses.append((Occur.Should, self.queries.constant(self._covering(), COVERING_BONUS)))
        rank = {"field": fields.RANK, "missing": 1.0}
        text = self.queries.boolean(clauses)
        return {"function_score": {"query": text, "field_value_factor": rank, "boost_mode": "multiply"}}

    def _chosen(self) -> dict[str, Query]:
        """What each filter lets pass, by its facet."""
        chosen = {facet: self._any_of(facet, values) for facet, values in self.query.filters.items() if values}
        if self.query.kinds:
            # A filter of the same name, should there be one, holds as well.
            chosen[KIND_FACET] = _all([*self._kinds(), *([chosen[KIND_FACET]] if KIND_FACET in chosen else [])])
        if self.query.outside:
            passing = [self._any_of(facet, values) for facet, values in self.query.outside.items() if values]
            chosen[OUTSIDE] = {"bool": {"must_not": [_all(passing)]}}
        return chosen

    def _kinds(self) -> list[Query]:
        return [self._any_of(KIND_FACET, self.query.kinds)] if self.query.kinds else []

    def _any_of(self, facet: str, values: Sequence[str]) -> Query:
        name = field_of(facet)
        return self.queries.any_term(name, values) if name else NOTHING

    def _covering(self) -> Query:
        return self.queries.any_term(schema.COVERAGE, self.query.areas)

    def _place(self) -> list[Query]:
        """What covers the place or lies within reach of it."""
        near, radius = self.query.near, self.query.radius_km
        if near is None:
            return []
        within: Query = {"exists": {"field": fields.POINTS}}
        if radius is not None and radius < HALF_EARTH_KM:
            within = {"geo_distance": {"distance": f"{radius!r}km", fields.POINTS: _position(near)}}
        return [{"bool": {"should": [self._covering(), within], "minimum_should_match": 1}}]


def group_name(number: int) -> str:
    """What the facets are called that are counted together, in the order of `facet_groups`.

    Not after the facet whose selection they leave out: that may be anything somebody typed into an address.
    """
    return f"group-{number}"


def _counts(facet: str) -> Body:
    return {"terms": {"field": field_of(facet), "size": MAX_BUCKETS}}


def _by_distance(point: Point) -> Body:
    return {
        "_geo_distance": {
            fields.POINTS: _position(point),
            "order": "asc",
            "unit": "km",
            "mode": "min",
            "distance_type": "arc",
            "ignore_unmapped": False,
        }
    }


def _position(point: Point) -> dict[str, float]:
    return {"lat": point.latitude, "lon": point.longitude}


def _filtered(wanted: Query, narrowing: list[Query]) -> Query:
    return {"bool": {"must": [wanted], "filter": narrowing}} if narrowing else wanted


def _all(queries: list[Query]) -> Query:
    """Matches what all of them match, without a score."""
    return {"bool": {"filter": queries}} if queries else {"match_all": {}}
