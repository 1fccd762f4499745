"""The embedded engine with a million services: how long it takes to build, to answer, and how that grows.

Run with `python -m benchmarks.million`, or with other sizes: `python -m benchmarks.million 10000 100000`. The index is
built from ready documents; what it takes to make documents of database rows is measured by `benchmarks.finder`.

The sizes are asked by turns, since a machine may be fast now and slow a minute later. Every question is asked for the
first time.
"""

import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any

import django

SIZES = (10_000, 1_000_000)
REPETITIONS = 50
Ask = Callable[[Any], object]
# Elapsed and processor time of each answer, for each size.
Taken = list[list[tuple[float, float]]]


def main(sizes: Sequence[int]) -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    from benchmarks.measuring import Measured, machine
    from benchmarks.search import embedded_engine

    print(machine(), "\n")
    engines = [embedded_engine(size).search for size in sizes]
    print(f"\n{'p50 ms, p95 ms':32}" + "".join(f"{size:>20,}" for size in sizes) + f"{'grows':>10}{'CPU':>8}")
    for name, taken in timings(engines):
        measured = [Measured.of(of_size) for of_size in taken]
        figures = "".join(f"{one.p50:12.2f}{one.p95:8.2f}" for one in measured)
        first, last = measured[0], measured[-1]
        print(f"{name:32}{figures}{last.p50 / first.p50:10.1f}{last.cpu / first.cpu:8.1f}")
    print(f"\nlargest resident size {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024:,.0f} MB")


def timings(engines: Sequence[Ask]) -> Iterator[tuple[str, Taken]]:
    """The name of each kind of question, and how long the answers took."""
    from benchmarks.questions import KINDS

    for name in KINDS:
        yield name, in_turn(engines, name)


def in_turn(engines: Sequence[Ask], name: str) -> Taken:
    """Ask every engine the same questions of a kind."""
    from benchmarks.measuring import once
    from benchmarks.questions import asked

    taken: Taken = [[] for _ in engines]
    questions = asked(name, facets=("need", "area", "setting"), limit=10, snippets=False)
    for query in islice(questions, REPETITIONS):
        for place, ask in enumerate(engines):
            taken[place].append(once(partial(ask, query)))
    return taken


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or SIZES)
