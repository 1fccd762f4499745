"""How long to wait, in words."""

from datetime import timedelta
from math import ceil

from django.utils import timezone


def try_again(seconds: int) -> str:
    """When to try again: how long it takes and what the clock says then."""
    at = timezone.localtime(timezone.now() + timedelta(seconds=seconds))
    if seconds < 60:
        return f"Try again in {seconds} second{'' if seconds == 1 else 's'}."
    minutes = ceil(seconds / 60)
    return f"Try again in {minutes} minute{'' if minutes == 1 else 's'}, at {at:%H:%M}."
