"""What is preferred or expected of a result moves it and never leaves it out."""

import pytest

from search.document import Document
from search.query import SearchQuery
from tests.search.conftest import by_both_clients

pytestmark = by_both_clients

SERVICES = (
    ("anybody", "Flats for anybody", ("any",)),
    ("men", "Flats for men", ("man", "other")),
    ("women", "Flats for women", ("woman", "other")),
)


@pytest.fixture
def found(engine, publish):
    publish(
        *(
            Document(kind="service", key=key, title=title, url=f"/services/{key}/", facets={"takes_gender": values})
            for key, title, values in SERVICES
        ),
        Document(kind="guide", key="guide", title="Flats from the start", url="/guide/"),
    )
    return lambda **options: [hit.key for hit in engine.search(SearchQuery(**{"text": "flats", **options})).hits]


def test_a_preferred_value_comes_first_and_all_are_found(found):
    for gender, key in (("woman", "women"), ("man", "men")):
        order = found(preferred={"takes_gender": (gender,)})
        assert order[0] == key
        assert sorted(order) == ["anybody", "guide", "men", "women"]


def test_a_kind_can_be_preferred(found):
    assert found(preferred={"kind": ("guide",)})[0] == "guide"
    assert found(preferred={"kind": ("service",)})[-1] == "guide"


def test_what_lacks_the_expected_comes_last(found):
    assert found(kinds=("service",), expected={"takes_gender": ("any", "woman")})[-1] == "men"
    assert found(kinds=("service",), expected={"takes_gender": ("any", "man")})[-1] == "women"


def test_both_together(found):
    order = found(
        kinds=("service",), preferred={"takes_gender": ("woman",)}, expected={"takes_gender": ("any", "woman")}
    )
    assert order == ["women", "anybody", "men"]


@pytest.mark.parametrize("facets", [{"takes_gender": ()}, {"no such facet": ("x",)}, {"takes_gender": ("nobody",)}])
def test_what_nothing_has_moves_nothing(found, facets):
    assert found(preferred=facets) == found(expected=facets) == found()


def test_without_words_there_is_nothing_to_weigh(found):
    assert len(found(text="", preferred={"takes_gender": ("woman",)})) == 4


def test_the_counts_are_those_of_all(engine, found):
    query = SearchQuery(text="flats", facets=("takes_gender",), expected={"takes_gender": ("woman",)})
    result = engine.search(query)
    assert result.total == 4
    assert result.facets["takes_gender"] == {"any": 1, "man": 1, "woman": 1, "other": 2}
