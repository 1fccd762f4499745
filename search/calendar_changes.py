"""Documents that come out differently because a day has passed, such as a check that has grown old."""

import logging
from datetime import date

from django.db import DatabaseError, transaction
from django.utils import timezone

from search.changes import record_changes, serialise_writers
from search.models import DayReached
from search.registry import registrations

logger = logging.getLogger(__name__)

# What this process has seen; another process may have been first.
_seen: dict[str, date] = {}


def record_calendar_changes() -> None:
    """Once a day, note in the change log what the new day changes. Never raises: a search is worth more."""
    today = timezone.localdate()
    if _seen.get("day") == today:
        return
    # Tried once a day by each process, so that a database that cannot be written is not asked with every search.
    _seen["day"] = today
    try:
        _advance(today)
    except DatabaseError as fault:
        logger.warning("What changes with the day was not noted: %s", type(fault).__name__)


@transaction.atomic
def _advance(today: date) -> None:
    serialise_writers()
    reached, is_first = DayReached.objects.get_or_create(pk=1, defaults={"day": today})
    if is_first or reached.day >= today:
        return
    for registration in registrations():
        if registration.due is not None:
            record_changes(registration.kind, registration.due(reached.day, today))
    reached.day = today
    reached.save()
