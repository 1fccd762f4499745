"""Publishing, following, rebuilding and verifying with a real server, through what the site and its operator call."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from taggit.models import Tag

from search.api import find
from search.autocomplete import autocomplete
from search.changelog.position import Position
from search.document import Document
from search.engines import current_engine, local_engine, server_engine
from search.engines.base import IndexBusy, Progress
from search.engines.breaker import CircuitBreaker
from search.engines.distributed import generations
from search.indexing import indexer
from search.indexing.follower import Follower
from search.indexing.health import server_lag
from search.indexing.indexer import rebuild, update_index
from search.models import Change
from search.query import SearchQuery
from tests.faults.size import IN_FULL
from tests.search.conftest import save_like_a_process_that_died
from tests.search.server.engines import CLIENTS, PATIENT, ElasticsearchLikeDialect, server_at

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


# Most of the contract is asked by the other client.
by_both_clients = pytest.mark.parametrize("served", CLIENTS, indirect=True)


@pytest.fixture(params=CLIENTS if IN_FULL else ["elasticsearch"])
def served(request, settings, monkeypatch, search_server_url: str) -> Iterator[None]:
    """The site's search runs on the tests' server, in indexes of this test's own."""
    server = server_at(search_server_url, request.param)
    scheme = "opensearch+" if request.param == "opensearch" else ""
    settings.SEARCH_URL = f"{scheme}{search_server_url}/{server.settings.prefix}"
    settings.SEARCH_SECONDS = PATIENT
    monkeypatch.setattr("search.engines.distributed.dialect.ElasticsearchDialect", ElasticsearchLikeDialect)
    monkeypatch.setattr(generations.time, "sleep", lambda seconds: None)
    yield
    for name in server.ask("GET", f"/{server.settings.prefix}-*", patient=True):
        server.ask("DELETE", f"/{name}", patient=True)


@pytest.fixture
def followed(served) -> Callable[[], bool]:
    """What the search worker does every second; its first look builds the index."""
    follower = Follower()
    assert follower.look()
    return follower.look


def titles(text: str = "") -> list[str]:
    """What is found, by whom it should be."""
    result = find(SearchQuery(text=text))
    assert result.answered_by == "server"
    return [hit.title for hit in result.hits]


@by_both_clients
def test_what_is_published_renamed_and_withdrawn(followed):
    tag = Tag.objects.create(name="Clover", slug="clover")
    assert followed()
    assert titles("clover") == ["Clover"]
    assert find(SearchQuery(text="clover")).complete
    tag.name = "Thistle"
    tag.save()
    assert followed()
    assert titles("clover") == []
    assert titles("thistle") == ["Thistle"]
    tag.delete()
    assert followed()
    assert titles() == []


def test_what_is_withdrawn_is_not_shown_before_the_worker_knows(followed):
    tag, other = Tag.objects.create(name="Clover", slug="clover"), Tag.objects.create(name="Cloverleaf", slug="leaf")
    followed()
    assert {found.title for found in autocomplete("clov")} == {"Clover", "Cloverleaf"}
    Tag.objects.filter(pk=tag.pk).update(name="Hidden clover")
    other.delete()

    assert "Cloverleaf" not in titles("clover")
    assert "Cloverleaf" not in [found.title for found in autocomplete("clov")]
    assert find(SearchQuery()).total == len(titles())


def test_the_index_may_lie_and_nothing_withdrawn_is_shown(followed):
    engine = server_engine()
    with engine.live().session() as session:
        lies = [Document(kind="tag", key="999", title="Ghost", url="/"), Document("ghost", "1", "Ghost", "/")]
        session.apply(lies, (), session.progress)
    assert engine.search(SearchQuery(text="ghost")).total == 2
    assert find(SearchQuery(text="ghost")).hits == ()
    assert current_engine().named(["tag:999", "ghost:1"]) == {}
    assert autocomplete("gho") == ()


def test_changes_of_a_process_that_died_are_applied(followed):
    save_like_a_process_that_died("Clover")
    assert server_lag().count == 1
    assert followed()
    assert titles("clover") == ["Clover"]
    assert server_lag().count == 0


def test_a_reader_is_told_only_of_a_lag_that_lasts(followed):
    Tag.objects.create(name="Clover", slug="clover")
    assert find(SearchQuery()).complete
    Change.objects.update(at=timezone.now() - timedelta(seconds=6))
    result = find(SearchQuery())
    assert result.answered_by == "server"
    assert not result.complete
    assert "has yet to apply 1 changes" in told("status")


def test_the_index_of_another_history_is_not_believed(followed):
    Tag.objects.create(name="Clover", slug="clover")
    followed()
    Change.objects.all().update(token="another")
    assert find(SearchQuery(text="clover")).answered_by == "standby"
    assert followed()


@by_both_clients
def test_writers_that_come_late_change_nothing(served):
    rebuild(engine=server_engine())
    live = server_engine().live()
    with live.session() as early, live.session() as late:
        late.apply([Document("tag", "1", "New", "/")], ["tag:2"], Progress(Position(7)))
        early.apply([Document("tag", "1", "Old", "/"), Document("tag", "2", "Old", "/")], (), Progress(Position(5)))
    assert [hit.title for hit in server_engine().search(SearchQuery()).hits] == ["New"]
    assert live.progress.position.sequence == 7


def test_what_changes_during_a_rebuild_is_in_the_new_index(followed, monkeypatch):
    tags = [Tag.objects.create(name=f"Tag {number}", slug=f"tag-{number}") for number in range(3)]
    followed()
    before = server_engine().live()
    handled = []

    def meanwhile(number: int) -> None:
        if not handled:
            Tag.objects.create(name="Clover", slug="clover")
            tags[0].name = "Thistle"
            tags[0].save()
            tags[1].delete()
        handled.append(number)
        assert len(titles()) >= 2

    rebuild(engine=server_engine(), report=meanwhile)
    assert server_engine().live() is not before
    assert set(titles()) == {"Clover", "Thistle", "Tag 2"}
    assert server_engine().upcoming() is None


def test_nothing_is_missing_while_it_is_rebuilt(followed):
    for number in range(20):
        Tag.objects.create(name=f"Tag {number}", slug=f"tag-{number}")
    followed()
    engine, ended, totals = server_engine(), threading.Event(), []

    def ask() -> None:
        while not ended.is_set():
            totals.append(engine.search(SearchQuery()).total)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        rebuild(engine=engine)
    finally:
        ended.set()
        asking.join()
    assert set(totals) == {20}


def test_an_interrupted_build_goes_on(served, monkeypatch):
    for number in range(3):
        Tag.objects.create(name=f"Tag {number}", slug=f"tag-{number}")
    engine = server_engine()
    monkeypatch.setattr(indexer, "batches", partial(indexer.batches, size=1))
    assert not update_index(seconds=0, engine=engine)
    begun = engine.upcoming()
    assert begun is not None
    assert engine.live() is None
    assert find(SearchQuery()).answered_by == "standby"
    assert update_index(seconds=None, engine=engine)
    assert engine.live().name == begun.name
    assert engine.search(SearchQuery()).total == 3


def test_one_process_builds_at_a_time(served):
    engine = server_engine()
    with engine.building(), pytest.raises(IndexBusy), engine.building():
        pass
    with engine.building():
        pass


def test_a_builder_that_stood_still_is_replaced(served, monkeypatch):
    engine = server_engine()
    monkeypatch.setattr(generations, "LOCK_SECONDS", -1.0)
    with engine.building():
        first = engine._lock
        with engine.building():
            pass
        with pytest.raises(IndexBusy):
            first.renew()


def test_an_index_that_is_gone_comes_back(followed):
    Tag.objects.create(name="Clover", slug="clover")
    followed()
    engine = server_engine()
    engine.server.ask("DELETE", f"/{engine.live().name}", patient=True)
    assert find(SearchQuery(text="clover")).answered_by == "standby"
    assert followed()
    assert engine.search(SearchQuery(text="clover")).total == 1


@by_both_clients
def test_verify_finds_and_repairs(followed):
    Tag.objects.create(name="Clover", slug="clover")
    followed()
    live = server_engine().live()
    surplus = Document(kind="tag", key="999", title="Ghost", url="/")
    with live.session() as session:
        session.apply([surplus], ["tag:1"], session.progress)
    with pytest.raises(CommandError, match="documents differ"):
        told("verify", "--only", "server")
    assert "Repaired" in told("verify", "--repair")
    assert "0 surplus" in told("verify")
    assert titles("clover") == ["Clover"]


def test_the_commands_tell_of_both_indexes(followed):
    Tag.objects.create(name="Clover", slug="clover")
    rebuilt = told("rebuild", "--afresh")
    assert "Embedded index: 1 documents" in rebuilt
    assert "Server index: 1 documents" in rebuilt
    explained = told("explain", "clover")
    assert "1. Clover" in explained
    assert "whole title or alias" in explained
    assert told("explain", "clover", "--only", "embedded").splitlines()[0] == explained.splitlines()[0]
    assert "is the newest" in told("update", "--only", "server")


def test_the_local_index_is_written_at_once_and_the_server_by_the_worker(followed):
    Tag.objects.create(name="Clover", slug="clover")
    assert local_engine().search(SearchQuery(text="clover")).total == 1
    assert server_engine().search(SearchQuery(text="clover")).total == 0


def test_without_an_embedded_index_the_server_still_answers(followed, settings, tmp_path):
    Tag.objects.create(name="Rehabilitation", slug="rehab")
    followed()
    settings.SEARCH_INDEX_DIR = tmp_path / "nothing"
    for text in ("rehabilitation", "rehab", "rehabiltation"):
        assert [hit.title for hit in server_engine().search(SearchQuery(text=text)).hits] == ["Rehabilitation"]


def test_a_server_that_is_well_again_is_asked_again(followed):
    Tag.objects.create(name="Clover", slug="clover")
    followed()
    engine = current_engine()
    slept = threading.Event()
    engine.breaker = CircuitBreaker(engine._probe, wait=lambda seconds: slept.wait(0.2))
    others = threading.enumerate()
    engine.breaker.open(RuntimeError("for a moment"))
    assert find(SearchQuery(text="clover")).answered_by == "standby"
    for thread in threading.enumerate():
        if thread.name == "search-server-probe" and thread not in others:
            thread.join(PATIENT)
    assert titles("clover") == ["Clover"]


def told(*words: str) -> str:
    output = StringIO()
    call_command("search", *words, verbosity=0, stdout=output)
    return output.getvalue()
