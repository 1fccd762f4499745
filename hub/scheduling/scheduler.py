"""The loop of `run_scheduler`: look what is due, run it, keep the leases of what still runs."""

import io
import logging
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor

from django.core.management import call_command
from django.db import DatabaseError, InterfaceError, close_old_connections, connections
from django.utils import timezone

from .jobs import JOBS_BY_NAME, Job
from .leases import RENEW_AFTER, add_missing_rows, claim, due_jobs, finish, new_holder, renew

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
# A job that hangs must not keep the others from running.
THREADS = 3
# Jobs get this long to end. One that is cut off runs again when its lease has lapsed.
LAST_SECONDS = 20.0
# A connection that was cut off raises InterfaceError, which is no DatabaseError.
DATABASE_FAULTS = (DatabaseError, InterfaceError)


class Scheduler:
    """One scheduler process. Any number of them may run: the database decides who runs what."""

    def __init__(self) -> None:
        self.holder = new_holder()
        self.stopping = threading.Event()
        self.running: dict[str, Future[None]] = {}
        self.renewed = time.monotonic()
        self.pool = ThreadPoolExecutor(THREADS, thread_name_prefix="job")

    def run(self) -> None:
        """Until `stop`. A database that does not answer is asked again."""
        while not self.stopping.is_set():
            self.look()
            self.stopping.wait(LOOK_SECONDS)
        self._end()

    def stop(self) -> None:
        """Begin nothing more."""
        self.stopping.set()

    def look(self) -> None:
        """One look at what is due."""
        close_old_connections()
        self.running = {name: future for name, future in self.running.items() if not future.done()}
        try:
            self._renew_leases()
            add_missing_rows()
            self._begin_what_is_due()
        except DATABASE_FAULTS as fault:
            logger.warning("The database does not answer: %s", type(fault).__name__)

    def wait(self, seconds: float) -> bool:
        """Whether everything that was begun has ended in time; keeps the leases meanwhile."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not all(future.done() for future in self.running.values()):
            time.sleep(0.05)
        return all(future.done() for future in self.running.values())

    def _begin_what_is_due(self) -> None:
        for name in due_jobs(timezone.now()):
            # Never more than there are threads: a claimed job that waits for one would seem to run.
            if len(self.running) >= THREADS:
                return
            if name not in self.running and claim(name, holder=self.holder):
                self.running[name] = self.pool.submit(run_job, JOBS_BY_NAME[name], self.holder)

    def _renew_leases(self) -> None:
        if self.running and time.monotonic() - self.renewed >= RENEW_AFTER.total_seconds():
            renew(self.running, holder=self.holder)
            self.renewed = time.monotonic()

    def _end(self) -> None:
        if not self.wait(LAST_SECONDS):
            logger.warning("Stopped while a job was running: %s", ", ".join(sorted(self.running)))
        self.pool.shutdown(wait=False, cancel_futures=True)


def run_job(job: Job, holder: str) -> None:
    """Run one job's command and write down how it went. Never raises."""
    begun = time.monotonic()
    try:
        fault = _run_command(job)
        finish(job, holder=holder, seconds=time.monotonic() - begun, fault=fault)
    except DATABASE_FAULTS as error:
        # Nobody knows how it went, so it runs again when the lease has lapsed.
        logger.warning("The outcome of %s was not written: %s", job.name, type(error).__name__)
    finally:
        connections.close_all()


def _run_command(job: Job) -> str:
    """The name of the fault, or nothing. Its message may quote what a database or a mail server was given."""
    name, *arguments = job.command
    try:
        call_command(name, *arguments, verbosity=0, stdout=io.StringIO(), stderr=io.StringIO())
    except (Exception, SystemExit) as error:
        fault = type(error.__cause__ or error).__name__
        logger.error("The job %s failed: %s", job.name, fault)
        return fault[:100]
    return ""
