"""What an engine is asked: many different questions of each kind.

No two in a row are the same, so nothing that an engine keeps from one answer helps it with the next; only "no text" is
always one question.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.synthetic import AREAS, NEEDS, WORDS
from search.query import Point, SearchQuery

NEAR_KM, WIDE_KM = 16.0, 80.0
MOST_QUESTIONS = 200
# Each of these stands in about every second listing, and none is the beginning of another.
COMMON_WORDS = [
    word for word in dict.fromkeys(WORDS) if not any(other != word and other.startswith(word) for other in WORDS)
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What stands for the variable parts of one question."""

    number: int

    @property
    def word(self) -> str:
        """A word that about half of all services have."""
        return COMMON_WORDS[self.number % len(COMMON_WORDS)]

    @property
    def two_words(self) -> str:
        """Two such words."""
        return f"{self.word} {COMMON_WORDS[(self.number + 7) % len(COMMON_WORDS)]}"

    @property
    def misspelt(self) -> str:
        """A longer word of them, its third and fourth letter in each other's place."""
        longer = [word for word in COMMON_WORDS if len(word) >= 6]
        word = longer[self.number % len(longer)]
        return word[:2] + word[3] + word[2] + word[4:]

    @property
    def need(self) -> dict[str, tuple[str, ...]]:
        """One need, which an eighth of all services have."""
        return {"need": (NEEDS[self.number % len(NEEDS)],)}

    @property
    def filters(self) -> dict[str, tuple[str, ...]]:
        """That need and one area, which every 150th has."""
        return {**self.need, "area": (AREAS[self.number % len(AREAS)],)}

    def near(self, radius_km: float) -> dict[str, Any]:
        """A place among the services, and two areas that hold it."""
        chance = random.Random(self.number)
        point = Point(chance.uniform(55.0, 58.0), chance.uniform(-5.8, -2.2))
        first = self.number % (len(AREAS) - 1)
        return {"near": point, "areas": AREAS[first : first + 2], "radius_km": radius_km}


def asked(name: str, **options: Any) -> Iterator[SearchQuery]:
    """Questions of a kind in `KINDS`, made before the first is asked; options go to each."""
    return iter([SearchQuery(**KINDS[name](Chosen(number)), **options) for number in range(MOST_QUESTIONS)])


KINDS = {
    "word in half of all": lambda chosen: {"text": chosen.word},
    "the same, one filter": lambda chosen: {"text": chosen.word, "filters": chosen.need},
    "the same, two filters": lambda chosen: {"text": chosen.word, "filters": chosen.filters},
    "two words": lambda chosen: {"text": chosen.two_words},
    "word within 16 km": lambda chosen: {"text": chosen.word, **chosen.near(NEAR_KM)},
    "word within 80 km": lambda chosen: {"text": chosen.word, **chosen.near(WIDE_KM)},
    "a typing error": lambda chosen: {"text": f"{chosen.misspelt} mentring"},
    "no text": lambda chosen: {},
    "nearest first, 80 km": lambda chosen: {"sort": "distance", **chosen.near(WIDE_KM)},
    "page 50": lambda chosen: {"text": chosen.word, "offset": 490},
}
