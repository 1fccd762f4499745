"""What people type and what should come first: success@1 and nDCG@10 over the demo's directory and guides.

Run with `python -m benchmarks.relevance`. The judgements were made from what the listings and guides say, before any
search was run. In a row, `best` answers the question (any of them may come first), `good` helps, `fair` has to do
with it. Of relevance.csv every third row is held out: ranking is tuned on the others only. plain_language.csv and
plain_language_more.csv have everyday words, and are tuned on. The other files of that name were written by people who
had seen neither of them nor what terms and services have for phrases. Of those named unseen only totals are printed,
so that nobody tunes on them.
"""

import csv
import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

JUDGEMENTS = Path(__file__).with_name("relevance.csv")
PLAIN = Path(__file__).with_name("plain_language.csv")
PLAIN_MORE = Path(__file__).with_name("plain_language_more.csv")
PLAIN_THIRD = Path(__file__).with_name("plain_language_third.csv")
PLAIN_UNSEEN = Path(__file__).with_name("plain_language_unseen.csv")
PLAIN_UNSEEN_TOO = Path(__file__).with_name("plain_language_unseen_too.csv")
GRADES = {"best": 3, "good": 2, "fair": 1}
LOOKED_AT = 10
HELD_OUT_EVERY = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """A text, the kinds it is put to (none: all of them), and the grade of each slug that matters."""

    text: str
    kinds: tuple[str, ...]
    grades: dict[str, int]
    is_held_out: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back for a judgement, by slug."""

    judgement: Judgement
    found: tuple[str, ...]

    @property
    def is_success(self) -> bool:
        """Whether the first result answers the question."""
        return bool(self.found) and self.judgement.grades.get(self.found[0], 0) == GRADES["best"]

    @property
    def gain(self) -> float:
        """nDCG over the first ten."""
        grades = self.judgement.grades
        ideal = _discounted(sorted(grades.values(), reverse=True)[:LOOKED_AT])
        return _discounted([grades.get(slug, 0) for slug in self.found[:LOOKED_AT]]) / ideal


def read_judgements(path: Path = JUDGEMENTS) -> list[Judgement]:
    """All judgements, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Judgement(
                text=row["query"],
                kinds=("service",) if row["where"] == "services" else (),
                grades={slug: grade for name, grade in GRADES.items() for slug in row[name].split()},
                is_held_out=number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1,
            )
            for number, row in enumerate(csv.DictReader(file))
        ]


def outcomes(path: Path = JUDGEMENTS) -> Iterator[Outcome]:
    """Put every judgement's text to the search. Needs the demo in the database."""
    from directory.finder.query import FinderQuery
    from directory.finder.results import search_query
    from home.site_search import SiteSearchQuery, engine_query
    from search.api import find

    for judgement in read_judgements(path):
        if judgement.kinds:
            query = search_query(FinderQuery(text=judgement.text), limit=LOOKED_AT, count=False)
        else:
            query = engine_query(SiteSearchQuery(text=judgement.text))
        result = find(query)
        yield Outcome(judgement, tuple(hit.url.rstrip("/").rsplit("/", 1)[-1] for hit in result.hits))


def success(of: Sequence[Outcome]) -> float:
    """The share whose first result answers the question."""
    return sum(outcome.is_success for outcome in of) / len(of)


def mean_gain(of: Sequence[Outcome]) -> float:
    """The mean nDCG@10."""
    return sum(outcome.gain for outcome in of) / len(of)


def main() -> None:
    """Load the demo into a scratch database, measure and print."""
    prepare()
    every, plain, more = list(outcomes()), list(outcomes(PLAIN)), list(outcomes(PLAIN_MORE))
    third = list(outcomes(PLAIN_THIRD))
    parts = {
        "all": every,
        "tuned on": [outcome for outcome in every if not outcome.judgement.is_held_out],
        "held out": [outcome for outcome in every if outcome.judgement.is_held_out],
        "plain language": plain,
        "plain, more": more,
        "plain, third": third,
        "plain, unseen": list(outcomes(PLAIN_UNSEEN)),
        "plain, unseen too": list(outcomes(PLAIN_UNSEEN_TOO)),
    }
    print(f"{'':18}{'queries':>8}{'success@1':>11}{'nDCG@10':>9}")
    for name, chosen in parts.items():
        print(f"{name:18}{len(chosen):8}{success(chosen):11.3f}{mean_gain(chosen):9.3f}")
    print("\nFirst result does not answer the question:")
    for outcome in (*every, *plain, *more, *third):
        if not outcome.is_success:
            wanted = [slug for slug, grade in outcome.judgement.grades.items() if grade == GRADES["best"]]
            mark = "held out" if outcome.judgement.is_held_out else ""
            found = ", ".join(outcome.found[:3]) or "nothing"
            print(f"  {outcome.judgement.text!r}: {found}; wanted {' or '.join(wanted)} {mark}")


def prepare() -> None:
    """A scratch database with the demo."""
    # These settings keep everything in a folder that goes with the process.
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.test"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("seed_demo", verbosity=0)


def _discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


if __name__ == "__main__":
    main()
