"""Dates we promise. Monday to Friday count; bank holidays do not stop the clock yet."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

REPLY_WORKING_DAYS = 1
SERVICE_REPLY_WORKING_DAYS = 4
END_OF_DAY = time(17, 0)
SATURDAY = 5


def working_day_after(day: date, count: int) -> date:
    """The date `count` working days after `day`."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day


def reply_due(received_at: datetime) -> datetime:
    """When a moderator must have read an enquiry: five o'clock on the next working day."""
    day = working_day_after(timezone.localdate(received_at), REPLY_WORKING_DAYS)
    return timezone.make_aware(datetime.combine(day, END_OF_DAY))
