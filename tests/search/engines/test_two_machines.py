"""Two web machines on one database, each with an embedded index of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from taggit.models import Tag

from search.api import find
from search.query import SearchQuery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


@pytest.fixture
def on_machine(settings, tmp_path: Path):
    @contextmanager
    def on(name: str) -> Iterator[None]:
        settings.SEARCH_INDEX_DIR = tmp_path / name
        yield

    return on


def titles() -> list[str]:
    return [hit.title for hit in find(SearchQuery()).hits]


def test_what_one_publishes_the_other_finds_at_its_next_request(on_machine):
    with on_machine("first"):
        tag = Tag.objects.create(name="Clover", slug="clover")
        assert titles() == ["Clover"]
    with on_machine("second"):
        assert titles() == ["Clover"]
        tag.name = "Thistle"
        tag.save()
    with on_machine("first"):
        assert titles() == ["Thistle"]
        tag.delete()
    with on_machine("second"):
        assert titles() == []
