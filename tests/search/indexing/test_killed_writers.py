"""Writers that are killed, and writers in several processes: the index equals the database, no file stays behind."""

import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from taggit.models import Tag

from search.api import find
from search.changelog.position import Position
from search.document import Document
from search.engines import current_engine
from search.engines.base import IndexBusy, Progress
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import open_index
from search.engines.embedded.storage.errors import reading
from search.engines.embedded.storage.index import TantivyIndex
from search.indexing import indexer, verification
from search.query import SearchQuery
from search.registry import named_facets
from tests.search.conftest import another_process, indexed_content, run_python, save_like_a_process_that_died

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]


def titles() -> list[str]:
    return sorted(hit.title for hit in find(SearchQuery()).hits)


@pytest.fixture
def served(findable_tags) -> Path:
    """The folder of the generation that is served; it holds two tags."""
    for name in ("One", "Two"):
        Tag.objects.create(name=name, slug=name.lower())
    assert titles() == ["One", "Two"]
    indexer.rebuild(afresh=True)
    live = current_engine().live()
    assert live is not None
    return live.folder


def files_of_no_segment(folder: Path) -> set[str]:
    meta = json.loads((folder / "meta.json").read_bytes())
    segments = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    names = (path.name for path in folder.iterdir() if path.suffix not in (".json", ".lock"))
    return {name for name in names if name.split(".")[0] not in segments}


KILLED_WRITER = """
    import json, os, sys
    from pathlib import Path
    from search.document import Document
    from search.engines.embedded.engine import EmbeddedEngine

    content, facets = json.loads(sys.argv[2])
    engine = EmbeddedEngine(Path(sys.argv[1]), tuple(map(tuple, content)), tuple(facets))

    def documents():
        for number in range(300):
            yield Document(kind="tag", key=str(number), title="Half", url="/")
        os.kill(os.getpid(), 9)

    with engine.live().session() as session:
        session.apply(documents(), ["tag:1"], session.progress)
"""


@pytest.mark.usefixtures("served")
def test_after_a_writer_was_killed_the_index_equals_the_database():
    arguments = [str(current_engine().folder.parent), json.dumps([indexed_content(), named_facets()])]

    killed = run_python(KILLED_WRITER, *arguments)
    save_like_a_process_that_died("Three")

    assert killed.returncode == -9
    assert titles() == ["One", "Three", "Two"]
    assert verification.compare().count == 0


def test_a_few_kills_while_writing_leave_index_and_database_equal():
    ended = run_python("from benchmarks import kills; kills.main(4)")

    assert ended.returncode == 0, ended.stderr
    assert "index equals database after each" in ended.stdout


@pytest.mark.parametrize("known", [False, True], ids=["restarted", "open before"])
def test_what_a_killed_writer_left_behind_does_not_stop_the_next(served, known, monkeypatch):
    meta = served / "meta.json"
    before = meta.read_bytes()
    with monkeypatch.context() as elsewhere:
        if known:
            other = another_process()
            elsewhere.setattr(indexer, "local_engine", lambda: other)
        Tag.objects.get(name="One").save()
    # As if the process had died after it wrote all files but the last one: Tantivy names them the same again.
    meta.write_bytes(before)
    if not known:
        current_engine()._open.clear()

    result = find(SearchQuery())

    assert (result.total, result.complete) == (2, True)
    assert verification.compare().count == 0
    assert files_of_no_segment(served) == set()


def documents(*keys: object) -> list[Document]:
    return [Document(kind="tag", key=str(key), title="A tag", url="/") for key in keys]


def killed_before_merging(folder: Path) -> TantivyIndex:
    """An index of eight segments as a process leaves it that is killed while it merges them."""
    index = TantivyIndex.create(folder / "index", Analysis(), Progress(Position()))
    left = folder / "left"
    left.mkdir()
    with index.session() as session:
        for number in range(8):
            session.apply(documents(f"{number}a", f"{number}b"), (), Progress(Position()))
        for path in index.folder.iterdir():
            with suppress(FileNotFoundError):
                os.link(path, left / path.name)
    return TantivyIndex.open(left, Analysis())


def test_the_first_deletion_after_a_writer_was_killed_while_merging_is_not_lost(tmp_path):
    for attempt in range(5):
        (folder := tmp_path / str(attempt)).mkdir()
        index = killed_before_merging(folder)

        with index.session() as session:
            session.apply(documents("new"), ("tag:6a",), Progress(Position()))

        assert "tag:6a" not in dict(index.fingerprints())
        assert index.count() == 16


def test_processes_that_come_and_go_leave_no_files_behind(served, monkeypatch):
    stays = another_process()
    for number in range(20):
        for writer in (another_process(), stays):
            monkeypatch.setattr(indexer, "local_engine", lambda writer=writer: writer)
            Tag.objects.get(name="One").save()
        Tag.objects.create(name=f"Tag {number}", slug=f"tag-{number}")

    assert files_of_no_segment(served) == set()
    assert stays.search(SearchQuery()).total == 22


def test_a_process_that_opened_the_index_before_another_wrote_tries_again(served, monkeypatch):
    index, other = current_engine().live(), another_process().live()

    @contextmanager
    def overtaken():
        monkeypatch.undo()
        with reading():
            yield
        with other.session() as session:
            session.apply((), (), session.progress)

    monkeypatch.setattr(open_index, "reading", overtaken)
    with pytest.raises(IndexBusy), index.session():
        pass

    save_like_a_process_that_died("Three")
    assert titles() == ["One", "Three", "Two"]


def test_an_index_that_another_process_replaces_while_this_one_opens_it(served, monkeypatch, caplog):
    other = another_process()

    @contextmanager
    def replaced():
        monkeypatch.undo()
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(indexer, "local_engine", lambda: other)
            indexer.rebuild(afresh=True)
        with reading():
            yield

    save_like_a_process_that_died("Three")
    monkeypatch.setattr(open_index, "reading", replaced)
    result = find(SearchQuery())

    assert (result.total, result.complete) == (3, True)
    assert not served.exists()
    assert [record.getMessage() for record in caplog.records if record.name.startswith("search.indexing")] == []


class Interrupted(Exception):
    pass


def interrupt(handled: int) -> None:
    raise Interrupted


@pytest.mark.parametrize("known", [False, True], ids=["restarted", "open before"])
def test_an_interrupted_build_that_lost_its_files_begins_anew(served, known):
    engine = current_engine()
    assert isinstance(engine, EmbeddedEngine)
    with pytest.raises(Interrupted):
        indexer.rebuild(afresh=True, report=interrupt)
    upcoming = engine.upcoming()
    assert upcoming is not None
    for path in upcoming.folder.iterdir():
        if path.suffix not in (".json", ".lock"):
            path.unlink()
    if not known:
        engine._open.clear()

    indexer.rebuild()

    assert titles() == ["One", "Two"]
    assert engine.upcoming() is None
    assert not upcoming.folder.exists()


def test_only_one_process_builds(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "fresh"
    Tag.objects.bulk_create([Tag(name="One", slug="one")])

    with current_engine().building():
        with pytest.raises(IndexBusy), current_engine().building():
            pass
        result = find(SearchQuery())
        assert (result.total, result.complete) == (0, False)

    assert find(SearchQuery()).total == 1
