"""Documents that come out differently because a day has passed, such as a check that has grown old."""

import logging
import time
from datetime import date

from django.db import DatabaseError
from django.utils import timezone

from search.changelog.log import record_changes, serialise_writers
from search.lock_timeout import short_lock_timeout
from search.models import DayReached
from search.registry import registrations

logger = logging.getLogger(__name__)

RETRY_SECONDS = 30.0

# What this process has seen; another process may have been first.
_seen: dict[str, date] = {}
_failed: dict[str, float] = {}


def record_daily_changes() -> None:
    """Once a day, note in the change log what the new day changes. Never raises, and hardly waits for a writer.

    The scheduler does this soon after midnight, so that a search finds it done; a search is the first only where no
    scheduler runs.
    """
    today = timezone.localdate()
    if _seen.get("day") == today or time.monotonic() - _failed.get("at", -RETRY_SECONDS) < RETRY_SECONDS:
        return
    try:
        if not DayReached.objects.filter(day__gte=today).exists():
            with short_lock_timeout():
                _advance(today)
    except DatabaseError as fault:
        # The next searches do not wait for the same failure: they try again after a pause.
        _failed["at"] = time.monotonic()
        logger.warning("What changes with the day was not noted: %s", type(fault).__name__)
    else:
        _seen["day"] = today


def _advance(today: date) -> None:
    serialise_writers()
    reached, is_first = DayReached.objects.get_or_create(pk=1, defaults={"day": today})
    if is_first or reached.day >= today:
        return
    for registration in registrations():
        if registration.daily_changes is not None:
            record_changes(registration.kind, registration.daily_changes(reached.day, today))
    reached.day = today
    reached.save()
