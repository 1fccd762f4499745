"""Dates we promise. Monday to Friday count, unless they are a bank holiday in a nation the enquiry is from."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from directory.opening_hours.bank_holidays import Observed, observed

from .nations import nations_of_home
from .reading_hours import reading_hours

REPLY_WORKING_DAYS = 1
SERVICE_REPLY_WORKING_DAYS = 4
END_OF_DAY = time(17, 0)
SATURDAY = 5


def working_day_after(day: date, count: int, home: str = "") -> date:
    """The date `count` working days after `day`, where the home is.

    On a border the holidays of both nations stop the clock, and without a home those of all four, so that what is
    promised holds.
    """
    nations = nations_of_home(home)
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and observed(day, nations) is Observed.NOWHERE:
            count -= 1
    return day


def reply_due(received_at: datetime, home: str = "") -> datetime:
    """When a moderator must have read an enquiry: five o'clock on the next working day."""
    day = working_day_after(timezone.localdate(received_at), REPLY_WORKING_DAYS, home)
    return timezone.make_aware(datetime.combine(day, END_OF_DAY))


def answer_due(received_at: datetime, *, home: str = "", urgent: bool = False) -> datetime:
    """By when the sender has an answer from here: `URGENT_ANSWER_HOURS` of reading time, or the next working day."""
    if urgent:
        return reading_hours().after(received_at, timedelta(hours=settings.URGENT_ANSWER_HOURS))
    return reply_due(received_at, home)
