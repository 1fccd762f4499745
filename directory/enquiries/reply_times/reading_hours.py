"""When somebody reads the inbox, from the setting `INBOX_HOURS`, and the clock that runs only then.

The setting is written like opening hours on a map: `Mo-Fr 09:00-17:00; Sa 10:00-14:00; PH off`. `PH off` means that
nobody reads on bank holidays of `INBOX_NATION`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.opening_hours.bank_holidays import ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES, Observed, observed

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
NATIONS = {"England": ENGLAND, "Northern Ireland": NORTHERN_IRELAND, "Scotland": SCOTLAND, "Wales": WALES}
HOLIDAYS_OFF = _("PH off")
RULE = re.compile(r"(?P<days>[A-Za-z, -]+?) +(?P<hours>[\d:, -]+)")
HOURS = re.compile(r"(\d\d:\d\d) *- *(\d\d:\d\d)")
FARTHEST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class ReadingHours:
    """For each weekday, Monday first, the spans in which somebody reads."""

    by_weekday: tuple[tuple[tuple[time, time], ...], ...]
    nations: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str, nation: str) -> "ReadingHours":
        """The hours the text says. Raises `ImproperlyConfigured` in words."""
        spans: list[list[tuple[time, time]]] = [[] for _unused in DAYS]
        parts = [part.strip() for part in text.split(";") if part.strip()]
        for part in parts:
            if part != HOLIDAYS_OFF:
                for weekday, found in _rule(part):
                    spans[weekday] = found
        if not any(spans):
            raise ImproperlyConfigured("INBOX_HOURS names no hour in which somebody reads. See docs/settings.md.")
        if nation not in NATIONS:
            raise ImproperlyConfigured(f"INBOX_NATION is not one of {', '.join(sorted(NATIONS))}.")
        off = frozenset({NATIONS[nation]}) if HOLIDAYS_OFF in parts else frozenset()
        return cls(tuple(tuple(sorted(day)) for day in spans), off)

    def spans_from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What is left of the span at this moment, and every later one, for sixty days."""
        day, moment = timezone.localdate(moment), moment.astimezone(UTC)
        for number in range(FARTHEST.days):
            for begin, end in self._on(day + timedelta(days=number)):
                if end > moment:
                    yield max(begin, moment), end

    def next_reading(self, moment: datetime) -> datetime:
        """When somebody reads: this moment, or the beginning of the next span."""
        return next(self.spans_from(moment))[0]

    def after(self, moment: datetime, length: timedelta) -> datetime:
        """The moment at which this much reading time has passed."""
        for begin, end in self.spans_from(moment):
            if begin + length <= end:
                return begin + length
            length -= end - begin
        raise ImproperlyConfigured("INBOX_HOURS has too few hours for the time that is promised.")

    def _on(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        if self.nations and observed(day, self.nations) is not Observed.NOWHERE:
            return
        for begin, end in self.by_weekday[day.weekday()]:
            last = day + timedelta(days=1) if end == time.min else day
            yield _local(day, begin), _local(last, end)


def reading_hours() -> ReadingHours:
    """The hours of the settings."""
    return _parsed(settings.INBOX_HOURS, settings.INBOX_NATION)


@lru_cache(maxsize=4)
def _parsed(text: str, nation: str) -> ReadingHours:
    return ReadingHours.parse(text, nation)


def _rule(part: str) -> Iterator[tuple[int, list[tuple[time, time]]]]:
    match = RULE.fullmatch(part)
    hours = [_span(*found) for found in HOURS.findall(match["hours"])] if match else []
    if not match or not hours or HOURS.sub("", match["hours"]).strip(", "):
        raise ImproperlyConfigured(f"INBOX_HOURS cannot be read at {part!r}. Write it like Mo-Fr 09:00-17:00.")
    for weekday in _weekdays(match["days"], part):
        yield weekday, hours


def _weekdays(text: str, part: str) -> Iterator[int]:
    for piece in text.replace(" ", "").split(","):
        first, _unused, last = piece.partition("-")
        try:
            begin, end = DAYS.index(first), DAYS.index(last or first)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"INBOX_HOURS has a day that is not one of {', '.join(DAYS)}: {part!r}."
            ) from error
        yield from ((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _span(begin: str, end: str) -> tuple[time, time]:
    try:
        # 24:00 is written for midnight at the end of the day.
        first, last = time.fromisoformat(begin), time.min if end == "24:00" else time.fromisoformat(end)
    except ValueError as error:
        raise ImproperlyConfigured(f"INBOX_HOURS has a time that does not exist: {begin}-{end}.") from error
    if last != time.min and last <= first:
        raise ImproperlyConfigured(f"INBOX_HOURS has a span that ends before it begins: {begin}-{end}.")
    return first, last


def _local(day: date, at: time) -> datetime:
    # In UTC from here on: on the two days when clocks change, local times cannot be added to.
    return timezone.make_aware(datetime.combine(day, at)).astimezone(UTC)
