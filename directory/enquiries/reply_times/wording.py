"""Moments that are promised, as people say them."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def clock_words(moment: datetime) -> str:
    """A time of day such as 9am or 3:40pm."""
    local = timezone.localtime(moment)
    minutes = f":{local:%M}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def day_words(day: date) -> str:
    """A day such as Friday 27 November."""
    return date_format(day, "l j F")


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment ahead, such as "3:40pm today" or "11am on Monday 30 November"."""
    day, today = timezone.localdate(moment), timezone.localdate(now)
    if day == today:
        return _("%(clock_words)s today") % {"clock_words": clock_words(moment)}
    if day == today + timedelta(days=1):
        return _("%(clock_words)s tomorrow") % {"clock_words": clock_words(moment)}
    return _("%(clock_words)s on %(day_words)s") % {"clock_words": clock_words(moment), "day_words": day_words(day)}


def past_words(moment: datetime) -> str:
    """A moment gone by, such as "Tuesday 24 November, 9:31am"."""
    return f"{day_words(timezone.localdate(moment))}, {clock_words(moment)}"
