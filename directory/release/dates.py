"""A date typed as day, month and year. Pure functions."""

import re
from calendar import monthrange
from datetime import date

YEARS_AHEAD = 5
PARTS = ("day", "month", "year")
FRIDAY = 4
_PATTERNS = {
    "day": re.compile(r"0?[1-9]|[12][0-9]|3[01]", re.ASCII),
    "month": re.compile(r"0?[1-9]|1[0-2]", re.ASCII),
    "year": re.compile(r"[0-9]{4}", re.ASCII),
}


class WrongDate(ValueError):
    """A date that cannot be used: the sentence to show, and which of its parts to correct."""

    def __init__(self, message: str, *parts: str) -> None:
        super().__init__(message)
        self.parts = parts or PARTS


def read_release_date(typed: dict[str, str], today: date) -> date:
    """The date of release, today or up to five years ahead. Raises `WrongDate`."""
    missing = [part for part in PARTS if not typed[part]]
    if len(missing) == len(PARTS):
        raise WrongDate("Enter the expected date of release")
    if missing:
        raise WrongDate(f"Date of release must include a {' and a '.join(missing)}", *missing)
    found = _real_date(typed)
    if found < today:
        raise WrongDate("Date of release must be today or later")
    if found > _years_after(today, YEARS_AHEAD):
        raise WrongDate(f"Date of release must be within {YEARS_AHEAD} years from today")
    return found


def time_until(day: date, today: date) -> str:
    """How far off a day is, as people say it."""
    days = (day - today).days
    if days < 2:
        return ("Today", "Tomorrow")[days]
    if days < 28:
        return f"In {days} days"
    if days < 71:
        return f"In {days // 7} weeks"
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    return f"In {months} months"


def is_before_weekend(day: date) -> bool:
    """Whether services that open on weekdays only are about to close, or closed."""
    return day.weekday() >= FRIDAY


def _real_date(typed: dict[str, str]) -> date:
    wrong = [part for part in PARTS if not _PATTERNS[part].fullmatch(typed[part])]
    if wrong == ["year"]:
        raise WrongDate("Year must include 4 numbers", "year")
    if wrong:
        raise WrongDate("Date of release must be a real date, in numbers", *wrong)
    day, month, year = (int(typed[part]) for part in PARTS)
    if year < date.min.year or day > monthrange(year, month)[1]:
        raise WrongDate("Date of release must be a real date", *(("year",) if year < date.min.year else ("day",)))
    return date(year, month, day)


def _years_after(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, monthrange(day.year + years, day.month)[1]))
