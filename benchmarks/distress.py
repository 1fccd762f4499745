"""How much distress is recognised, and how often it is seen where there is none.

Run with `python -m benchmarks.distress [TERMS]`. Phrases were tuned on distress.csv, which was given, and on
distress_development.csv and distress_third.csv, which others wrote later, the third to be harder. Signs learned from
these, from distress_made_up.csv, written for that, and from ordinary phrases. So their figures say what is known, not
how well it generalises; `python -m benchmarks.distress_weights --folds` does. distress_held_out.csv was written by
somebody who had seen none of them: only its totals are ever printed, and nobody who tunes reads it. TERMS is a list of
words that people type on this site: columns phrase and note; a row whose note says distress or safety may be
recognised, any other is a false alarm.
"""

import csv
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.distress import KINDS, recognise

FOLDER = Path(__file__).parent
GIVEN, HELD_OUT = FOLDER / "distress.csv", FOLDER / "distress_held_out.csv"
DEVELOPMENT, THIRD = FOLDER / "distress_development.csv", FOLDER / "distress_third.csv"
MADE_UP = FOLDER / "distress_made_up.csv"
TUNED_ON = (GIVEN, DEVELOPMENT, THIRD)
LEARNED_FROM = (*TUNED_ON, MADE_UP)
# What people ask this site, none of it in distress.
ORDINARY = FOLDER / "distress_ordinary.txt"
COMMON = FOLDER.parent / "tests" / "search" / "distress" / "common_phrases.txt"
RECALL, FALSE_ALARMS = 0.95, 0.05


@dataclass(frozen=True, slots=True)
class Judged:
    """A phrase with what it is: of this kind, and distress or harmless beside it."""

    phrase: str
    kind: str
    is_distress: bool

    @property
    def found(self) -> tuple[str, ...]:
        """The kinds that are recognised in it."""
        return recognise(self.phrase).kinds


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of some phrases: recall, recall with the right kind among those recognised, and false alarms."""

    distress: int
    harmless: int
    recall: float
    right_kind: float
    false_alarms: float


def read_judged(path: Path) -> list[Judged]:
    """The phrases of a file with the columns phrase, kind and label."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Judged(row["phrase"], row["kind"], row["label"] == "distress") for row in csv.DictReader(file)]


def read_lines(path: Path) -> list[str]:
    """The phrases of a file that has one on each line."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


def figures(of: Sequence[Judged]) -> Figures:
    """The shares over some phrases."""
    distress = [(judged.kind, judged.found) for judged in of if judged.is_distress]
    harmless = [judged.found for judged in of if not judged.is_distress]
    return Figures(
        len(distress),
        len(harmless),
        recall=_share(bool(found) for _, found in distress),
        right_kind=_share(kind in found for kind, found in distress),
        false_alarms=_share(map(bool, harmless)),
    )


def false_alarms_in(path: Path) -> tuple[list[str], int]:
    """The phrases of a list of words that raise a false alarm, and how many different ones were tried."""
    with path.open(encoding="utf-8", newline="") as file:
        phrases = {
            row["phrase"] for row in csv.DictReader(file) if not {"distress", "safety"} & set(_words(row["note"]))
        }
    return sorted(phrase for phrase in phrases if recognise(phrase)), len(phrases)


def microseconds(phrases: Sequence[str], rounds: int = 5) -> float:
    """The time that one phrase takes, in the mean over some of them."""
    recognise("")
    began = time.perf_counter()
    for _ in range(rounds):
        for phrase in phrases:
            recognise(phrase)
    return (time.perf_counter() - began) / (rounds * len(phrases)) * 1e6


def main() -> None:
    """Measure and print."""
    for path in (*TUNED_ON, HELD_OUT):
        judged = read_judged(path)
        print(f"\n{path.name:26}{'distress':>9}{'recall':>8}{'kind':>7}{'harmless':>10}{'false':>7}")
        for kind in KINDS:
            _print(kind, figures([each for each in judged if each.kind == kind]))
        _print("all", figures(judged))
    given = [judged.phrase for judged in read_judged(GIVEN)]
    print(f"\n{microseconds(given):.0f} microseconds a phrase; 3,000 characters: ", end="")
    print(f"{microseconds(['. '.join(given)[:3000]]) / 1000:.1f} ms")
    if len(sys.argv) > 1:
        alarms, tried = false_alarms_in(Path(sys.argv[1]))
        print(f"{len(alarms)} false alarms in {tried:,} phrases: {', '.join(alarms) or 'none'}")


def _print(name: str, of: Figures) -> None:
    print(f"{name:26}{of.distress:9}{of.recall:8.3f}{of.right_kind:7.3f}{of.harmless:10}{of.false_alarms:7.3f}")


def _share(values: Iterable[bool]) -> float:
    counted = list(values)
    return sum(counted) / len(counted) if counted else 0.0


def _words(note: str) -> list[str]:
    return note.replace(":", " ").replace(";", " ").split()


if __name__ == "__main__":
    main()
