"""Whole responses of the finder and the site search over made-up services: milliseconds, SQL queries, how they grow.

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
from statistics import median
from typing import Any, NamedTuple

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
IN_THE_SITE = (
    "q=housing",
    "q=peer+mentoring+women",
    "q=recovery+cafe",
    "q=family+court",
    "q=huosing",
    "q=glasgow",
    "q=housing&kind=service",
    "q=mentoring&page=3",
    "q=how+do+i+set+up+a+peer+scheme",
    "q=zzyzx",
)


class TimedSearch(NamedTuple):
    """What is asked for, and whether for a person."""

    address: str
    person: bool = False

    def __str__(self) -> str:
        return f"for a person: {self.address}" if self.person else self.address


# The middle of each of these is told by itself.
GROUPS = {
    "the finder": [TimedSearch(f"/find/?{search}") for search in SEARCHES],
    "for a person": [TimedSearch(f"/find/?{search}", person=True) for search in FOR_A_PERSON],
    "the site search": [TimedSearch(f"/search/?{search}") for search in IN_THE_SITE],
}


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

    def ask(self, asked: TimedSearch) -> tuple[float, float]:
        """Milliseconds and processor milliseconds of one response."""
        answer = self._say(asked._asdict())
        return answer["elapsed"], answer["cpu"]

    def statements(self, asked: TimedSearch) -> int:
        """How many SQL queries a response takes."""
        return int(self._say({**asked._asdict(), "statements": True})["statements"])

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
    """Print each search, and those of a group together."""
    several = len(finders) > 1
    columns = f"{'p50 ms':>8}{'p95 ms':>8}{'SQL':>5}" * len(finders)
    print(f"\n{'':66}{columns}" + f"{'grows':>8}" * several)
    found = {group: [measure_one(finders, asked) for asked in searches] for group, searches in GROUPS.items()}
    print()
    for place, finder in enumerate(finders):
        for group, rows in found.items():
            measured = [row[place] for row in rows]
            middle, slowest = median(one.p50 for one in measured), max(one.p95 for one in measured)
            print(f"{finder.size:,} services, {group}: median of all {middle:.1f} ms; slowest p95 {slowest:.1f} ms")


def measure_one(finders: list[Finder], asked: TimedSearch) -> list[Measured]:
    """Print one search, and say what each process took."""
    statements = [finder.statements(asked) for finder in finders]
    measured = in_turn(finders, asked)
    line = str(asked).ljust(66)
    for one, number in zip(measured, statements, strict=True):
        line += f"{one.p50:8.1f}{one.p95:8.1f}{number:5}"
    print(line + (f"{measured[-1].p50 / measured[0].p50:8.1f}" if len(finders) > 1 else ""))
    return measured


def in_turn(finders: list[Finder], asked: TimedSearch) -> list[Measured]:
    """Ask all of them the same by turns."""
    taken: list[list[tuple[float, float]]] = [[] for _ in finders]
    for number in range(WARM_UP + REPETITIONS):
        for place, finder in enumerate(finders):
            one = finder.ask(asked)
            if number >= WARM_UP:
                taken[place].append(one)
    return [Measured.of(of_finder) for of_finder in taken]


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
