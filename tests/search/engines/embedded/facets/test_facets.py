"""Counts beside a result list."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.engines.embedded.facets import counts as facet_counts
from search.engines.embedded.matching import filters as engine_filters
from search.query import SearchQuery
from tests.search.conftest import by_both_clients, on_servers_in_full, only_embedded

pytestmark = by_both_clients

NEEDS = ("housing", "money", "work")
SETTINGS = ("prison", "court")


def document(key: str, **facets) -> Document:
    return Document(kind="service", key=key, title=f"Mentoring {key}", url=f"/{key}/", facets=facets)


DOCUMENTS = [
    document("a", need=("housing", "money"), setting=("prison",)),
    document("b", need=("housing",), setting=("court",)),
    document("c", need=("work",), setting=("prison", "court")),
    document("d", need=("money",)),
    document("e"),
]


@pytest.fixture(autouse=True)
def directory(publish):
    publish(*DOCUMENTS, Document(kind="guide", key="g", title="Mentoring guide", url="/g/"))


def test_counts_without_a_selection(engine):
    result = engine.search(SearchQuery(text="mentoring", facets=("need", "setting", "kind")))

    assert result.facets == {
        "need": {"housing": 2, "money": 2, "work": 1},
        "setting": {"prison": 2, "court": 2},
        "kind": {"service": 5, "guide": 1},
    }


def test_a_facet_ignores_its_own_selection_only(engine):
    result = engine.search(SearchQuery(filters={"need": ("housing",)}, facets=("need", "setting")))

    assert {hit.key for hit in result.hits} == {"a", "b"}
    assert result.facets == {
        "need": {"housing": 2, "money": 2, "work": 1},
        "setting": {"prison": 1, "court": 1},
    }


def test_kinds_are_a_facet_like_others(engine):
    result = engine.search(SearchQuery(kinds=("guide",), facets=("kind", "need")))

    assert result.facets == {"kind": {"service": 5, "guide": 1}, "need": {}}


def test_any_value_within_a_facet_and_all_facets_together(engine):
    query = SearchQuery(filters={"need": ("housing", "work"), "setting": ("court",)})

    assert {hit.key for hit in engine.search(query).hits} == {"b", "c"}


def test_a_value_or_facet_that_does_not_exist_finds_nothing(engine):
    for filters in ({"need": ("gone",)}, {"gone": ("housing",)}, {"No Such!": ("x",)}):
        result = engine.search(SearchQuery(filters=filters, facets=(*filters, "setting")))
        assert (result.total, result.facets["setting"]) == (0, {})


def test_hundreds_of_values_are_all_counted(engine, publish):
    codes = [f"S{number:08d}" for number in range(700)]
    publish(*(document(f"wide{code}", area=(code, "everywhere")) for code in codes))

    counts = engine.search(SearchQuery(text="mentoring", facets=("area",))).facets["area"]

    assert counts == {"everywhere": 700, **dict.fromkeys(codes, 1)}


@settings(max_examples=60)
@given(needs=st.sets(st.sampled_from(NEEDS)), places=st.sets(st.sampled_from(SETTINGS)))
def test_counts_are_what_counting_by_hand_gives(engine, needs, places):
    chosen = {"need": tuple(needs), "setting": tuple(places)}

    def passes(one: Document, facet: str) -> bool:
        return not chosen[facet] or bool(set(chosen[facet]) & set(one.facets.get(facet, ())))

    result = engine.search(SearchQuery(kinds=("service",), filters=chosen, facets=("need", "setting")))

    by_hand = {
        counted: Counter(slug for one in DOCUMENTS if passes(one, other) for slug in one.facets.get(counted, ()))
        for counted, other in (("need", "setting"), ("setting", "need"))
    }
    assert result.facets == by_hand
    assert result.total == sum(passes(one, "need") and passes(one, "setting") for one in DOCUMENTS)


def test_counts_over_everything_follow_every_change(engine, publish):
    query = SearchQuery(kinds=("service",), facets=("need",))

    assert engine.search(query).facets["need"] == {"housing": 2, "money": 2, "work": 1}
    engine.search(query).facets["need"]["housing"] = 99
    assert engine.search(query).facets["need"]["housing"] == 2

    publish(document("f", need=("work",)), removed=("service:a",))
    assert engine.search(query).facets["need"] == {"housing": 1, "money": 1, "work": 2}
    assert engine.search(SearchQuery(facets=("need",))).facets["need"]["housing"] == 1


@on_servers_in_full
@settings(max_examples=60)
@given(
    text=st.sampled_from(
        ("mentoring", "mentring", "mentoring a", '"mentoring b"', "mentor housing", "nothing", "b mentoring x")
    ),
    filters=st.dictionaries(
        st.sampled_from(("need", "setting", "none")), st.sets(st.sampled_from((*NEEDS, *SETTINGS)))
    ),
)
def test_words_looked_for_among_few_documents_find_the_same(engine, text, filters):
    query = SearchQuery(text=text, filters=filters, facets=("need", "setting", "kind"))
    among_all = engine.search(query)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine_filters, "MANY_DOCUMENTS", 0)
        patched.setattr(engine_filters, "FEW_OF_ALL", 1.0)
        engine.search(query)
        among_few = engine.search(query)

    assert among_few == among_all


@only_embedded
def test_more_sets_of_values_than_are_worth_counting_are_counted_by_value(engine, publish, monkeypatch):
    monkeypatch.setattr(facet_counts, "MAX_SETS", 3)
    publish(document("f", need=("housing", "work")), document("g", need=("money", "work")))
    asked = SearchQuery(kinds=("service",), facets=("need", "setting"))
    counts = {"need": {"housing": 3, "money": 3, "work": 3}, "setting": {"prison": 2, "court": 2}}

    assert "need" in engine.live().counted_in_sets
    assert engine.search(asked).facets == counts
    assert "need" not in engine.live().counted_in_sets
    publish(document("h"))
    assert engine.search(asked).facets == counts, "and again, when it is known"


def test_a_value_given_twice_counts_once(engine, publish):
    publish(document("a", need=("housing", "housing")))

    assert engine.search(SearchQuery(text="mentoring", facets=("need",))).facets["need"]["housing"] == 2


def test_a_document_with_very_many_values_is_counted(engine, publish):
    many = tuple(f"value-{number:05}" for number in range(20_000))
    publish(document("many", need=many))
    counts = engine.search(SearchQuery(text="many", facets=("need",))).facets["need"]

    assert counts == dict.fromkeys(many, 1)


@pytest.mark.parametrize("kinds", [("service",), ()])
def test_outside_keeps_what_fails_one_of_several_filters(engine, kinds):
    both = {"need": ("housing", "money"), "setting": ("prison",)}
    result = engine.search(SearchQuery(kinds=kinds, outside=both, facets=("setting",)))

    assert {hit.key for hit in result.hits} == {"b", "c", "d", "e", *(() if kinds else ("g",))}
    assert result.facets == {"setting": {"prison": 1, "court": 2}}
    assert {hit.key for hit in engine.search(SearchQuery(kinds=kinds, filters=both)).hits} == {"a"}


def test_outside_goes_with_filters_and_loosens_no_text(engine):
    found = engine.search(SearchQuery(text="mentoring", filters={"setting": ("court",)}, outside={"need": ("work",)}))

    assert {hit.key for hit in found.hits} == {"b"}
