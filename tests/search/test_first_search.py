"""A process that starts opens its index, so that its first search finds it open; no fault keeps it from starting."""

import logging
from typing import Any

import pytest
from django.db import DatabaseError
from taggit.models import Tag

from search import engines, first_search
from search.api import find
from search.engines import current_engine
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.storage.index import TantivyIndex
from search.query import SearchQuery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


def forget_what_is_open() -> None:
    """As in a process that has just begun."""
    engines._local.cache_clear()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What takes long, each time that it is done."""
    found: list[str] = []
    of_index, of_expansion = TantivyIndex.open, Expansion.__init__

    def open_index(*args: Any) -> TantivyIndex:
        found.append("index")
        return of_index(*args)

    def make_expansion(self: Expansion, thesaurus: Any, analysis: Any) -> None:
        found.append("words")
        of_expansion(self, thesaurus, analysis)

    monkeypatch.setattr(TantivyIndex, "open", open_index)
    monkeypatch.setattr(Expansion, "__init__", make_expansion)
    return found


def test_the_first_search_opens_and_reads_nothing_more(opened: list[str]) -> None:
    Tag.objects.create(name="Housing", slug="housing")
    assert find(SearchQuery(text="housing")).total == 1
    forget_what_is_open()
    opened.clear()
    first_search.open_index()
    assert sorted(opened) == ["index", "words"]
    assert find(SearchQuery(text="housing")).total == 1
    assert sorted(opened) == ["index", "words"]


def test_without_an_index_none_is_built(caplog: pytest.LogCaptureFixture) -> None:
    first_search.open_index()
    assert not current_engine().folder.exists()
    assert caplog.records == []


def test_a_broken_index_is_said_and_left_to_the_first_search(caplog: pytest.LogCaptureFixture) -> None:
    Tag.objects.create(name="Housing", slug="housing")
    assert find(SearchQuery(text="housing")).total == 1
    folder = current_engine().folder
    (folder / (folder / "served").read_text() / "meta.json").write_text("not json")
    forget_what_is_open()
    with caplog.at_level(logging.WARNING):
        first_search.open_index()
    assert [record.getMessage() for record in caplog.records] == [
        "The search index was not opened beforehand: IndexBroken"
    ]
    assert find(SearchQuery(text="housing")).total == 1


def test_a_database_that_is_away_keeps_no_process_from_starting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> None:
        raise DatabaseError("secret host")

    monkeypatch.setattr(first_search, "head", away)
    with caplog.at_level(logging.WARNING):
        first_search.open_index()
    assert caplog.messages == ["The search index was not opened beforehand: DatabaseError"]
