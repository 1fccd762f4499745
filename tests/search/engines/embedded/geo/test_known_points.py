"""Places to be near of, while an index has few different points."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.engines.embedded.geo.grid import EVERYWHERE, cells_of, distance_km
from search.engines.embedded.geo.known_points import KnownPoints
from search.engines.embedded.geo.points import code_of, place_of
from search.engines.embedded.storage import reader_points
from search.query import Point, SearchQuery
from tests.search.conftest import only_embedded

GOVAN = Point(55.8617, -4.3120)
anywhere = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
close_together = st.tuples(st.floats(55.5, 56.5), st.floats(-5.0, -4.0))


def document(key: str, *places: tuple[float, float]) -> Document:
    return Document(kind="service", key=key, title="Recovery hub", url=f"/{key}/", points=places)


def found(engine, radius_km: float = 10.0) -> set[str]:
    return {hit.key for hit in engine.search(SearchQuery(near=GOVAN, radius_km=radius_km, limit=100)).hits}


@settings(max_examples=300)
@given(
    places=st.one_of(st.lists(anywhere, max_size=60), st.lists(close_together, max_size=60)),
    centre=st.one_of(anywhere, close_together),
    radius=st.one_of(st.floats(0.05, 60), st.floats(60, 19_000)),
)
def test_what_stands_for_a_circle_holds_its_points_and_no_others(places, centre, radius):
    numbers = frozenset(code_of(*place) for place in places)
    cover = KnownPoints(numbers).within(*centre, radius)
    named = {*cover.inside, *cover.edge}

    for number in numbers:
        distance = distance_km(*centre, *place_of(number))
        # Right on the circle, rounding decides.
        if abs(distance - radius) < 1e-5:
            continue
        assert bool(named & {number, EVERYWHERE, *cells_of(*place_of(number))}) == (distance < radius)


def test_a_few_cells_stand_for_many_points():
    numbers = frozenset(code_of(55.0 + row / 100, -4.0 + column / 100) for row in range(40) for column in range(40))

    cover = KnownPoints(numbers).within(55.2, -3.8, 15.0)

    near = sum(distance_km(55.2, -3.8, *place_of(number)) <= 15.0 for number in numbers)
    assert near > 900
    assert len(cover.inside) + len(cover.edge) < near / 3


def test_points_that_come_and_go_are_noticed(engine, publish):
    publish(document("first", (55.87, -4.3)))
    assert found(engine) == {"first"}

    publish(document("second", (55.85, -4.32)), document("third", (56.9, -4.3), (55.86, -4.31)))
    assert found(engine) == {"first", "second", "third"}

    publish(document("second", (57.0, -4.32)), removed=("service:first",))
    assert found(engine) == {"third"}
    assert found(engine, radius_km=200.0) == {"second", "third"}


@only_embedded
def test_a_change_that_moves_no_point_keeps_what_is_known(engine, publish):
    publish(document("first", (55.87, -4.3)))
    found(engine)
    index = engine.live()
    known = index.known_points(index.searcher())

    publish(document("second", (55.87, -4.3)))

    assert found(engine) == {"first", "second"}
    assert index.known_points(index.searcher()) is known


@only_embedded
def test_too_many_points_are_not_kept(engine, publish, monkeypatch):
    monkeypatch.setattr(reader_points, "MAX_KNOWN_POINTS", 3)
    publish(*(document(str(number), (55.86 + number / 1_000, -4.31)) for number in range(3)))
    index = engine.live()
    assert found(engine) == {"0", "1", "2"}
    assert index.known_points(index.searcher()) is not None

    publish(document("3", (55.9, -4.3)), document("4", (57.9, -4.3)))

    assert found(engine) == {"0", "1", "2", "3"}
    assert index.known_points(index.searcher()) is None


@only_embedded
def test_nothing_is_kept_of_where_somebody_is(engine, publish):
    publish(document("first", (55.87, -4.3)))
    engine.search(SearchQuery(near=Point(55.8765432, -4.3456789), radius_km=7.654321))

    index = engine.live()
    kept = repr([vars(index._points), vars(index.known_points(index.searcher()))])

    assert repr(place_of(code_of(55.87, -4.3))[0]) in kept
    for told in (
        "55.8765",
        "4.3456",
        "7.654",
        repr(math.radians(55.8765432))[:8],
        str(code_of(55.8765432, -4.3456789)),
    ):
        assert told not in kept


@pytest.mark.parametrize("most", [0, 5_000])
def test_both_ways_agree_at_the_edge(engine, publish, monkeypatch, most):
    monkeypatch.setattr(reader_points, "MAX_KNOWN_POINTS", most)
    metre = 1 / 111_195
    publish(
        document("inside", (GOVAN.latitude + 9_999 * metre, GOVAN.longitude)),
        document("outside", (GOVAN.latitude + 10_001 * metre, GOVAN.longitude)),
        document("here", (GOVAN.latitude, GOVAN.longitude)),
        document("either", (GOVAN.latitude + 12_000 * metre, GOVAN.longitude), (GOVAN.latitude, GOVAN.longitude)),
    )

    assert found(engine) == {"inside", "here", "either"}
    assert found(engine, radius_km=0.05) == {"here", "either"}
