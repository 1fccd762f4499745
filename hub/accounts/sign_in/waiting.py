"""How long to wait, in words."""

from datetime import timedelta
from math import ceil

from django.utils import timezone
from django.utils.translation import ngettext


def try_again(seconds: int) -> str:
    """When to try again: how long it takes and what the clock says then."""
    at = timezone.localtime(timezone.now() + timedelta(seconds=seconds))
    if seconds < 60:
        words = ngettext("Try again in %(number)s second.", "Try again in %(number)s seconds.", seconds)
        return words % {"number": seconds}
    minutes = ceil(seconds / 60)
    words = ngettext(
        "Try again in %(number)s minute, at %(clock)s.", "Try again in %(number)s minutes, at %(clock)s.", minutes
    )
    return words % {"number": minutes, "clock": f"{at:%H:%M}"}
