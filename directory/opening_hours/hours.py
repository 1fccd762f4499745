"""Is it open now? Pure functions: opening hours and a moment in, an answer in words out.

Hours are wall-clock times in the United Kingdom. Moments are compared in UTC, because on the nights when the clocks
change two wall-clock times can be further apart, or closer, than they look.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .bank_holidays import Observed

LONDON = ZoneInfo("Europe/London")
WEEKDAYS = (
    lazy("Monday"),
    lazy("Tuesday"),
    lazy("Wednesday"),
    lazy("Thursday"),
    lazy("Friday"),
    lazy("Saturday"),
    lazy("Sunday"),
)
DAY = timedelta(days=1)
# Two months reach the next monthly meeting from any day.
DAYS_AHEAD = 62
# Without an end within this many days it is open round the clock.
DAYS_WITHOUT_END = 8
LAST_WEEK = -1
SMALL_HOURS = time(6)


class OnBankHolidays(StrEnum):
    """What a line of opening hours says about bank holidays."""

    NOT_RECORDED = ""
    OPEN = "open"
    CLOSED = "closed"
    ONLY = "only"


class State(StrEnum):
    """Whether it is open."""

    OPEN = "open"
    CLOSED = "closed"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Hours:
    """One line of opening hours.

    `weekdays`: 0 for Monday to 6. `opens` and `closes`: times of the day, or None when only the days are recorded;
    closing at or before opening means on the next day, so 00:00 to 00:00 is 24 hours. `week_of_month`: 1 to 4, or -1
    for the last; None for every week. `interval`: every so many weeks, counted from the week of `valid_from`.
    """

    weekdays: frozenset[int]
    opens: time | None = None
    closes: time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    week_of_month: int | None = None
    interval: int = 1
    on_bank_holidays: OnBankHolidays = OnBankHolidays.NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Opening:
    """The answer for one moment.

    `until`: when it closes, if it is open and ever does. `opens`: when it opens next, if it is closed. Both are aware
    and in UK time. `call_first`: it, or its next opening, falls on a bank holiday that the hours do not speak about.
    """

    state: State
    until: datetime | None = None
    opens: datetime | None = None
    call_first: bool = False


@dataclass(frozen=True, slots=True)
class _Span:
    start: datetime
    end: datetime
    is_sure: bool


Calendar = Callable[[date], Observed]


def opening_at(lines: Iterable[Hours], moment: datetime, calendar: Calendar) -> Opening:
    """Whether it is open at an aware moment. `calendar` says for a day whether it is a bank holiday."""
    today = moment.astimezone(LONDON).date()
    lines = tuple(line for line in lines if line.valid_to is None or line.valid_to >= today - DAY)
    now = moment.astimezone(UTC)
    here = [span for span in _spans(lines, today, calendar, days=DAYS_WITHOUT_END) if span.end > now]
    around = [span for span in here if span.start <= now]
    if around:
        return Opening(State.OPEN, until=_end(here, now), call_first=not any(span.is_sure for span in around))
    if _has_day_without_times(lines, today, calendar) or not any(line.opens and line.closes for line in lines):
        return Opening(State.NOT_RECORDED, call_first=calendar(today) != Observed.NOWHERE)
    # Most hours come round within the week; only monthly and seasonal ones need a longer look.
    following = _first(here) or _first(
        span for span in _spans(lines, today, calendar, days=DAYS_AHEAD) if span.start > now
    )
    if following is None:
        return Opening(State.CLOSED)
    return Opening(State.CLOSED, opens=following.start.astimezone(LONDON), call_first=not following.is_sure)


def in_words(opening: Opening, moment: datetime) -> str:
    """The answer as people say it: "Open until 17:00", "Closed. Opens Monday at 09:00"."""
    if opening.state == State.NOT_RECORDED:
        return _("Times not recorded")
    now = moment.astimezone(LONDON)
    if opening.state == State.OPEN and opening.call_first:
        return _("May be open: it is a bank holiday, so call first")
    if opening.state == State.OPEN:
        return (
            _("Open until %(closes)s") % {"closes": _closes(opening.until, now)}
            if opening.until
            else _("Open 24 hours a day")
        )
    if opening.opens is None:
        return _("Closed")
    words = _("Closed. Opens %(opens)s") % {"opens": _on_a_day(opening.opens, now)}
    return _("%(words)s, a bank holiday: call first") % {"words": words} if opening.call_first else words


def _first(spans: Iterable[_Span]) -> _Span | None:
    return min(spans, key=lambda span: (span.start, not span.is_sure), default=None)


def _spans(lines: tuple[Hours, ...], today: date, calendar: Calendar, *, days: int) -> Iterator[_Span]:
    """Every opening that starts from yesterday on: yesterday's may last into today."""
    timed = [(line, line.opens, line.closes) for line in lines if line.opens is not None and line.closes is not None]
    for offset in range(-1, days + 1):
        day = today + offset * DAY
        seen = calendar(day)
        for line, opens, closes in timed:
            chance = _is_held(line, day, seen)
            if chance is not None:
                yield _span(day, opens, closes, is_sure=chance)


def _span(day: date, opens: time, closes: time, *, is_sure: bool) -> _Span:
    last = day if closes > opens else day + DAY
    start = datetime.combine(day, opens, LONDON).astimezone(UTC)
    end = datetime.combine(last, closes, LONDON).astimezone(UTC)
    # An opening within the hour that the clocks skip has no length.
    return _Span(start, max(start, end), is_sure)


def _is_held(line: Hours, day: date, seen: Observed) -> bool | None:
    """Whether a line of hours surely holds on a day; None when it does not hold at all."""
    if not _falls_on(line, day):
        return None
    rule = line.on_bank_holidays
    if seen == Observed.NOWHERE:
        return None if rule == OnBankHolidays.ONLY else True
    if rule == OnBankHolidays.OPEN:
        return True
    if seen == Observed.EVERYWHERE and rule == OnBankHolidays.CLOSED:
        return None
    return seen == Observed.EVERYWHERE and rule == OnBankHolidays.ONLY


def _falls_on(line: Hours, day: date) -> bool:
    if day.weekday() not in line.weekdays:
        return False
    if (line.valid_from and day < line.valid_from) or (line.valid_to and day > line.valid_to):
        return False
    if line.week_of_month == LAST_WEEK:
        return (day + 7 * DAY).month != day.month
    if line.week_of_month is not None:
        return (day.day - 1) // 7 + 1 == line.week_of_month
    if line.interval > 1 and line.valid_from:
        first = line.valid_from - line.valid_from.weekday() * DAY
        return ((day - first).days // 7) % line.interval == 0
    return True


def _has_day_without_times(lines: tuple[Hours, ...], day: date, calendar: Calendar) -> bool:
    timeless = (line for line in lines if line.opens is None or line.closes is None)
    return any(_is_held(line, day, calendar(day)) is not None for line in timeless)


def _end(spans: list[_Span], now: datetime) -> datetime | None:
    """When it closes: openings that touch or overlap are one. None when it does not within a week."""
    end = now
    for span in sorted(spans, key=lambda span: span.start):
        if span.start > end:
            break
        end = max(end, span.end)
    if end - now >= (DAYS_WITHOUT_END - 1) * DAY:
        return None
    return end.astimezone(LONDON)


def _closes(moment: datetime, now: datetime) -> str:
    # What closes in the small hours closes tonight, as people speak, unless these hours are not over yet.
    is_tonight = moment.date() - now.date() == DAY and moment.time() < SMALL_HOURS <= now.time()
    return _clock(moment) if is_tonight or moment.date() == now.date() else _on_a_day(moment, now)


def _on_a_day(moment: datetime, now: datetime) -> str:
    """A day and a time. Midnight ends a day: on Saturday at midnight is when Sunday begins."""
    is_midnight = moment.time() == time(0)
    day = moment.date() - DAY if is_midnight else moment.date()
    days = (day - now.date()).days
    if days < len(WEEKDAYS):
        today = _("tonight") if is_midnight else _("today")
        name = (today, _("tomorrow"))[days] if days < 2 else WEEKDAYS[day.weekday()]
    else:
        name = date_format(day, "j F")
    return _("%(day)s at %(clock)s") % {"day": name, "clock": _clock(moment)}


def _clock(moment: datetime) -> str:
    return _("midnight") if moment.time() == time(0) else f"{moment:%H:%M}"
