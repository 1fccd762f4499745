"""A search server of a test's own, and searches that remember who answered."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from taggit.models import Tag

from search.api import find
from search.engines import server_engine
from search.indexing.indexer import rebuild
from search.query import SearchQuery
from tests.faults.size import IN_FULL
from tests.fixtures.search_server import NOT_RUN, REQUIRED
from tests.search.conftest import findable_tags  # noqa: F401  a fixture
from tests.search.server.nodes import Node, NoServer, cluster

# Three nodes at once are for `make test-faults`.
collect_ignore = [] if IN_FULL else ["test_cluster.py"]

PUBLISHED = 30


@dataclass
class Searching:
    """Searches, and remembers who answered and how long each took."""

    answered_by: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    def search(self, times: int) -> None:
        for number in range(times):
            begun = time.monotonic()
            result = find(SearchQuery(text="clover" if number % 2 else "", facets=("kind",)))
            self.seconds.append(time.monotonic() - begun)
            assert result.total == PUBLISHED
            assert len(result.hits) == 20
            assert result.facets == {"kind": {"tag": PUBLISHED}}
            self.answered_by[result.answered_by] += 1

    def until_the_server_answers(self, seconds: float = 120.0) -> None:
        """Search until it is noticed that the server is well again. Its first answers may come too late to count."""
        before, until = self.answered_by["server"], time.monotonic() + seconds
        while self.answered_by["server"] == before:
            assert time.monotonic() < until, "nobody noticed that the server is well again"
            self.search(1)
            time.sleep(0.1)


@pytest.fixture
def nodes(request, tmp_path: Path) -> Iterator[list[Node]]:
    """A cluster of this test's own."""
    started: list[Node] = []
    number = getattr(request, "param", 1)
    try:
        started = cluster(tmp_path / "cluster", number, heap="400m")
        for node in started:
            node.start()
        for node in started:
            node.wait(number)
    except NoServer as fault:
        for node in started:
            node.end()
        if REQUIRED:
            raise
        pytest.skip(f"{NOT_RUN}: {fault}")
    yield started
    for node in started:
        node.end()


@pytest.fixture
def searching(nodes, settings) -> Searching:
    """Tags on this cluster, found by it, with time enough for its first answers."""
    hosts = ",".join(node.url.removeprefix("http://") for node in nodes)
    settings.SEARCH_URL = f"opensearch+http://{hosts}/faults"
    Tag.objects.bulk_create([Tag(name=f"Clover {number}", slug=f"clover-{number}") for number in range(PUBLISHED)])
    rebuild()
    rebuild(engine=server_engine())
    for _ in range(20):
        # The first answers of a server that has just started take longest.
        server_engine().server.ask("POST", f"/{server_engine().live().name}/_search", {}, patient=True)
    searching = Searching()
    searching.until_the_server_answers()
    return Searching()
