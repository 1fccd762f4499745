"""Near a place: coverage, reach and distance."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.engines.embedded.geo.circle import cover
from search.engines.embedded.geo.grid import cells_of, distance_km
from search.engines.embedded.storage import reader_points
from search.query import Point, SearchQuery
from tests.search.conftest import by_both_clients

pytestmark = by_both_clients

GOVAN = Point(55.8617, -4.3120)
GLASGOW = "S12000049"
SCOTLAND = "S92000003"


def document(key: str, title: str = "Recovery hub", **values) -> Document:
    return Document(kind="service", key=key, title=title, url=f"/{key}/", **values)


def north_of_govan(kilometres: float) -> tuple[float, float]:
    return GOVAN.latitude + kilometres / 111.195, GOVAN.longitude


NEAR = document("near", points=(north_of_govan(3.0),))
FAR = document("far", points=(north_of_govan(60.0),))
TWO_PLACES = document("two", points=(north_of_govan(300.0), north_of_govan(8.0)))
COVERS = document("covers", title="A helpline", coverage=(SCOTLAND,))
COVERS_FROM_AFAR = document("afar", coverage=(GLASGOW,), points=(north_of_govan(100.0),))
NOWHERE = document("nowhere")
ELSEWHERE = document("elsewhere", coverage=("W06000015",))


@pytest.fixture(autouse=True)
def directory(publish):
    publish(NEAR, FAR, TWO_PLACES, COVERS, COVERS_FROM_AFAR, NOWHERE, ELSEWHERE)


@pytest.fixture
def near_govan(engine):
    def search(**options):
        return engine.search(SearchQuery(**{"near": GOVAN, "areas": (GLASGOW, SCOTLAND), **options}))

    return search


def keys(result) -> list[str]:
    return [hit.key for hit in result.hits]


def test_what_covers_or_lies_within_reach_is_near(near_govan):
    assert set(keys(near_govan(radius_km=10.0))) == {"near", "two", "covers", "afar"}


def test_without_a_radius_every_place_is_near(near_govan):
    assert set(keys(near_govan())) == {"near", "two", "far", "covers", "afar"}


def test_by_distance_the_nearest_point_counts_and_no_point_comes_last(near_govan):
    result = near_govan(sort="distance")

    assert keys(result) == ["near", "two", "far", "afar", "covers"]
    assert [hit.distance_km for hit in result.hits] == [
        pytest.approx(3.0, abs=0.01),
        pytest.approx(8.0, abs=0.01),
        pytest.approx(60.0, abs=0.1),
        pytest.approx(100.0, abs=0.1),
        None,
    ]
    assert [hit.covers for hit in result.hits] == [False, False, False, True, True]


def test_pages_by_distance_follow_each_other(near_govan):
    pages = [keys(near_govan(sort="distance", offset=offset, limit=2)) for offset in (0, 2, 4, 6)]

    assert pages == [["near", "two"], ["far", "afar"], ["covers"], []]


def test_equal_distances_are_settled_by_title(near_govan, publish):
    here = (GOVAN.latitude, GOVAN.longitude)
    publish(document("1", title="Zebra", points=(here,)), document("2", title="Apple", points=(here,)))

    assert keys(near_govan(sort="distance", limit=2)) == ["2", "1"]


def test_what_covers_the_place_is_more_relevant(near_govan, publish):
    publish(document("local", title="Recovery hub", coverage=(GLASGOW,), points=(north_of_govan(30.0),)))

    assert keys(near_govan(text="recovery hub"))[0] in ("local", "afar")
    assert keys(near_govan())[:3] == ["covers", "afar", "local"]


def test_facets_count_only_what_is_near(engine, publish):
    publish(
        document("in", facets={"need": ("housing",)}, points=(north_of_govan(1.0),)),
        document("out", facets={"need": ("housing",)}, points=(north_of_govan(50.0),)),
    )

    result = engine.search(SearchQuery(near=GOVAN, radius_km=5.0, facets=("need",)))

    assert result.facets == {"need": {"housing": 1}}


def test_more_points_than_columns(near_govan, publish):
    publish(document("many", points=tuple(north_of_govan(distance) for distance in (900, 800, 700, 600, 500, 2))))

    hit = near_govan(sort="distance").hits[0]

    assert (hit.key, hit.distance_km) == ("many", pytest.approx(2.0, abs=0.01))


degrees = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
radii = st.floats(0.05, 19_000)


@settings(max_examples=400)
@given(
    centre=degrees,
    radius=radii,
    bearing=st.floats(0, 2 * math.pi),
    part=st.floats(0, 2),
    fineness=st.sampled_from((1, 4, 16)),
)
def test_a_cover_neither_misses_nor_adds(centre, radius, bearing, part, fineness):
    north = part * radius / 111.2 * math.cos(bearing)
    east = part * radius / 111.2 * math.sin(bearing) / max(math.cos(math.radians(centre[0])), 0.01)
    place = (min(max(centre[0] + north, -90.0), 90.0), (centre[1] + east + 180.0) % 360.0 - 180.0)
    distance = distance_km(*centre, *place)
    circle, cells = cover(*centre, radius, fineness), set(cells_of(*place))

    if cells & set(circle.inside):
        assert distance <= radius + 1e-6
    if distance < radius - 1e-6:
        assert cells & {*circle.inside, *circle.edge}


@pytest.mark.parametrize("most", [0, reader_points.MAX_KNOWN_POINTS])
@settings(max_examples=20)
@given(
    places=st.lists(st.tuples(st.floats(54.5, 57.5), st.floats(-6.0, -2.0)), min_size=1, max_size=40),
    radius=st.floats(0.5, 150),
)
def test_a_radius_keeps_exactly_what_measuring_by_hand_keeps(engine, publish, monkeypatch, most, places, radius):
    monkeypatch.setattr(reader_points, "MAX_KNOWN_POINTS", most)
    everything = engine.live()
    removed = tuple(identity for identity, _ in everything.fingerprints())
    publish(*(document(str(number), points=(place,)) for number, place in enumerate(places)), removed=removed)
    distances = {
        str(number): distance_km(GOVAN.latitude, GOVAN.longitude, *place) for number, place in enumerate(places)
    }
    expected = sorted(distance for distance in distances.values() if distance <= radius)

    result = engine.search(SearchQuery(near=GOVAN, radius_km=radius, sort="distance", limit=100))

    assert result.total == len(expected)
    assert [hit.distance_km for hit in result.hits] == pytest.approx(expected)
