"""Days and months as people write them: "1st", "March", "Sept.", or a whole date in one box. Pure functions."""

import re
from difflib import get_close_matches

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SHORTEST_MONTH = 3
SHORTEST_MISSPELT = 6
PARTS_OF_A_DATE = 3
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?", re.IGNORECASE)
_FILLING = frozenset({"of", "the"})
_DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])\s*(?:st|nd|rd|th)?\.?", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"0?[1-9]|1[0-2]", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)


def day_number(text: str) -> int | None:
    """The day of a month, from 1 to 31."""
    found = _DAY.fullmatch(text)
    return int(found[1]) if found else None


def month_number(text: str) -> int | None:
    """The month, from 1 to 12, from its number, its name or the beginning of that."""
    if _MONTH.fullmatch(text):
        return int(text)
    name = text.casefold().removesuffix(".")
    if len(name) < SHORTEST_MONTH:
        return None
    begun = next((month for month in MONTHS if month.startswith(name) or (name == "sept" and month[:4] == name)), "")
    near = get_close_matches(name, MONTHS, n=1, cutoff=0.8) if len(name) >= SHORTEST_MISSPELT and not begun else []
    found = begun or (near[0] if near else "")
    return MONTHS.index(found) + 1 if found else None


def year_number(text: str) -> int | None:
    """The year, of four digits."""
    return int(text) if _YEAR.fullmatch(text) else None


def parted(typed: dict[str, str], names: tuple[str, str, str]) -> dict[str, str]:
    """A date that was typed into fewer boxes than there are, part by part; else the boxes as they are."""
    if all(typed[name] for name in names):
        return typed
    words = [word for name in names for word in re.split(r"[\s/.,-]+", typed[name]) if word]
    words = [word for word in words if word.casefold() not in _FILLING and not _WEEKDAY.fullmatch(word)]
    if len(words) != PARTS_OF_A_DATE:
        return typed
    if _YEAR.fullmatch(words[0]):
        words.reverse()
    elif month_number(words[0]) and not _MONTH.fullmatch(words[0]):
        words[:2] = words[1::-1]
    return dict(zip(names, words, strict=True))
