"""What a listing says, as pages show it: how sure it is, what holds today, and short facts in words."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

CHECK_INTERVAL = timedelta(days=183)
UNKNOWN = "unknown"


def is_overdue(checked: date | None, today: date) -> bool:
    """Whether something last checked on that day, or never, is too old to rely on today."""
    return checked is None or checked < today - CHECK_INTERVAL


def availability_on(today: date, referrals: str, as_of: date | None, checked: date | None) -> str:
    """One of `Referrals`: what was recorded, unless its own date or that of the whole listing is too old."""
    too_old = is_overdue(checked, today) or (as_of is not None and is_overdue(as_of, today))
    return UNKNOWN if too_old else referrals


COUNTED = {
    "days": ngettext_lazy("%(number)s day", "%(number)s days", "number"),
    "weeks": ngettext_lazy("%(number)s week", "%(number)s weeks", "number"),
    "months": ngettext_lazy("%(number)s month", "%(number)s months", "number"),
    "places": ngettext_lazy("%(number)s place", "%(number)s places", "number"),
}


class CardWords:
    """What a card derives from a service's own row."""

    @property
    def is_overdue(self) -> bool:
        """Whether nobody has checked the listing for longer than the check interval."""
        return is_overdue(self.assured_date, timezone.localdate())

    @property
    def availability(self) -> str:
        """One of `Referrals`: what was recorded, unless it is too old to rely on."""
        return availability_on(timezone.localdate(), self.referrals, self.referrals_as_of, self.assured_date)

    @property
    def is_capacity_overdue(self) -> bool:
        """Whether what was said about referrals, wait and places has its own date and is too old to rely on."""
        return self.referrals_as_of is not None and is_overdue(self.referrals_as_of, timezone.localdate())

    @property
    def wait(self) -> str:
        """The wait in words: "No wait", "About 3 weeks", "2 to 4 weeks"; empty when not recorded."""
        low, high = self.wait_minimum, self.wait_maximum
        if low is None and high is None:
            return self.wait_time
        if not low and not high:
            return _("No wait")
        if high is None or low == high:
            return _("About %(amount)s") % {"amount": _counted(low, self.wait_unit)}
        return (
            _("%(low)s to %(amount)s") % {"low": low, "amount": _counted(high, self.wait_unit)}
            if low
            else _("Up to %(amount)s") % {"amount": _counted(high, self.wait_unit)}
        )


class ListingWords(CardWords):
    """What a service's page derives from its fields and parts. Mixed into `Service`."""

    @property
    def next_check(self) -> date | None:
        """The day by which the listing must be checked again."""
        return self.assured_date + CHECK_INTERVAL if self.assured_date else None

    @property
    def places(self) -> str:
        """How many places are free, in words; empty when not recorded."""
        if self.places_available is None:
            return (
                _("%(amount)s in all") % {"amount": _counted(self.places_total, "places")}
                if self.places_total is not None
                else ""
            )
        if self.places_total is None:
            return _("%(amount)s free") % {"amount": _counted(self.places_available, "places")}
        return _("%(places_available)s of %(amount)s free") % {
            "places_available": self.places_available,
            "amount": _counted(self.places_total, "places"),
        }

    @property
    def areas_in_force(self) -> list[Any]:
        """Rows of the areas that it covers today: some begin later, some have ended."""
        return [row for row in self.service_areas.all() if row.is_in_force()]

    @property
    def steps(self) -> list[str]:
        """How to refer, one step each."""
        return [line.strip() for line in self.application_process.splitlines() if line.strip()]

    @property
    def exclusion_list(self) -> list[str]:
        """Who it cannot take, one reason each."""
        return [line.strip() for line in self.exclusions.splitlines() if line.strip()]

    @property
    def areas_to_come(self) -> list[Any]:
        """Rows of the areas that it will cover from a later day on."""
        return [row for row in self.service_areas.all() if row.has_not_begun]

    @property
    def current_schedules(self) -> list[Any]:
        """Opening hours that hold, or will."""
        return [schedule for schedule in self.schedules.all() if not schedule.has_ended]

    @property
    def current_prices(self) -> list[Any]:
        """Prices that hold today."""
        return [price for price in self.cost_options.all() if price.is_in_force()]


def _counted(number: int, what: str) -> str:
    words = COUNTED.get(what)
    # Every unit that can be chosen is there; what an import brought is shown as it came.
    return words % {"number": number} if words else f"{number} {what}"
