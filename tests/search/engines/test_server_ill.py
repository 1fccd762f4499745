"""A server that is ill: the embedded engine answers, the first reader waits little and the next not at all."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.test import Client
from taggit.models import Tag

from search.api import find, find_each
from search.autocomplete import autocomplete
from search.changelog.position import Position
from search.engines import current_engine
from search.engines.base import Progress, ServerUnavailable
from search.engines.distributed.fields import progress_source
from search.query import SearchQuery
from tests.search.server.faulty import (
    ILLNESSES,
    FaultyServer,
    faulty_server,
    hanging_server,
    refusing_address,
    trickling_server,
)

# Nothing here asks the database for what only one kind of it knows.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.only_on("sqlite"),
    pytest.mark.usefixtures("findable_tags"),
]

FIRST_SECONDS, LATER_SECONDS = 1.5, 0.5
SCHEMES = ("", "opensearch+")
SILENT = {"hanging": hanging_server, "trickling": trickling_server}


@pytest.fixture
def clover() -> Tag:
    return Tag.objects.create(name="Clover", slug="clover")


@contextmanager
def ill(settings, illness: str, scheme: str = "") -> Iterator[FaultyServer | None]:
    """The chosen server is ill in this way."""
    if illness == "refused":
        settings.SEARCH_URL = f"{scheme}{refusing_address()}"
        yield None
    elif illness in SILENT:
        with SILENT[illness]() as url:
            settings.SEARCH_URL = f"{scheme}{url}"
            yield None
    else:
        with faulty_server(illness) as server:
            settings.SEARCH_URL = f"{scheme}{server.url}"
            yield server


def seconds(task: Callable[[], object]) -> float:
    begun = time.monotonic()
    task()
    return time.monotonic() - begun


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("illness", ["refused", *SILENT, *ILLNESSES])
def test_the_embedded_engine_answers(settings, clover, illness, scheme):
    find(SearchQuery(text="clover"))
    with ill(settings, illness, scheme) as server:
        current_engine()
        begun = time.monotonic()
        first = find(SearchQuery(text="clover"))
        first_took = time.monotonic() - begun
        asked = server.asked if server else 0
        begun = time.monotonic()
        later = [find(SearchQuery(text="clover")) for _ in range(5)]
        later_took = time.monotonic() - begun

        assert [hit.title for hit in first.hits] == ["Clover"]
        assert first.answered_by == "standby"
        assert first.complete
        assert first_took < FIRST_SECONDS
        assert all(result.hits for result in later)
        assert later_took < LATER_SECONDS * len(later)
        # At most the probe, and it only after a pause.
        assert server is None or server.asked <= asked + 1


def test_suggestions_and_several_searches_at_once_are_answered(settings, clover):
    with ill(settings, "unavailable"):
        assert [found.title for found in autocomplete("clo")] == ["Clover"]
        results = find_each([SearchQuery(text="clover"), SearchQuery(text="nothing")])
    assert [result.total for result in results] == [1, 0]
    assert [result.answered_by for result in results] == ["standby", "standby"]


def test_two_requests_for_one_search_take_no_longer_than_one_may(settings, clover):
    with faulty_server("no progress") as server:
        settings.SEARCH_URL = server.url
        engine = current_engine().server
        source = progress_source(Progress(Position()), engine._layout)
        answer = {"hits": {"total": {"value": 0}, "hits": [{"_source": source}]}, "_shards": {"failed": 0}}
        server.pause, server.body = 0.8, json.dumps({"responses": [answer] * 20})
        begun = time.monotonic()
        with pytest.raises(ServerUnavailable):
            # Nothing is spelt so, and what forgives typing errors is asked for afterwards.
            engine.search(SearchQuery(text="clovre"))
        assert server.asked == 2
        assert time.monotonic() - begun < FIRST_SECONDS


def test_saving_does_not_ask_the_server(settings, django_capture_on_commit_callbacks):
    with ill(settings, "unavailable") as server:
        with django_capture_on_commit_callbacks(execute=True):
            Tag.objects.create(name="Thistle", slug="thistle")
        assert server is not None
        assert server.asked == 0


def test_saving_does_not_wait_for_a_server_that_hangs(settings, django_capture_on_commit_callbacks):
    with ill(settings, "hanging"), django_capture_on_commit_callbacks(execute=True):
        assert seconds(lambda: Tag.objects.create(name="Thistle", slug="thistle")) < LATER_SECONDS


def test_a_query_that_the_server_refuses_does_not_keep_others_from_it(settings, clover):
    with faulty_server("unavailable") as server:
        server.status, server.body = 400, '{"error": {"type": "too_many_nested_clauses"}}'
        settings.SEARCH_URL = server.url
        assert find(SearchQuery(text="clover")).total == 1
        asked = server.asked
        find(SearchQuery(text="clover"))
        assert server.asked > asked


@pytest.mark.parametrize("who", ["reader", "editor"])
@pytest.mark.parametrize("path", ["/find/?q=clover", "/search/?q=clover"])
def test_staff_see_a_notice_and_readers_do_not(settings, client: Client, django_user_model, path, who):
    if who == "editor":
        client.force_login(django_user_model.objects.create_superuser("editor@hub.example", "x" * 20))
    with ill(settings, "refused"):
        page = client.get(path)
    assert page.status_code == 200
    assert ("search server" in page.content.decode()) is (who == "editor")
