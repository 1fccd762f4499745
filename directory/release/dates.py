"""The day of a release: how far ahead it may be, how far off it is, and what is worth saying. Pure functions."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from directory.forms.date_parts import WrongDate, read_date
from directory.opening_hours.bank_holidays import ENGLAND, SCOTLAND, WALES, Observed, observed

YEARS_AHEAD = 5
WHAT = "Date of release"
FRIDAY = 4
ONE_DAY = timedelta(days=1)
EARLIER = {
    SCOTLAND: "In Scotland a prison may release somebody up to two days earlier, so that services can be reached.",
    ENGLAND: "In England a prison may release somebody up to two working days earlier.",
    WALES: "In Wales a prison may release somebody up to two working days earlier.",
}


def read_release_date(typed: dict[str, str], today: date) -> date:
    """The date of release, today or up to five years ahead. Raises `WrongDate`."""
    found = read_date(typed, WHAT)
    if found < today:
        raise WrongDate(f"{WHAT} must be today or later")
    if found > today + relativedelta(years=YEARS_AHEAD):
        raise WrongDate(f"{WHAT} must be within {YEARS_AHEAD} years from today")
    return found


def time_until(day: date, today: date) -> str:
    """How far off a day is, as people say it."""
    days = (day - today).days
    if days < 2:
        # A plan that was asked for before midnight may be looked at after it.
        return ("Today", "Tomorrow")[max(days, 0)]
    if days < 28:
        return f"In {days} days"
    if days < 71:
        return f"In {days // 7} weeks"
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    return f"In {months} months"


def release_day_notes(day: date, nation: str) -> list[str]:
    """What is worth saying about a day of release: prisons avoid some days, and services close on others.

    nation: code of the nation the prison is in. Sentences, none for an ordinary day. In Scotland a release that falls
    on a weekend or public holiday moves to the last day before that is neither (Prisoners and Criminal Proceedings
    (Scotland) Act 1993, section 27(7)), and may be brought forward by up to two days so that services can be reached
    (section 26C). In England and Wales a Friday or the eve of a holiday may be brought forward by up to two working
    days (Offenders (Day of Release from Detention) Act 2023).
    """
    moved = _last_working_day(day, nation)
    notes = []
    if moved != day:
        kind = f"a {day:%A}" if day.weekday() > FRIDAY else "a bank holiday"
        notes.append(
            f"{day.day} {day:%B} is {kind}. Release then moves to the day before that is neither: {_words(moved)}."
        )
    if moved.weekday() == FRIDAY or _is_holiday(moved + ONE_DAY, nation):
        why = "a Friday" if moved.weekday() == FRIDAY else "the day before a bank holiday"
        notes.append(
            f"{_date(moved)} is {why}. Many services close then. Ask who will be there on the first evening and the "
            "next day."
        )
        if nation in EARLIER:
            notes.append(f"{EARLIER[nation]} Ask the prison if it will.")
    return notes


def _last_working_day(day: date, nation: str) -> date:
    while day.weekday() > FRIDAY or _is_holiday(day, nation):
        day -= ONE_DAY
    return day


def _is_holiday(day: date, nation: str) -> bool:
    return observed(day, frozenset({nation})) == Observed.EVERYWHERE


def _date(day: date) -> str:
    return f"{day.day} {day:%B}"


def _words(day: date) -> str:
    return f"{day:%A} {_date(day)}"
