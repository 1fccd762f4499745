"""An index folder that was deleted, damaged or locked: the site answers and the operator reads one line."""

import os
import shutil
from pathlib import Path

import pytest
from taggit.models import Tag

from search.engines import current_engine
from search.engines.base import IndexBusy
from search.finding import find
from search.health import index_ready
from search.query import SearchQuery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


@pytest.fixture
def folder(findable_tags) -> Path:
    """The folder of a served index that holds two tags."""
    for name in ("One", "Two"):
        Tag.objects.create(name=name, slug=name.lower())
    assert find(SearchQuery()).total == 2
    return current_engine().folder


def served(folder: Path) -> Path:
    return folder / (folder / "served").read_text()


def overwrite_meta(folder: Path) -> None:
    (served(folder) / "meta.json").write_text("not json")


def delete_meta(folder: Path) -> None:
    (served(folder) / "meta.json").unlink()


def delete_generation(folder: Path) -> None:
    shutil.rmtree(served(folder))


def delete_everything(folder: Path) -> None:
    shutil.rmtree(folder.parent)


def garble_pointer(folder: Path) -> None:
    (folder / "served").write_bytes(b"../../\xff\x00etc")


def empty_pointer(folder: Path) -> None:
    (folder / "served").write_text("")


def lose_segments(folder: Path) -> None:
    for path in served(folder).iterdir():
        if path.suffix not in (".json", ".lock"):
            path.unlink()
    # What tells a running process that something was written.
    os.utime(served(folder) / "meta.json", ns=(1, 1))


DAMAGES = [
    overwrite_meta,
    delete_meta,
    delete_generation,
    delete_everything,
    garble_pointer,
    empty_pointer,
    lose_segments,
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("restarted", [False, True])
def test_a_damaged_index_is_built_anew(folder, damage, restarted):
    damage(folder)
    if restarted:
        current_engine()._open.clear()

    result = find(SearchQuery())

    assert (result.total, result.complete) == (2, True)
    Tag.objects.create(name="Three", slug="three")
    assert find(SearchQuery()).total == 3


def test_damage_is_reported_in_one_line(folder, caplog):
    overwrite_meta(folder)

    find(SearchQuery())

    lines = [record for record in caplog.records if record.name.startswith("search")]
    assert len(lines) == 1
    assert "unreadable and is being built anew" in lines[0].getMessage()
    assert lines[0].exc_info is None


def test_a_folder_that_cannot_be_written_still_answers(settings, tmp_path, caplog):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    settings.SEARCH_INDEX_DIR = blocked / "search"
    Tag.objects.create(name="One", slug="one")

    result = find(SearchQuery(facets=("need",)))

    assert (result.total, result.facets, result.complete) == (0, {"need": {}}, False)
    assert "The search index is not up to date" in caplog.text


def test_only_one_process_builds(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "fresh"
    Tag.objects.bulk_create([Tag(name="One", slug="one")])

    with current_engine().building():
        with pytest.raises(IndexBusy), current_engine().building():
            pass
        result = find(SearchQuery())
        assert (result.total, result.complete) == (0, False)

    assert find(SearchQuery()).total == 1


def test_readiness(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "fresh"
    assert index_ready() == (False, "not built yet")

    Tag.objects.create(name="One", slug="one")

    ready, message = index_ready()
    assert ready
    assert message.startswith("1 documents")
