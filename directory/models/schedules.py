"""When a service is open."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from directory.opening_hours.hours import LAST_WEEK, WEEKDAYS, Hours, OnBankHolidays

from .locations import Location
from .validity import Validity

MIDNIGHT = "00:00"


class Schedule(Orderable, Validity):
    """Opening hours on some days of the week. Open Referral: `schedule`.

    With a `location` they hold for the service at that place (`service_at_location`), without one everywhere.
    """

    class Weekday(models.TextChoices):
        MONDAY = "MO", lazy("Monday")
        TUESDAY = "TU", lazy("Tuesday")
        WEDNESDAY = "WE", lazy("Wednesday")
        THURSDAY = "TH", lazy("Thursday")
        FRIDAY = "FR", lazy("Friday")
        SATURDAY = "SA", lazy("Saturday")
        SUNDAY = "SU", lazy("Sunday")

    class BankHolidays(models.TextChoices):
        NOT_RECORDED = OnBankHolidays.NOT_RECORDED.value, lazy("Not known")
        OPEN = OnBankHolidays.OPEN.value, lazy("Open as usual")
        CLOSED = OnBankHolidays.CLOSED.value, lazy("Closed")
        ONLY = OnBankHolidays.ONLY.value, lazy("These hours are for bank holidays only")

    class WeekOfMonth(models.IntegerChoices):
        FIRST = 1, lazy("first")
        SECOND = 2, lazy("second")
        THIRD = 3, lazy("third")
        FOURTH = 4, lazy("fourth")
        LAST = LAST_WEEK, lazy("last")

    class Interval(models.IntegerChoices):
        WEEKLY = 1, lazy("Every week")
        FORTNIGHTLY = 2, lazy("Every second week")

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="schedules")
    byday = models.CharField(lazy("first day"), max_length=2, choices=Weekday)
    until_day = models.CharField(
        lazy("last day"), max_length=2, choices=Weekday, blank=True, help_text=lazy("Empty: on the first day only.")
    )
    opens_at = models.TimeField(lazy("opens"), null=True, blank=True)
    closes_at = models.TimeField(
        lazy("closes"),
        null=True,
        blank=True,
        help_text=lazy("Earlier than it opens means the next day. Round the clock: 00:00 to 00:00."),
    )
    location = models.ForeignKey(
        Location,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="schedules",
        verbose_name=lazy("at this place only"),
        help_text=lazy("One of the places above. Empty: these hours hold everywhere."),
    )
    interval = models.PositiveSmallIntegerField(lazy("how often"), choices=Interval, default=Interval.WEEKLY)
    week_of_month = models.SmallIntegerField(
        lazy("once a month, in this week"),
        choices=WeekOfMonth,
        null=True,
        blank=True,
        help_text=lazy("Empty: not monthly."),
    )
    bank_holidays = models.CharField(
        lazy("on bank holidays"), max_length=6, choices=BankHolidays, default=BankHolidays.NOT_RECORDED, blank=True
    )
    description = models.CharField(
        lazy("note"),
        max_length=100,
        blank=True,
        help_text=lazy("What the hours are for: women only, by appointment."),
    )

    def __str__(self) -> str:
        return f"{self.days}, {self.times}" if self.times else self.days

    @property
    def days(self) -> str:
        """The days in words: "Monday to Friday", "First Tuesday of the month"."""
        days = self.get_byday_display()
        if self.until_day and self.until_day != self.byday:
            days = _("%(days)s to %(until_day)s") % {"days": days, "until_day": self.get_until_day_display()}
        if self.week_of_month is not None:
            return _("%(capitalize)s %(days)s of the month") % {
                "capitalize": self.get_week_of_month_display().capitalize(),
                "days": days,
            }
        return (
            _("Every second week: %(days)s") % {"days": days} if self.interval == self.Interval.FORTNIGHTLY else days
        )

    @property
    def times(self) -> str:
        """The times in words, or nothing when they are not recorded."""
        if self.opens_at is None or self.closes_at is None:
            return ""
        if self.opens_at == self.closes_at:
            return _("24 hours")
        times = {"opens": f"{self.opens_at:%H:%M}", "closes": f"{self.closes_at:%H:%M}"}
        if self.closes_next_day:
            return _("%(opens)s to %(closes)s the next day") % times
        return _("%(opens)s to %(closes)s") % times

    @property
    def closes_next_day(self) -> bool:
        """Whether it is open past midnight. Closing at midnight is not."""
        if self.opens_at is None or self.closes_at is None:
            return False
        return f"{self.closes_at:%H:%M}" != MIDNIGHT and self.closes_at < self.opens_at

    @property
    def validity_words(self) -> str:
        """From when until when, if that is worth saying: "from 1 June 2027", "until 31 March 2027"."""
        parts = []
        if self.has_not_begun:
            parts.append(_("from %(day)s") % {"day": date_format(self.valid_from, "j F Y")})
        if self.valid_to:
            parts.append(_("until %(day)s") % {"day": date_format(self.valid_to, "j F Y")})
        return " ".join(parts)

    @property
    def bank_holiday_words(self) -> str:
        """What is recorded about bank holidays, or nothing."""
        return {
            "open": _("bank holidays too"),
            "closed": _("not on bank holidays"),
            "only": _("bank holidays only"),
        }.get(self.bank_holidays, "")

    @property
    def notes(self) -> str:
        """Everything to say after the times, separated by semicolons."""
        return "; ".join(part for part in (self.description, self.bank_holiday_words, self.validity_words) if part)

    @property
    def weekdays(self) -> frozenset[int]:
        """The days as numbers, 0 for Monday."""
        return weekdays_between(self.byday, self.until_day or self.byday)

    @property
    def hours(self) -> Hours:
        """What `directory.opening_hours.hours` reckons with."""
        return Hours(
            weekdays=self.weekdays,
            opens=self.opens_at,
            closes=self.closes_at,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            week_of_month=self.week_of_month,
            interval=self.interval,
            on_bank_holidays=OnBankHolidays(self.bank_holidays),
        )

    def clean(self) -> None:
        super().clean()
        if (self.opens_at is None) != (self.closes_at is None):
            missing = "opens_at" if self.opens_at is None else "closes_at"
            raise ValidationError({missing: _("Give both times, or neither when only the days are known.")})
        if self.opens_at is not None and self.opens_at == self.closes_at and f"{self.opens_at:%H:%M}" != MIDNIGHT:
            raise ValidationError({"closes_at": _("It closes when it opens. Round the clock is 00:00 to 00:00.")})
        if self.week_of_month is not None and self.interval != self.Interval.WEEKLY:
            raise ValidationError({"interval": _("Choose every second week or a week of the month, not both.")})
        if self.interval != self.Interval.WEEKLY and self.valid_from is None:
            raise ValidationError({"valid_from": _("Give the first date, so that the weeks can be counted.")})


@lru_cache
def weekdays_between(first_code: str, last_code: str) -> frozenset[int]:
    """The days from one to another as numbers, 0 for Monday. "Friday to Monday" goes over the weekend."""
    codes = Schedule.Weekday.values
    first, last = codes.index(first_code), codes.index(last_code)
    return frozenset((first + step) % len(WEEKDAYS) for step in range((last - first) % len(WEEKDAYS) + 1))
