"""A date typed as day, month and year. Pure functions."""

from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError

from .date_words import day_number, month_number, parted, year_number
from .widgets import PARTS

READERS = (day_number, month_number, year_number)


class WrongDate(ValidationError):
    """A date that cannot be used: the sentence to show, and which of its parts to correct."""

    def __init__(self, message: str, *parts: str) -> None:
        super().__init__(message, code="invalid")
        self.parts = parts or PARTS


def read_date(typed: dict[str, str], what: str) -> date:
    """The date that was typed in parts. Raises `WrongDate`. what: how its message begins, as in "Date of release"."""
    typed = parted(typed, PARTS)
    missing = [part for part in PARTS if not typed[part]]
    if missing:
        raise WrongDate(f"{what} must include a {' and a '.join(missing)}", *missing)
    day, month, year = (read(typed[part]) for part, read in zip(PARTS, READERS, strict=True))
    wrong = [part for part, number in zip(PARTS, (day, month, year), strict=True) if number is None]
    if wrong == ["year"]:
        raise WrongDate("Year must include 4 numbers", "year")
    if day is None or month is None or year is None:
        raise WrongDate(f"{what} must be a real date, like 27 3 2027 or 27 March 2027", *wrong)
    if year < date.min.year or day > monthrange(year, month)[1]:
        raise WrongDate(f"{what} must be a real date", *(("year",) if year < date.min.year else ("day",)))
    return date(year, month, day)
