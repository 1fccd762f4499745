"""Whole responses of the finder over made-up services: milliseconds and SQL queries, and how they grow.

Run with `python -m benchmarks.finder`, or with other numbers of services: `python -m benchmarks.finder 10000 100000`.
Each number is a process of its own, as gunicorn starts one, and they are asked by turns. Also says how long it takes
to build the index from the database. Making 100,000 services takes some minutes, a million more than half an hour;
with KEEP set to a folder, databases stay there for the next run. With BENCHMARK_SEARCH_URL, which is like SEARCH_URL,
the last process asks that server: name a number twice to have both engines side by side.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.measuring import Measured, machine

SIZES = (100_000,)
REPETITIONS, WARM_UP = 20, 5
SEARCHES = (
    "",
    "q=housing",
    "q=housing&need=housing&area=S12000049",
    "q=peer+mentoring+women",
    "q=recovery+cafe&need=housing",
    "q=mentoring&setting=prison&need=alcohol-and-drugs&need=housing",
    "q=huosing",
    "near=G51&radius=5",
    "near=G51&radius=10",
    "near=G51&radius=50",
    "near=G51&radius=50&sort=distance",
    "q=family&near=EH6&radius=10&need=family",
    "q=court&near=DD1&radius=50&page=5",
    "area=S12000049",
    "q=housing&sort=checked",
    "page=5",
    "q=zzyzx",
)
# Asked once more for a person of whom four facts are known, so that every card answers.
FOR_A_PERSON = ("", "q=housing", "near=G51&radius=10", "q=mentoring&setting=police-custody")


class Finder:
    """A process that answers for so many services."""

    def __init__(self, size: int, folder: Path, search_url: str = "") -> None:
        """folder holds its database, before and after; search_url names the server that it asks, if any."""
        database = {
            "DATABASE_URL": f"sqlite:///{folder / f'finder-{size}.sqlite3'}",
            "BENCHMARK_SEARCH_URL": search_url,
        }
        self._process = subprocess.Popen(  # noqa: S603  our own module
            [sys.executable, "-m", "benchmarks.finder_process", str(size)],
            env={**os.environ, **database},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.size = size
        self.built = self._answer()

    def ask(self, search: str, *, person: bool = False) -> tuple[float, float]:
        """Milliseconds and processor milliseconds of one response."""
        answer = self._say({"search": search, "person": person})
        return answer["elapsed"], answer["cpu"]

    def statements(self, search: str, *, person: bool = False) -> int:
        """How many SQL queries a response takes."""
        return int(self._say({"search": search, "statements": True, "person": person})["statements"])

    def end(self) -> None:
        """Let it go."""
        self._process.communicate(timeout=60)

    def _say(self, request: dict[str, Any]) -> Any:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, f"the process for {self.size:,} services ended"
        return json.loads(line)


def main(sizes: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="hub-finder-") as scratch:
        folder = Path(os.environ.get("KEEP") or scratch)
        urls = [*([""] * (len(sizes) - 1)), os.environ.get("BENCHMARK_SEARCH_URL", "")]
        finders = [Finder(size, folder, url) for size, url in zip(sizes, urls, strict=True)]
        print(machine())
        for finder in finders:
            print("{:,} services; index built from the database in {:.0f} s, {:.0f} MB".format(*finder.built))
        measure(finders)
        for finder in finders:
            finder.end()


def measure(finders: list[Finder]) -> None:
    """Print each search, and all of them together."""
    every: list[list[Measured]] = [[] for _ in finders]
    several = len(finders) > 1
    columns = f"{'p50 ms':>8}{'p95 ms':>8}{'SQL':>5}" * len(finders)
    print(f"\n{'':66}{columns}" + f"{'grows':>8}" * several)
    for search, person in (*((search, False) for search in SEARCHES), *((search, True) for search in FOR_A_PERSON)):
        statements = [finder.statements(search, person=person) for finder in finders]
        measured = in_turn(finders, search, person=person)
        line = f"{'for a person: ' if person else ''}/find/?{search}".ljust(66)
        for place, one in enumerate(measured):
            if not person:
                every[place].append(one)
            line += f"{one.p50:8.1f}{one.p95:8.1f}{statements[place]:5}"
        print(line + f"{measured[-1].p50 / measured[0].p50:8.1f}" * several)
    print()
    for finder, measured in zip(finders, every, strict=True):
        slowest = max(one.p95 for one in measured)
        print(f"{finder.size:,} services: median of all {middle(measured):.1f} ms; slowest p95 {slowest:.1f} ms")


def in_turn(finders: list[Finder], search: str, *, person: bool = False) -> list[Measured]:
    """Ask all of them the same by turns."""
    taken: list[list[tuple[float, float]]] = [[] for _ in finders]
    for number in range(WARM_UP + REPETITIONS):
        for place, finder in enumerate(finders):
            one = finder.ask(search, person=person)
            if number >= WARM_UP:
                taken[place].append(one)
    return [Measured.of(of_finder) for of_finder in taken]


def middle(measured: list[Measured]) -> float:
    """The median of some medians."""
    return sorted(one.p50 for one in measured)[len(measured) // 2]


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
