"""Counts that are kept for whoever goes on with a search."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from search.document import Document
from search.engines.embedded.facets import counting
from search.engines.embedded.storage import cached_counts
from search.query import Point, SearchQuery, SearchResult
from search.text.phrases import Thesaurus
from search.text.synonyms import read_rule

GOVAN = Point(55.8623, -4.3147)
ASKED = SearchQuery(text="mentoring", facets=("need", "setting"))


def document(key: str, **values) -> Document:
    return Document(
        kind="service",
        key=key,
        title=f"Mentoring {key}",
        url=f"/{key}/",
        points=((GOVAN.latitude, GOVAN.longitude),),
        facets=values,
    )


@pytest.fixture(autouse=True)
def directory(publish, monkeypatch):
    monkeypatch.setattr(cached_counts, "WORTH_KEEPING_FROM", 0)
    publish(
        document("a", need=("housing", "money"), setting=("prison",)),
        document("b", need=("housing",), setting=("court",)),
        document("c", need=("work",), setting=("prison", "court")),
    )


@pytest.fixture
def counted(engine, monkeypatch) -> Callable[[SearchQuery], list[str]]:
    """Ask, and say which facets were counted for it, in the order of the passes."""
    passes: list[str] = []
    count = counting.count_values

    def noted(searcher, query, facets, *, in_sets):
        passes.extend(facets)
        return count(searcher, query, facets, in_sets=in_sets)

    def ask(query: SearchQuery) -> list[str]:
        passes.clear()
        engine.search(query)
        return list(passes)

    monkeypatch.setattr(counting, "count_values", noted)
    return ask


def test_another_page_and_another_order_count_nothing(counted):
    assert counted(ASKED) == ["need", "setting"]
    assert counted(ASKED) == []
    assert counted(replace(ASKED, offset=1, limit=1)) == []
    assert counted(replace(ASKED, sort="checked")) == []


def test_a_filter_counts_only_what_it_changes(counted):
    counted(ASKED)
    with_need = replace(ASKED, filters={"need": ("housing",)})
    with_both = replace(ASKED, filters={"need": ("housing",), "setting": ("court",)})

    assert counted(with_need) == ["setting"], "needs without their own filter are known"
    assert counted(with_both) == ["need"], "so are settings of those who need housing"
    assert counted(with_need) == []
    assert counted(replace(with_both, filters=dict(reversed(with_both.filters.items())))) == []


@pytest.mark.parametrize(
    "other",
    [
        {"text": "mentoring a"},
        {"near": GOVAN},
        {"near": GOVAN, "radius_km": 5.0},
        {"near": GOVAN, "areas": ("S12000049",)},
        {"near": Point(-1.0, 3.0)},
        {"near": Point(-2.0, 3.0)},
        {"kinds": ("guide",)},
        {"filters": {"other": ("housing",)}},
        {"text": ""},
    ],
)
def test_whatever_else_is_asked_is_counted_anew(counted, other):
    counted(ASKED)
    counted(replace(ASKED, near=Point(-1.0, 3.0), radius_km=1.0))
    counted(replace(ASKED, near=Point(1.0, 3.0)))

    assert counted(replace(ASKED, **other)) == ["need", "setting"]


def test_synonyms_that_change_are_noticed(engine):
    asked = replace(ASKED, text="befriending")
    assert engine.search(asked).facets["need"] == {}
    assert engine.search(asked, Thesaurus((read_rule("befriending => mentoring"),))).facets["need"]["housing"] == 2
    assert engine.search(asked).facets["need"] == {}


def test_a_change_is_counted_at_once(engine, publish):
    assert engine.search(ASKED).facets["need"]["work"] == 1

    publish(document("d", need=("work",)), removed=("service:a",))

    assert engine.search(ASKED).facets["need"] == {"housing": 1, "work": 2}


def test_who_changes_an_answer_changes_only_that(engine):
    engine.search(ASKED).facets["need"]["housing"] = 99

    assert engine.search(ASKED).facets["need"]["housing"] == 2


def test_counts_and_hits_are_of_one_commit_while_others_write(engine, publish):
    query = SearchQuery(text="mentoring", facets=("edition",))
    done = threading.Event()

    def read() -> list[SearchResult]:
        results = []
        while not done.is_set():
            results.append(engine.search(query))
        return results

    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for edition in range(20):
            publish(*(replace(document(key, edition=(f"{edition}",)), summary=f"{edition}") for key in "abcdefgh"))
        done.set()
        results = [result for reader in readers for result in reader.result()]

    found = [({hit.summary for hit in result.hits}, result.facets["edition"]) for result in results]
    assert len({tuple(counts) for _, counts in found}) > 2, "something was read in between"
    assert all(summaries == set(counts) for summaries, counts in found if counts)


def test_only_so_many_are_kept_and_the_oldest_go(engine, counted):
    counted(ASKED)
    for number in range(cached_counts.MAX_COUNTS_KEPT + 5):
        counted(replace(ASKED, text=f"mentoring {number}"))
        counted(ASKED)
    index = engine.live()

    assert len(index.cached_counts(index.searcher())._kept) == cached_counts.MAX_COUNTS_KEPT
    assert counted(ASKED) == [], "it was asked for again and again"
    assert counted(replace(ASKED, text="mentoring 0")) == ["need", "setting"]


def test_nothing_of_what_was_asked_is_kept(engine):
    engine.search(
        replace(
            ASKED,
            text="canary mentoring",
            near=Point(55.123456, -4.654321),
            areas=("CANARY",),
            kinds=("service",),
            filters={"setting": ("prison", "canary-chosen")},
        )
    )
    index = engine.live()
    kept = repr(vars(index.cached_counts(index.searcher())))

    assert "housing" in kept
    for told in ("canary", "CANARY", "mentoring", "service", "chosen", "55.123", "4.654"):
        assert told not in kept


def test_in_a_small_index_nothing_is_kept(engine, counted, monkeypatch):
    monkeypatch.setattr(cached_counts, "WORTH_KEEPING_FROM", 1_000)
    index = engine.live()

    assert counted(ASKED) == counted(ASKED) == ["need", "setting"]
    assert not index.cached_counts(index.searcher())._kept
