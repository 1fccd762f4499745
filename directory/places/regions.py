"""Counties and regions that no council has the name of today, and what each holds. Pure, over a committed table."""

import csv
from functools import lru_cache

from .geography import DATA

MEMBERS = ";"


def members_of(region: str) -> tuple[str, ...]:
    """The labels of the councils, or of the smaller regions, that make up a region. None for an unknown name."""
    return _members().get(region, ())


def regions_around(authority: str) -> tuple[str, ...]:
    """Every name of the regions that hold a council, and of those that hold these; named as in the table."""
    return tuple(dict.fromkeys(name for region in _holding(authority) for name in region))


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple((tuple(row["names"].split("|")), tuple(row["members"].split(MEMBERS))) for row in rows)


@lru_cache(maxsize=1)
def _members() -> dict[str, tuple[str, ...]]:
    return {names[0]: members for names, members in _lines()}


@lru_cache(maxsize=512)
def _holding(member: str) -> tuple[tuple[str, ...], ...]:
    holding = [names for names, members in _lines() if member in members]
    # West Midlands holds Staffordshire, and Midlands holds it; no region holds itself.
    return tuple(region for names in holding for region in (names, *_holding(names[0])))
