"""Whether the clock can be believed. A run that deletes by the time must not follow one that jumped.

One witness can be talked over: after a jump the first line of a log carries the wrong time as well. So several are
asked, and what is written down for the next run is only ever a time that was believed.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Max

from directory.enquiries.models import AuditEvent, ClockReading, Enquiry

# The scheduler looks every hour. After a longer pause a person says that the clock is right.
LONGEST_PAUSE = timedelta(days=7)
LONGEST_SILENCE = timedelta(days=31)
# Two clocks of one machine.
LARGEST_DRIFT = timedelta(minutes=30)
# Machines of one hub.
TOLERANCE = timedelta(minutes=5)
READ_EVERY = timedelta(minutes=50)
READINGS_KEPT = timedelta(days=400)
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def find_doubts(now: datetime) -> Iterator[str]:
    """Why this time should not be believed; nothing when all witnesses agree."""
    newest = ClockReading.objects.first()
    if newest is None:
        yield from _doubts_of_the_first_run(now)
    elif not newest.at - TOLERANCE <= now <= newest.at + LONGEST_PAUSE:
        yield f"The last run was at {newest.at:%Y-%m-%d %H:%M} by the same clock."
    yield from _doubts_of_the_running_machine(now)
    yield from _doubts_of_what_is_stored(now)


def remember_clock(now: datetime) -> None:
    """Write down a time that was believed."""
    newest = ClockReading.objects.first()
    if newest is None or not newest.at <= now < newest.at + READ_EVERY:
        ClockReading.objects.create(at=now, boot_id=_boot_id(), uptime=_uptime())
        ClockReading.objects.filter(at__lt=now - READINGS_KEPT).delete()


def believe_clock(now: datetime) -> None:
    """A person says that it is right: begin anew from here."""
    ClockReading.objects.all().delete()
    ClockReading.objects.create(at=now, boot_id=_boot_id(), uptime=_uptime())


def _doubts_of_the_first_run(now: datetime) -> Iterator[str]:
    # What came within the last day may have come after the jump.
    before = now - timedelta(days=1)
    moments = (
        Enquiry.objects.filter(received_at__lt=before).aggregate(newest=Max("received_at"))["newest"],
        AuditEvent.objects.filter(at__lt=before).aggregate(newest=Max("at"))["newest"],
    )
    known = [moment for moment in moments if moment is not None]
    if known and now - max(known) > LONGEST_SILENCE:
        yield "No run was written down yet, and nothing was stored between a month ago and yesterday."


def _doubts_of_the_running_machine(now: datetime) -> Iterator[str]:
    uptime, boot_id = _uptime(), _boot_id()
    if uptime is None or not boot_id:
        return
    earlier = ClockReading.objects.filter(boot_id=boot_id, uptime__isnull=False).first()
    if earlier is None:
        return
    by_the_machine = timedelta(seconds=uptime - earlier.uptime)
    if abs(now - earlier.at - by_the_machine) > LARGEST_DRIFT:
        yield "The clock moved further than the machine has been running."


def _doubts_of_what_is_stored(now: datetime) -> Iterator[str]:
    after = now + TOLERANCE
    if AuditEvent.objects.filter(at__gt=after).exists() or Enquiry.objects.filter(received_at__gt=after).exists():
        yield "The database holds times that have not come yet."
    for path in (Path(settings.BASE_DIR) / "manage.py", Path(settings.ERASED_KEYS_FILE)):
        with suppress(OSError):
            if datetime.fromtimestamp(path.stat().st_mtime, UTC) > after:
                yield f"The file {path.name} is from a time that has not come yet."


def _uptime() -> float | None:
    """Seconds since the machine started, asleep or awake; a clock that nobody sets."""
    kind = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(kind) if kind is not None else None


def _boot_id() -> str:
    with suppress(OSError):
        return BOOT_ID.read_text(encoding="ascii").strip()[:64]
    return ""
