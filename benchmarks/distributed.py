"""The distributed engine beside the bare client that sends the same, and beside the embedded engine.

Run with `python -m benchmarks.distributed`, or with another number of services: `python -m benchmarks.distributed
10000`. TEST_SEARCH_URL names a server that speaks like OpenSearch; without it the tests' own is started, as
`make .make/search-server/pom.xml` fetches it. All are asked by turns in one run, on one machine: what is left out is
a network, and other machines that share the work.
"""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import django

SIZE = 100_000
BATCH = 5_000
SHOWN = 20
ASKED = 40
COMPARED = (
    "word in half of all",
    "the same, one filter",
    "the same, two filters",
    "two words",
    "word within 16 km",
    "word within 80 km",
    "a typing error",
    "no text",
    "nearest first, 80 km",
    "page 50",
)
MOST = 1.3
PEER = "peer"


def main(size: int) -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    from benchmarks.measuring import Measured, machine

    with server() as url:
        print(machine(), "\n")
        served = filled(url, size)
        print(f"\n{size:,} services: {SHOWN} hits, the count and two facets over all of them, in ms")
        print(f"  {'':26}{'server p50':>11}{'p95':>8}{'bare p50':>10}{'p95':>8}{'ratio':>7}{'embedded p50':>14}")
        ratios = []
        for name in COMPARED:
            ours, bare, embedded = questions(served, name)
            first, second, third = Measured.in_turn(ours, bare, embedded, repetitions=ASKED)
            ratios.append(first.p50 / second.p50)
            print(
                f"  {name:26}{first.p50:11.1f}{first.p95:8.1f}{second.p50:10.1f}{second.p95:8.1f}"
                f"{ratios[-1]:7.2f}{third.p50:14.2f}"
            )
        print(f"\nThe largest ratio is {max(ratios):.2f}; {MOST} is allowed.")
        measure_peer(served, url, size)


def measure_peer(served: Any, url: str, size: int) -> None:
    """Print Wagtail's own backend for the same server, with the same rows, beside ours: one request for each part."""
    from benchmarks.measuring import Measured
    from benchmarks.search import search_embedded, search_stock

    fill_peer(served, url, size)
    ours, theirs = search_embedded(served), search_stock(facets=True, backend=PEER)
    assert ours[0] == theirs[0], f"ours finds {ours[0]}, Wagtail's backend {theirs[0]}"
    first, plain, second = Measured.in_turn(
        lambda: search_embedded(served),
        lambda: search_stock(facets=False, backend=PEER),
        lambda: search_stock(facets=True, backend=PEER),
        repetitions=ASKED,
    )
    print("\nA word in half of all, 20 hits and the count, p50 in ms")
    print(f"  {'ours, with two facets':36}{first.p50:8.1f}")
    print(f"  {'Wagtail’s OpenSearch backend':36}{plain.p50:8.1f}{plain.p50 / first.p50:7.2f} times ours")
    print(f"  {'the same, with two facets':36}{second.p50:8.1f}{second.p50 / first.p50:7.2f} times ours")


def fill_peer(served: Any, url: str, size: int) -> None:
    """Give Wagtail's backend the same rows, all of them searchable."""
    from django.conf import settings
    from wagtail.search.backends import get_search_backend

    from benchmarks.models import Listing
    from benchmarks.search import load_stock

    settings.WAGTAILSEARCH_BACKENDS[PEER] = {
        "BACKEND": "wagtail.search.backends.opensearch3",
        "URLS": [url],
        "INDEX_PREFIX": "peer_",
        "AUTO_UPDATE": False,
        "TIMEOUT": 60,
    }
    index = get_search_backend(PEER).get_index_for_model(Listing)
    index.put()
    index.add_model(Listing)
    load_stock(size, PEER)
    served.server.ask("POST", "/peer_*/_refresh", patient=True)


def questions(served: Any, name: str) -> Iterator[Callable[[], object]]:
    """The same questions to the engine, to the bare client, and to the embedded engine."""
    from benchmarks.questions import asked

    queries = list(islice(asked(name, facets=("need", "area"), limit=SHOWN, snippets=False), ASKED))
    sent = [requests_of(served, query) for query in queries]
    for query in queries[:3]:
        ours, theirs = served.search(query), served.standby.search(query)
        assert ours.total == theirs.total, f"{name}: {ours.total} is not {theirs.total}"
    # A server remembers answers for a while, so nobody asks what another has just asked.
    half = ASKED // 2
    yield _asking(served.search, queries)
    yield _asking(_bare(served), [*sent[half:], *sent[:half]])
    yield _asking(served.standby.search, queries)


def requests_of(served: Any, query: Any) -> list[list[Any]]:
    """What the engine sends for a query: one request, or two where it was mistyped."""
    sent: list[list[Any]] = []
    search_each = served.server.search_each

    def noted(index: str, bodies: list[Any], seconds: float | None) -> Any:
        lines: list[Any] = []
        for body in bodies:
            lines += [{}, body]
        sent.append(lines)
        return search_each(index, bodies, seconds)

    served.server.search_each = noted
    try:
        served.search(query)
    finally:
        del served.server.search_each
    return sent


def _bare(served: Any) -> Callable[[list[list[Any]]], object]:
    """The client alone: it sends what it is given and reads the answer as JSON."""
    from opensearchpy import OpenSearch

    client = OpenSearch(list(served.server.settings.hosts))
    index = served.live().name
    return lambda requests: [client.msearch(body=lines, index=index) for lines in requests]


def _asking(ask: Callable[[Any], object], questions: list[Any]) -> Callable[[], object]:
    following = cycle(questions)
    return lambda: ask(next(following))


def filled(url: str, size: int) -> Any:
    """The distributed engine with so many services, and the embedded one beside it with the same."""
    from benchmarks.search import embedded_engine
    from benchmarks.synthetic import FACETS, document_of, rows
    from search.changelog.position import Position
    from search.engines.base import Progress
    from search.engines.distributed.engine import DistributedEngine
    from search.engines.distributed.server import Server
    from search.engines.distributed.settings import read_url

    server = Server(read_url(f"opensearch+{url}/benchmark", seconds=60.0))
    engine = DistributedEngine(server, embedded_engine(size), facets=FACETS)
    begun = time.perf_counter()
    source = (document_of(row) for row in rows(size))
    with engine.building():
        with engine.begin(Position()).session() as session:
            while batch := list(islice(source, BATCH)):
                session.add(batch)
            session.apply((), (), Progress(Position()))
        engine.promote()
    live: Any = engine.live()
    store = server.ask("GET", f"/{live.name}/_stats/store", patient=True)
    size_of_it = store["_all"]["primaries"]["store"]["size_in_bytes"]
    print(f"{size:,} services on the server in {time.perf_counter() - begun:.1f} s, {size_of_it / 1e6:.0f} MB")
    return engine


@contextmanager
def server() -> Iterator[str]:
    """A server that is there, or the tests' own for as long as this runs."""
    from tests.search.server.nodes import cluster

    if named := os.environ.get("TEST_SEARCH_URL"):
        yield named
        return
    with tempfile.TemporaryDirectory() as folder:
        (node,) = cluster(Path(folder) / "benchmark", heap="1g", machine=())
        try:
            node.start()
            node.wait()
            yield node.url
        finally:
            node.end(signal.SIGTERM)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)
