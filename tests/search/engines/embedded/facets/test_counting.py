"""Facets counted beside the rest of a search, as in a large index."""

import os
import signal
import threading
from dataclasses import replace

import pytest

from search.document import Document
from search.engines.base import IndexBroken
from search.engines.embedded.facets import counting
from search.engines.embedded.storage import cached_counts
from search.query import Point, SearchQuery

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
def directory(publish, monkeypatch):
    monkeypatch.setattr(cached_counts, "MAX_COUNTS_KEPT", 0)
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


@pytest.fixture
def beside(monkeypatch):
    """As in a large index, on a machine with three processors."""
    monkeypatch.setattr(counting, "TAKES_LONG_FROM", 0)
    monkeypatch.setattr(counting, "FILTERED_TAKES_LONG_FROM", 0)
    monkeypatch.setattr(counting, "_processors", lambda: 3)
    counting._pool.cache_clear()
    yield
    counting._pool.cache_clear()


@pytest.fixture
def threads(monkeypatch) -> set[str]:
    """The names of the threads that counted."""
    names: set[str] = set()
    count = counting.count_values

    def noted(*arguments, **options):
        names.add(threading.current_thread().name)
        return count(*arguments, **options)

    monkeypatch.setattr(counting, "count_values", noted)
    return names


@pytest.mark.parametrize("query", SEARCHES, ids=lambda query: f"{query.text} {query.filters} {query.sort}")
def test_the_same_is_counted(engine, request, query):
    alone = engine.search(query)
    request.getfixturevalue("beside")

    assert [engine.search(query) for _ in range(5)] == [alone] * 5


def test_it_is_counted_by_other_threads(engine, beside, threads):
    for _ in range(20):
        engine.search(SEARCHES[6])

    assert any(name.startswith("counting") for name in threads)


def test_in_a_small_index_it_is_not(engine, threads):
    engine.search(SEARCHES[6])

    assert threads == {threading.current_thread().name}


def test_with_one_processor_it_is_not(engine, beside, threads, monkeypatch):
    monkeypatch.setattr(counting, "_processors", lambda: 1)
    engine.search(SEARCHES[6])

    assert threads == {threading.current_thread().name}


@pytest.mark.parametrize(("fault", "raised"), [(ValueError, IndexBroken), (IndexError, IndexError)])
def test_what_fails_there_fails_here(engine, beside, monkeypatch, fault, raised):
    def broken(*arguments, **options):
        raise fault("a file is damaged")

    monkeypatch.setattr(counting, "count_values", broken)

    with pytest.raises(raised, match="a file is damaged"):
        engine.search(SEARCHES[6])


def test_what_fails_in_another_thread_alone_fails_here(engine, beside, monkeypatch):
    count, begun = counting.count_values, threading.Event()

    def broken(*arguments, **options):
        if threading.current_thread() is threading.main_thread():
            assert begun.wait(timeout=10)
            return count(*arguments, **options)
        begun.set()
        raise ValueError("a file is damaged")

    monkeypatch.setattr(counting, "count_values", broken)

    with pytest.raises(IndexBroken, match="a file is damaged"):
        engine.search(SEARCHES[6])


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_that_forks_counts_in_both(engine, beside):
    expected = engine.search(SEARCHES[6])
    child = os.fork()
    if not child:
        # A child that waits for threads it does not have is ended by the alarm.
        signal.alarm(10)
        os._exit(0 if engine.search(SEARCHES[6]) == expected else 3)

    assert os.waitpid(child, 0)[1] == 0
    assert engine.search(SEARCHES[6]) == expected


def test_many_at_once(engine, beside):
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
