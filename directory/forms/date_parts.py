"""A date typed as day, month and year. Pure functions."""

from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .date_words import day_number, month_number, parted, year_number
from .widgets import PARTS

# What is not there, as the error says it: all of the words change with the parts in some languages.
MISSING = {
    ("day",): lazy("%(what)s must include a day"),
    ("month",): lazy("%(what)s must include a month"),
    ("year",): lazy("%(what)s must include a year"),
    ("day", "month"): lazy("%(what)s must include a day and a month"),
    ("day", "year"): lazy("%(what)s must include a day and a year"),
    ("month", "year"): lazy("%(what)s must include a month and a year"),
    ("day", "month", "year"): lazy("%(what)s must include a day and a month and a year"),
}
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
        raise WrongDate(MISSING[tuple(missing)] % {"what": what}, *missing)
    day, month, year = (read(typed[part]) for part, read in zip(PARTS, READERS, strict=True))
    wrong = [part for part, number in zip(PARTS, (day, month, year), strict=True) if number is None]
    if wrong == ["year"]:
        raise WrongDate(_("Year must include 4 numbers"), "year")
    if day is None or month is None or year is None:
        raise WrongDate(_("%(what)s must be a real date, like 27 3 2027 or 27 March 2027") % {"what": what}, *wrong)
    if year < date.min.year or day > monthrange(year, month)[1]:
        raise WrongDate(_("%(what)s must be a real date") % {"what": what}, "year" if year < date.min.year else "day")
    return date(year, month, day)
