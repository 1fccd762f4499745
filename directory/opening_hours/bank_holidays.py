"""Bank holidays by nation. Pure functions; the dates come from the `holidays` package.

Nations are the Office for National Statistics' codes of England, Wales, Scotland and Northern Ireland.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache

import holidays

from directory.places.geography import ancestors_of

ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES = "E92000001", "N92000002", "S92000003", "W92000004"
_SUBDIVISIONS = {ENGLAND: "ENG", NORTHERN_IRELAND: "NIR", SCOTLAND: "SCT", WALES: "WLS"}
_BY_LETTER = {code[0]: code for code in _SUBDIVISIONS}
EVERYWHERE = frozenset(_SUBDIVISIONS)


class Observed(StrEnum):
    """How many of the nations concerned keep a day as a bank holiday."""

    NOWHERE = "nowhere"
    SOMEWHERE = "somewhere"
    EVERYWHERE = "everywhere"


def last_year() -> int:
    """The last year that the package knows. Days that a government adds come with a newer version of it."""
    return holidays.UnitedKingdom.end_year


def load_calendar() -> None:
    """Have the package at hand. It reads every country's calendar, which takes as long as a page."""
    last_year()


def nations_of(area_codes: Iterable[str]) -> frozenset[str]:
    """The nations that these areas lie in.

    All four when there is no area, or one whose nation is not known: then a holiday anywhere is worth a warning.
    """
    found = {_nation_of(code) for code in area_codes}
    return frozenset(nation for nation in found if nation) if found and None not in found else EVERYWHERE


@lru_cache(maxsize=4_096)
def observed(day: date, nations: frozenset[str]) -> Observed:
    """Whether a day is a bank holiday in all, some or none of the nations."""
    keeping = sum(day in _holidays(nation, day.year) for nation in nations)
    if not keeping:
        return Observed.NOWHERE
    return Observed.EVERYWHERE if keeping == len(nations) else Observed.SOMEWHERE


@lru_cache(maxsize=64)
def _holidays(nation: str, year: int) -> frozenset[date]:
    return frozenset(holidays.UnitedKingdom(subdiv=_SUBDIVISIONS[nation], years=year))


def _nation_of(code: str) -> str | None:
    chain = (code, *ancestors_of(code))
    return next((_BY_LETTER[each[0]] for each in chain if each[1:].isdigit() and each[0] in _BY_LETTER), None)
