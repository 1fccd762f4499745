"""Whether what should happen by itself happens: jobs, mail that is owed, tasks that wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from directory.enquiries.models import OutboxMessage
from hub.mail.models import QueuedMail
from search.indexing.health import server_lag

from .jobs import JOBS, Job
from .leases import DONE
from .models import ScheduledJob

# Beyond its hour: a restart, a lapsed lease and a failure or two.
GRACE = timedelta(minutes=10)
LONGEST_RUN = timedelta(hours=1)
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class JobState:
    """One job, with what a person wants to know of it."""

    job: Job
    row: ScheduledJob | None
    now: datetime

    @property
    def is_running(self) -> bool:
        return bool(self.row and self.row.leased_until and self.row.leased_until > self.now)

    @property
    def is_overdue(self) -> bool:
        """It has not been done for longer than it should, whatever the reason."""
        if self.row is None:
            return True
        if self.is_running and self.row.started_at is not None:
            return self.now - self.row.started_at > LONGEST_RUN
        # The first time counts from when the row was made.
        since = self.row.done_at + self.job.every if self.row.done_at else self.row.due_at
        return self.now > since + GRACE or self.row.failures > 2

    @property
    def word(self) -> str:
        """Late, running, failed, done or waiting."""
        if self.is_overdue:
            return "overdue"
        if self.is_running:
            return "running"
        if self.row is None or not self.row.outcome:
            return _("not run yet")
        return "done" if self.row.outcome == DONE else "failed"


def job_states() -> list[JobState]:
    """Every job, in one query."""
    rows, now = ScheduledJob.objects.in_bulk(), timezone.now()
    return [JobState(job, rows.get(job.name), now) for job in JOBS]


@dataclass(frozen=True, slots=True)
class Backlog:
    """Things that wait for a worker: how many, and since when the oldest.

    Without a number nobody can say: since is then when that was first noticed.
    """

    name: str
    title: str
    count: int | None
    since: datetime | None
    seconds: int

    @property
    def is_overdue(self) -> bool:
        return self.seconds > LONGEST_WAIT.total_seconds()


def backlogs() -> Iterator[Backlog]:
    """Mail and tasks that wait. Mail that waits for an address to be set waits as well."""
    yield _backlog("enquiry_mail", _("Mail about enquiries"), OutboxMessage.objects.owed(), "created_at")
    yield _backlog("staff_mail", _("Mail to staff"), QueuedMail.objects.all(), "created_at")
    yield _backlog("tasks", _("Tasks for the worker"), DBTaskResult.objects.ready(), "enqueued_at")
    yield _backlog("tasks_begun", _("Tasks begun and not finished"), DBTaskResult.objects.running(), "started_at")
    lag = server_lag()
    if lag is not None:
        count = lag.count if lag.is_known else None
        seconds = _seconds_since(lag.since)
        yield Backlog("search_server", _("Changes for the search server"), count, lag.since, seconds)


def _backlog(name: str, title: str, rows: Any, moment: str) -> Backlog:
    moments = list(rows.order_by(moment).values_list(moment, flat=True)[:1])
    since = moments[0] if moments else None
    return Backlog(name, title, rows.count(), since, _seconds_since(since))


def _seconds_since(moment: datetime | None) -> int:
    return max(0, int((timezone.now() - moment).total_seconds())) if moment else 0
