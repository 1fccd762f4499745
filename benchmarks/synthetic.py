"""Services that look like services and are the same in every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from search.document import Document

NEEDS = ("housing", "alcohol", "mental-health", "health", "money", "work", "family", "activity")
AREAS = tuple(f"S{number:08d}" for number in range(150))
FACETS = ("need", "area", "setting")
# The word that is asked for stands in every second listing.
COMMON_WORD = "recovery"
KINDS = ("mentoring", "group", "café", "outreach", "helpline", "drop-in", "course", "listening service")
TEXT = """
    peer support lived experience community prison release licence custody court mentor volunteer training worker
    referral partner family tenancy benefit addiction harm reduction counselling employment skills confidence
    appointment weekly evening women men young adult city town rural bus centre hall church library park garden
    football walking cooking music art reading writing numeracy driving interview induction supervision boundary
"""
WORDS = TEXT.split()
LAST_CHECKED = date(2026, 6, 1)
# As many as Scotland has postcode sectors, which is where a postcode puts a service.
PLACES = 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """The content of one synthetic service."""

    number: int
    title: str
    summary: str
    need: str
    area: str
    point: tuple[float, float]
    checked: date


def rows(count: int, seed: int = 1) -> Iterator[Row]:
    """Yield count services; the same ones for the same seed."""
    chance = random.Random(seed)
    places = [(chance.uniform(54.6, 58.6), chance.uniform(-6.2, -1.8)) for _ in range(PLACES)]
    for number in range(count):
        words = [chance.choice(WORDS) for _ in range(40)]
        if number % 2:
            words[chance.randrange(len(words))] = COMMON_WORD
        yield Row(
            number=number,
            title=f"{chance.choice(WORDS)} {chance.choice(KINDS)} {number}".capitalize(),
            summary=" ".join(words),
            need=chance.choice(NEEDS),
            area=chance.choice(AREAS),
            point=chance.choice(places),
            checked=LAST_CHECKED - timedelta(days=chance.randrange(900)),
        )


def document_of(row: Row) -> Document:
    """The same service as a document."""
    return Document(
        kind="service",
        key=str(row.number),
        title=row.title,
        url=f"/services/{row.number}/",
        summary=row.summary,
        facets={"need": (row.need,), "area": (row.area,), "setting": (row.need[:4], row.area[-1:])},
        coverage=(row.area,),
        points=(row.point,),
        checked=row.checked,
    )
