"""Who runs a job: of several schedulers exactly one, and another only after a lease has lapsed."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from .jobs import JOBS, Job
from .models import ScheduledJob

# Renewed long before its end, so that it lapses only with its scheduler.
LEASE = timedelta(minutes=2)
RENEW_AFTER = timedelta(seconds=20)
FIRST_PAUSE = timedelta(minutes=1)
DONE = "done"


def new_holder() -> str:
    """A name for one scheduler process that says nothing about the machine."""
    return secrets.token_hex(8)


def add_missing_rows() -> None:
    """A row for each job that has none. Safe with any number of schedulers at once."""
    present = set(ScheduledJob.objects.values_list("name", flat=True))
    missing = [ScheduledJob(name=job.name) for job in JOBS if job.name not in present]
    # Not asked when there are all: on SQLite even an insert that adds nothing waits for whoever writes.
    if missing:
        ScheduledJob.objects.bulk_create(missing, ignore_conflicts=True)


def due_jobs(now: datetime) -> list[str]:
    """The names of what is due, longest first."""
    known = [job.name for job in JOBS]
    return list(ScheduledJob.objects.due(now).filter(name__in=known).order_by("due_at").values_list("name", flat=True))


def claim(name: str, *, holder: str) -> bool:
    """Take a due job. One scheduler wins."""
    now = timezone.now()
    claimed = ScheduledJob.objects.due(now).filter(name=name)
    return bool(claimed.update(holder=holder, leased_until=now + LEASE, started_at=now))


def renew(names: Iterable[str], *, holder: str) -> None:
    """Keep what is still running."""
    held = ScheduledJob.objects.held_by(holder).filter(name__in=list(names))
    held.update(leased_until=timezone.now() + LEASE)


def finish(job: Job, *, holder: str, seconds: float, fault: str = "") -> None:
    """Write how it went and when it is next. A scheduler that lost its lease writes nothing."""
    now = timezone.now()
    row = ScheduledJob.objects.held_by(holder).filter(name=job.name).first()
    if row is None:
        return
    failures = row.failures + 1 if fault else 0
    values = {
        "holder": "",
        "leased_until": None,
        "finished_at": now,
        "seconds": round(seconds, 3),
        "outcome": fault or DONE,
        "failures": failures,
        "due_at": now + (min(pause_after(failures), job.longest_pause) if fault else job.every),
    }
    if not fault:
        values["done_at"] = now
    ScheduledJob.objects.held_by(holder).filter(name=job.name).update(**values)


def pause_after(failures: int) -> timedelta:
    """How long a job rests that failed so many times in a row: doubling."""
    return FIRST_PAUSE * 2 ** min(failures - 1, 10)
