"""An engine of each make, and tags that can be found."""

import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from taggit.models import Tag

from search.document import Document
from search.engines import current_engine
from search.engines.base import Engine
from search.engines.embedded.engine import EmbeddedEngine
from search.models import Change
from search.registry import named_facets, registered, registrations
from tests.faults.size import IN_FULL
from tests.search.server.engines import CLIENTS, ServedEngines, emptied

# Tests ask for other facets as well: those are not named, which only makes counting them slower.
FACETS = ("need", "setting")
Publish = Callable[..., None]
# The contract runs on the embedded engine and, by one client, on a real server; in full by both clients.
ENGINES = ("embedded", *CLIENTS) if IN_FULL else ("embedded", "opensearch")
# For what is told of one engine's own ways.
only_embedded = pytest.mark.engines("embedded")
# For what sends every kind of request there is.
by_both_clients = pytest.mark.engines("embedded", *CLIENTS)
# For what asks a server hundreds of times.
on_servers_in_full = pytest.mark.engines(*(ENGINES if IN_FULL else ("embedded",)))


@pytest.fixture(scope="session")
def served_engines(search_server_url: str) -> Iterator[ServedEngines]:
    """Engines on a real server, which last for a run."""
    engines = ServedEngines(search_server_url)
    yield engines
    engines.clear()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test of the contract with each of the engines it is for."""
    if "engine" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("engines")
        metafunc.parametrize("engine", marker.args if marker else ENGINES, indirect=True)


@pytest.fixture
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An engine that serves an empty index: embedded, or on a real server by either client."""
    embedded = EmbeddedEngine(tmp_path, facets=FACETS)
    emptied(embedded)
    if request.param == "embedded":
        return embedded
    return request.getfixturevalue("served_engines").empty(request.param, embedded)


@pytest.fixture
def publish(engine: Engine) -> Publish:
    """Put documents into the served index and take identities out of it."""

    def write(*documents: Document, removed: tuple[str, ...] = ()) -> None:
        # The embedded engine that stands by knows them too.
        for one in filter(None, (engine, getattr(engine, "standby", None))):
            live = one.live()
            assert live is not None
            with live.session() as session:
                session.apply(documents, removed, session.progress)

    return write


def tag_documents(keys: Iterable[object]) -> list[Document]:
    """One document for each tag whose name does not start with "Hidden"."""
    tags = Tag.objects.filter(pk__in=list(keys)).exclude(name__startswith="Hidden")
    return [Document(kind="tag", key=str(tag.pk), title=tag.name, url=f"/tags/{tag.slug}/") for tag in tags]


def tag_keys() -> list[int]:
    """The keys of all tags."""
    return list(Tag.objects.values_list("pk", flat=True))


@pytest.fixture
def findable_tags(settings, tmp_path: Path) -> Iterator[None]:
    """Tags are found, in an index of this test's own."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    with registered("tag", model=Tag, documents=tag_documents, all_keys=tag_keys):
        yield


def another_process() -> EmbeddedEngine:
    """An engine on the same folder that shares no memory with this process's own."""
    own = current_engine()
    assert isinstance(own, EmbeddedEngine)
    return EmbeddedEngine(own.folder.parent, indexed_content(), named_facets())


def indexed_content() -> tuple[tuple[str, int], ...]:
    """The kinds that are found, with their versions."""
    return tuple((registration.kind, registration.version) for registration in registrations())


def save_like_a_process_that_died(name: str) -> None:
    """The rows are committed, the index was not touched."""
    tag = Tag(name=name, slug=name.lower())
    Tag.objects.bulk_create([tag])
    Change.objects.create(kind="tag", key=str(tag.pk))


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What became of a process that ran this code, with its output."""
    return subprocess.run(  # noqa: S603  this very interpreter
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        cwd=Path(__file__).resolve().parents[2],
        check=False,
        capture_output=True,
        text=True,
    )
