"""Facets of many searches at once, of changes and of words that editors add."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from search.document import Document
from search.engines.base import IndexBroken
from search.engines.embedded.facets import counting
from search.query import Point, SearchQuery, SearchResult
from search.text.phrases import Thesaurus
from search.text.synonyms import read_rule
from tests.search.conftest import on_servers_in_full, only_embedded

GOVAN = Point(55.8617, -4.3120)
FACETS = ("need", "setting", "kind")
SEARCHES = [
    SearchQuery(facets=FACETS),
    SearchQuery(text="mentoring", facets=FACETS),
    SearchQuery(text="mentorign", facets=FACETS),
    SearchQuery(text="mentoring zzyzx", facets=FACETS),
    SearchQuery(text="nothing has this", facets=FACETS),
    SearchQuery(text="mentoring", facets=FACETS, filters={"need": ("housing",)}),
    SearchQuery(text="mentoring", facets=FACETS, filters={"need": ("housing", "work"), "setting": ("court",)}),
    SearchQuery(text="mentorign", facets=FACETS, kinds=("service",), filters={"setting": ("court",)}),
    SearchQuery(text="mentoring", facets=FACETS, near=GOVAN, radius_km=20.0, filters={"need": ("housing",)}),
    SearchQuery(facets=FACETS, near=GOVAN, areas=("S12000049",), sort="distance"),
    SearchQuery(facets=("no such facet", "not-recorded"), sort="checked"),
]


@pytest.fixture(autouse=True)
def directory(publish):
    needs, settings = ("housing", "work", "money"), ("prison", "court")
    publish(
        *(
            Document(
                kind="service" if number % 4 else "guide",
                key=str(number),
                title=f"Mentoring {number}",
                url=f"/{number}/",
                facets={"need": needs[: number % 3 + 1], "setting": (settings[number % 2],)},
                points=((55.8617 + number / 50, -4.3120),),
            )
            for number in range(30)
        )
    )


@only_embedded
@pytest.mark.parametrize(("fault", "raised"), [(ValueError, IndexBroken), (IndexError, IndexError)])
def test_a_count_that_fails_fails_the_search(engine, monkeypatch, fault, raised):
    def broken(*arguments, **options):
        raise fault("a file is damaged")

    monkeypatch.setattr(counting, "count_values", broken)

    with pytest.raises(raised, match="a file is damaged"):
        engine.search(SEARCHES[6])


@on_servers_in_full
def test_many_at_once(engine):
    expected = [engine.search(query) for query in SEARCHES]
    wrong: list[SearchQuery] = []

    def ask() -> None:
        for _ in range(10):
            for query, result in zip(SEARCHES, expected, strict=True):
                if engine.search(replace(query)) != result:
                    wrong.append(query)

    asking = [threading.Thread(target=ask) for _ in range(6)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join(timeout=60)

    assert not any(thread.is_alive() for thread in asking)
    assert wrong == []


def test_synonyms_that_change_are_noticed(engine):
    asked = SearchQuery(text="befriending", facets=("need",))
    assert engine.search(asked).facets["need"] == {}
    assert engine.search(asked, Thesaurus((read_rule("befriending => mentoring"),))).facets["need"]["housing"] == 30
    assert engine.search(asked).facets["need"] == {}


@on_servers_in_full
def test_counts_and_hits_are_of_one_commit_while_others_write(engine, publish):
    query = SearchQuery(text="edited", facets=("edition",))
    done = threading.Event()

    def read() -> list[SearchResult]:
        results = []
        while not done.is_set():
            results.append(engine.search(query))
        return results

    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read) for _ in range(4)]
        for number in range(20):
            publish(*(edited(key, edition=f"{number}") for key in "abcdefgh"))
        done.set()
        results = [result for reader in readers for result in reader.result()]

    found = [({hit.summary for hit in result.hits}, result.facets["edition"]) for result in results]
    assert len({tuple(counts) for _, counts in found}) > 2, "something was read in between"
    assert all(summaries == set(counts) for summaries, counts in found if counts)


def edited(key: str, *, edition: str) -> Document:
    return Document(
        kind="service",
        key=key,
        title=f"Edited {key}",
        url=f"/{key}/",
        summary=edition,
        facets={"edition": (edition,)},
    )
