"""The embedded engine with a million services: how long it takes to build, to answer, and how that grows.

Every question is asked for the first time, but for the last two: there somebody goes on from the question before.

Run with `python -m benchmarks.million`, or with other sizes: `python -m benchmarks.million 10000 100000`. The index is
built from ready documents; what it takes to make documents of database rows is measured by `benchmarks.finder`.
"""

import os
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

import django

SIZES = (10_000, 1_000_000)
REPETITIONS = 50
FOLLOWING = (
    ("a second filter added to one", "the same, one filter", "the same, two filters"),
    ("page 50 after the first", "word in half of all", "page 50"),
)


def main(sizes: list[int]) -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    from benchmarks.measuring import Measured, machine
    from benchmarks.search import embedded_engine

    print(machine(), "\n")
    first: dict[str, Measured] = {}
    for size in sizes:
        ask = embedded_engine(size).search
        print(f"  largest resident size so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024:,.0f} MB")
        print(f"  {'':34}{'p50 ms':>10}{'p95 ms':>10}{'CPU ms':>10}{'growth':>10}")
        for name, taken in timings(ask):
            measured = Measured.of(taken)
            growth = measured.cpu / first.setdefault(name, measured).cpu
            print(f"  {name:34}{measured.p50:10.2f}{measured.p95:10.2f}{measured.cpu:10.2f}{growth:10.1f}")
        print()


def timings(ask: Callable[[Any], object]) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """The name of each kind of question, and how long the answers took."""
    from benchmarks.measuring import once
    from benchmarks.questions import KINDS, asked
    from search.engines.embedded import remembered_counts

    def questions(name: str) -> Iterator[Any]:
        return islice(asked(name, facets=("need", "area", "setting"), limit=10, snippets=False), REPETITIONS)

    kept, remembered_counts.MOST = remembered_counts.MOST, 0
    for name in KINDS:
        yield name, [once(partial(ask, query)) for query in questions(name)]
    remembered_counts.MOST = kept
    for name, before, after in FOLLOWING:
        taken = []
        for first, second in zip(questions(before), questions(after), strict=True):
            ask(first)
            taken.append(once(partial(ask, second)))
        yield name, taken


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
