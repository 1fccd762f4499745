"""The day of a release: how far ahead it may be, how far off it is, and what is worth saying. Pure functions."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.forms.date_parts import WrongDate, read_date
from directory.opening_hours.bank_holidays import ENGLAND, SCOTLAND, WALES, Observed, observed

YEARS_AHEAD = 5
WHAT = lazy("Date of release")
FRIDAY = 4
ONE_DAY = timedelta(days=1)
EARLIER = {
    SCOTLAND: lazy(
        "In Scotland a prison may release somebody up to two days earlier, so that services can be reached."
    ),
    ENGLAND: lazy("In England a prison may release somebody up to two working days earlier."),
    WALES: lazy("In Wales a prison may release somebody up to two working days earlier."),
}


def read_release_date(typed: dict[str, str], today: date) -> date:
    """The date of release, today or up to five years ahead. Raises `WrongDate`."""
    found = read_date(typed, WHAT)
    if found < today:
        raise WrongDate(_("%(what)s must be today or later") % {"what": WHAT})
    if found > today + relativedelta(years=YEARS_AHEAD):
        raise WrongDate(_("%(what)s must be within %(years)s years from today") % {"what": WHAT, "years": YEARS_AHEAD})
    return found


def time_until(day: date, today: date) -> str:
    """How far off a day is, as people say it."""
    days = (day - today).days
    if days < 2:
        # A plan that was asked for before midnight may be looked at after it.
        return _("Tomorrow") if days > 0 else _("Today")
    if days < 28:
        return _("In %(days)s days") % {"days": days}
    if days < 71:
        return _("In %(weeks)s weeks") % {"weeks": days // 7}
    months = (day.year - today.year) * 12 + day.month - today.month - (day.day < today.day)
    return _("In %(months)s months") % {"months": months}


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
        kind = (
            _("a %(weekday)s") % {"weekday": date_format(day, "l")} if day.weekday() > FRIDAY else _("a bank holiday")
        )
        notes.append(
            _("%(day)s is %(kind)s. Release then moves to the day before that is neither: %(moved)s.")
            % {"day": _date(day), "kind": kind, "moved": _words(moved)}
        )
    if moved.weekday() == FRIDAY or _is_holiday(moved + ONE_DAY, nation):
        why = _("a Friday") if moved.weekday() == FRIDAY else _("the day before a bank holiday")
        notes.append(
            _(
                "%(day)s is %(why)s. Many services close then. Ask who will be there on the first evening and the "
                "next day."
            )
            % {"day": _date(moved), "why": why}
        )
        if nation in EARLIER:
            notes.append(_("%(rule)s Ask the prison if it will.") % {"rule": EARLIER[nation]})
    return notes


def _last_working_day(day: date, nation: str) -> date:
    while day.weekday() > FRIDAY or _is_holiday(day, nation):
        day -= ONE_DAY
    return day


def _is_holiday(day: date, nation: str) -> bool:
    return observed(day, frozenset({nation})) == Observed.EVERYWHERE


def _date(day: date) -> str:
    return date_format(day, "j F")


def _words(day: date) -> str:
    return date_format(day, "l j F")
