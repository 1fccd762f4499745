"""Which points are within reach of a place, as they come and go."""

from search.document import Document
from search.query import Point, SearchQuery

GOVAN = Point(55.8617, -4.3120)


def document(key: str, *places: tuple[float, float]) -> Document:
    return Document(kind="service", key=key, title="Recovery hub", url=f"/{key}/", points=places)


def found(engine, radius_km: float = 10.0) -> set[str]:
    return {hit.key for hit in engine.search(SearchQuery(near=GOVAN, radius_km=radius_km, limit=100)).hits}


def test_points_that_come_and_go_are_noticed(engine, publish):
    publish(document("first", (55.87, -4.3)))
    assert found(engine) == {"first"}

    publish(document("second", (55.85, -4.32)), document("third", (56.9, -4.3), (55.86, -4.31)))
    assert found(engine) == {"first", "second", "third"}

    publish(document("second", (57.0, -4.32)), removed=("service:first",))
    assert found(engine) == {"third"}
    assert found(engine, radius_km=200.0) == {"second", "third"}


def test_what_is_at_the_edge_is_measured(engine, publish):
    metre = 1 / 111_195
    publish(
        document("inside", (GOVAN.latitude + 9_999 * metre, GOVAN.longitude)),
        document("outside", (GOVAN.latitude + 10_001 * metre, GOVAN.longitude)),
        document("here", (GOVAN.latitude, GOVAN.longitude)),
        document("either", (GOVAN.latitude + 12_000 * metre, GOVAN.longitude), (GOVAN.latitude, GOVAN.longitude)),
    )

    assert found(engine) == {"inside", "here", "either"}
    assert found(engine, radius_km=0.05) == {"here", "either"}
