"""An engine of each make, and tags that can be found."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from taggit.models import Tag

from search.document import Document
from search.engines.base import Engine, Position, Progress
from search.engines.embedded.engine import EmbeddedEngine
from search.registry import registered

# Tests ask for other facets as well: those are not named, which only makes counting them slower.
ENGINES: dict[str, Callable[[Path], Engine]] = {"embedded": partial(EmbeddedEngine, facets=("need", "setting"))}

Publish = Callable[..., None]


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An engine that serves an empty index."""
    made = ENGINES[request.param](tmp_path)
    with made.building():
        index = made.begin(Position())
        with index.session() as session:
            session.apply((), (), Progress(Position()))
        made.promote()
    return made


@pytest.fixture
def publish(engine: Engine) -> Publish:
    """Put documents into the served index and take identities out of it."""

    def write(*documents: Document, removed: tuple[str, ...] = ()) -> None:
        live = engine.live()
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
