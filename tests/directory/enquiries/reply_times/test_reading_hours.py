"""A clock that runs only while somebody reads."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from directory.enquiries.reply_times.reading_hours import ReadingHours
from directory.enquiries.reply_times.working_days import answer_due

WEEKDAYS = "Mo-Fr 09:00-17:00; PH off"


def at(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


@pytest.mark.parametrize(
    ("text", "moment", "hours", "expected"),
    [
        (WEEKDAYS, "2026-11-25 10:00", 2, "2026-11-25 12:00"),
        (WEEKDAYS, "2026-11-25 16:00", 2, "2026-11-26 10:00"),
        (WEEKDAYS, "2026-11-25 03:00", 2, "2026-11-25 11:00"),
        # A Friday evening before St Andrew's Day, which is on Monday.
        (WEEKDAYS, "2026-11-27 18:00", 2, "2026-12-01 11:00"),
        ("Mo-Su 08:00-20:00", "2026-11-28 19:30", 2, "2026-11-29 09:30"),
        ("Mo-Su 00:00-24:00", "2026-11-28 23:30", 2, "2026-11-29 01:30"),
        ("Mo-Fr 09:00-12:00, 13:00-17:00", "2026-11-25 11:30", 1, "2026-11-25 13:30"),
        ("Sa-Mo 10:00-11:00", "2026-11-25 12:00", 2, "2026-11-29 11:00"),
        ("Fr 22:00-24:00", "2026-11-27 23:00", 1, "2026-11-28 00:00"),
        # Clocks go forward at one in the morning: the hour between does not exist.
        ("Mo-Su 00:00-24:00", "2026-03-29 00:30", 1, "2026-03-29 02:30"),
    ],
)
def test_the_clock(text: str, moment: str, hours: int, expected: str) -> None:
    assert ReadingHours.parse(text, "Scotland").after(at(moment), timedelta(hours=hours)) == at(expected)


def test_who_reads_next() -> None:
    hours = ReadingHours.parse(WEEKDAYS, "Scotland")
    assert hours.next_reading(at("2026-11-25 10:00")) == at("2026-11-25 10:00")
    assert hours.next_reading(at("2026-11-27 17:00")) == at("2026-12-01 09:00")
    assert ReadingHours.parse(WEEKDAYS, "England").next_reading(at("2026-11-27 17:00")) == at("2026-11-30 09:00")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no hour"),
        ("PH off", "no hour"),
        ("Mo-Fr", "cannot be read"),
        ("Mo-Fr 9-17", "cannot be read"),
        ("Mo-Fr 09:00-17:00 and so on", "cannot be read"),
        ("Mon-Fri 09:00-17:00", "a day that is not"),
        ("Mo-Fr 17:00-09:00", "ends before"),
        ("Mo-Fr 09:00-25:00", "does not exist"),
        ("Mo 09:00-09:01", "too few hours"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(text: str, message: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=message):
        ReadingHours.parse(text, "Scotland").after(at("2026-11-25 10:00"), timedelta(hours=2))


def test_a_nation_must_be_one() -> None:
    with pytest.raises(ImproperlyConfigured, match="INBOX_NATION"):
        ReadingHours.parse(WEEKDAYS, "France")


@given(st.datetimes(datetime(2025, 1, 1), datetime(2028, 12, 1)), st.integers(1, 12 * 60))
def test_time_never_runs_backwards_and_ends_while_somebody_reads(moment: datetime, minutes: int) -> None:
    hours, start = ReadingHours.parse(WEEKDAYS, "Scotland"), moment.replace(tzinfo=UTC)
    due = hours.after(start, timedelta(minutes=minutes))
    assert due >= start + timedelta(minutes=minutes)
    read = sum((min(end, due) - begin for begin, end in hours.spans_from(start) if begin < due), timedelta())
    assert read == timedelta(minutes=minutes)


def test_urgent_is_in_hours_and_the_rest_in_working_days(settings) -> None:
    settings.INBOX_HOURS, settings.URGENT_ANSWER_HOURS = "Mo-Su 08:00-20:00", 3
    assert answer_due(at("2026-11-28 19:00"), urgent=True) == at("2026-11-29 10:00")
    assert answer_due(at("2026-11-25 10:00"), home="G31") == at("2026-11-26 17:00")
