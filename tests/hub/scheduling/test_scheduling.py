"""Timed work: of several schedulers one runs each job, a dead one's lease lapses, a fault is retried and shown."""

import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from unittest import mock

import pytest
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hub.accounts.demo_accounts import ACCOUNTS
from hub.models import QueuedMail, ScheduledJob
from hub.scheduling.jobs import JOBS, JOBS_BY_NAME
from hub.scheduling.leases import LEASE, add_missing_rows, claim, finish, renew
from hub.scheduling.scheduler import Scheduler, run_job
from hub.scheduling.state import GRACE
from tests.factories.hub import make_user

JOB = JOBS_BY_NAME["publish_scheduled"]
PAGE = "/admin/reports/timed-work/"


def row(name: str = JOB.name) -> ScheduledJob:
    return ScheduledJob.objects.get(name=name)


def shift(**values: object) -> None:
    ScheduledJob.objects.filter(name=JOB.name).update(**values)


@pytest.fixture
def called() -> Iterator[list[str]]:
    """Every command the scheduler calls, which then does nothing."""
    names: list[str] = []
    with mock.patch(
        "hub.scheduling.scheduler.call_command", side_effect=lambda name, *rest, **options: names.append(name)
    ):
        yield names


def test_every_job_is_a_command_there_is() -> None:
    assert {job.command[0] for job in JOBS} <= set(get_commands())
    assert len(JOBS_BY_NAME) == len(JOBS)


@pytest.mark.django_db
class TestLeases:
    @pytest.fixture(autouse=True)
    def rows(self) -> None:
        add_missing_rows()
        add_missing_rows()

    def test_one_scheduler_wins(self) -> None:
        assert claim(JOB.name, holder="a")
        assert not claim(JOB.name, holder="b")

    def test_it_is_due_again_after_its_interval_and_not_before(self) -> None:
        claim(JOB.name, holder="a")
        finish(JOB, holder="a", seconds=1.5)
        assert not claim(JOB.name, holder="b")
        assert (row().outcome, row().failures, row().seconds) == ("done", 0, 1.5)
        shift(due_at=timezone.now())
        assert claim(JOB.name, holder="b")

    def test_the_lease_of_a_dead_scheduler_lapses(self) -> None:
        claim(JOB.name, holder="dead")
        shift(leased_until=timezone.now() - timedelta(seconds=1))
        assert claim(JOB.name, holder="b")
        # Whoever comes back after its lease writes nothing.
        finish(JOB, holder="dead", seconds=1)
        assert row().holder == "b"
        assert row().outcome == ""

    def test_a_lease_is_kept_while_the_job_runs(self) -> None:
        claim(JOB.name, holder="a")
        shift(leased_until=timezone.now() + timedelta(seconds=1))
        renew([JOB.name], holder="other")
        assert row().leased_until < timezone.now() + LEASE / 2
        renew([JOB.name], holder="a")
        assert row().leased_until > timezone.now() + LEASE / 2

    @pytest.mark.parametrize(
        ("name", "expected"),
        [("publish_scheduled", [60, 60, 60]), ("update_search", [60, 120, 240, 480, 960, 1800, 1800])],
    )
    def test_a_fault_is_retried_with_growing_pauses(self, name: str, expected: list[int]) -> None:
        pauses = []
        for _ in expected:
            claim(name, holder="a")
            finish(JOBS_BY_NAME[name], holder="a", seconds=1, fault="OperationalError")
            pauses.append(round((row(name).due_at - timezone.now()).total_seconds()))
            ScheduledJob.objects.filter(name=name).update(due_at=timezone.now())
        assert pauses == expected
        assert (row(name).outcome, row(name).failures, row(name).done_at) == ("OperationalError", len(expected), None)
        claim(name, holder="a")
        finish(JOBS_BY_NAME[name], holder="a", seconds=1)
        assert row(name).failures == 0


@pytest.mark.django_db(transaction=True)
class TestScheduler:
    def test_two_schedulers_at_once_run_each_job_once(self) -> None:
        called: list[str] = []

        def slow(name: str, *rest: str, **options: object) -> None:
            called.append(name)
            time.sleep(0.1)

        def look() -> None:
            scheduler = Scheduler()
            try:
                for _ in range(6):
                    scheduler.look()
                    scheduler.wait(10)
            finally:
                connection.close()

        with mock.patch("hub.scheduling.scheduler.call_command", side_effect=slow):
            threads = [threading.Thread(target=look) for _ in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert sorted(called) == sorted(job.command[0] for job in JOBS)

    def test_the_command_runs_what_is_due_and_ends(self, called: list[str]) -> None:
        call_command("run_scheduler", "--once")
        assert len(called) == len(JOBS)
        assert not ScheduledJob.objects.exclude(outcome="done").exists()
        call_command("run_scheduler", "--once")
        assert len(called) == len(JOBS)

    def test_the_real_commands_run(self, settings) -> None:
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        call_command("run_scheduler", "--once")
        failed = ScheduledJob.objects.exclude(outcome="done").values_list("name", "outcome")
        assert list(failed) == []

    def test_a_database_that_does_not_answer_is_asked_again(self, caplog: pytest.LogCaptureFixture) -> None:
        with mock.patch("hub.scheduling.scheduler.due_jobs", side_effect=DatabaseError("canary")):
            Scheduler().look()
        assert "does not answer" in caplog.text
        assert "canary" not in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", [CommandError("canary"), RuntimeError("canary"), SystemExit(2)])
def test_a_fault_is_named_and_not_quoted(fault: BaseException, caplog: pytest.LogCaptureFixture) -> None:
    add_missing_rows()
    claim(JOB.name, holder="a")
    with mock.patch("hub.scheduling.scheduler.call_command", side_effect=fault):
        run_job(JOB, "a")
    assert row().outcome == type(fault).__name__
    assert "canary" not in caplog.text


@pytest.mark.django_db
class TestHealth:
    @pytest.fixture(autouse=True)
    def done(self) -> None:
        add_missing_rows()
        now = timezone.now()
        ScheduledJob.objects.update(done_at=now, finished_at=now, seconds=1, outcome="done", due_at=now)

    def test_working(self, client: Client) -> None:
        response = client.get("/health/work", headers={"host": "10.1.2.3"})
        assert response.status_code == 200
        assert response.json()["status"] == "working"
        assert set(response.json()["jobs"]) == set(JOBS_BY_NAME)
        assert not response.cookies
        assert "no-store" in response.headers["Cache-Control"]

    def test_nothing_ran_yet(self, client: Client) -> None:
        ScheduledJob.objects.all().delete()
        assert client.get("/health/work").status_code == 503

    @pytest.mark.parametrize(
        "values",
        [
            {"done_at": timezone.now() - JOB.every - GRACE - timedelta(minutes=1)},
            {"failures": 3, "outcome": "OperationalError"},
            {"started_at": timezone.now() - timedelta(hours=2), "leased_until": timezone.now() + timedelta(hours=1)},
        ],
    )
    def test_overdue(self, client: Client, values: dict[str, object]) -> None:
        shift(**values)
        response = client.get("/health/work")
        assert response.status_code == 503
        assert response.json()["jobs"][JOB.name]["state"] == "overdue"
        # Visitors are served meanwhile.
        assert client.get("/health/live").status_code == 200

    def test_mail_and_tasks_that_wait_long(self, client: Client) -> None:
        QueuedMail.objects.create(sealed=b"canary", created_at=timezone.now() - timedelta(hours=1))
        response = client.get("/health/work")
        assert response.status_code == 503
        assert response.json()["waiting"]["staff_mail"]["overdue"] is True
        assert "canary" not in response.content.decode()

    def test_a_database_at_fault(self, client: Client) -> None:
        with mock.patch.object(connection, "cursor", side_effect=DatabaseError("canary")):
            response = client.get("/health/work")
        assert response.status_code == 503
        assert "canary" not in response.content.decode()

    def test_ready_is_about_serving(self, client: Client) -> None:
        ScheduledJob.objects.all().delete()
        client.get("/find/")
        assert client.get("/health/ready").status_code == 200


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/health/work"])
@pytest.mark.django_db
def test_health_answers_whatever_the_host(client: Client, path: str) -> None:
    assert client.get(path, headers={"host": "anything.example"}).status_code in (200, 503)
    assert client.post(path).status_code == 405
    assert client.get(f"{path}/", headers={"host": "anything.example"}).status_code == 400


@pytest.mark.django_db
class TestPage:
    @pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.role)
    def test_administrators_and_leads_see_it(self, client: Client, account) -> None:
        client.force_login(make_user(account.role))
        allowed = account.role in ("Administrators", "Leads")
        assert client.get(PAGE).status_code == (200 if allowed else 302)
        assert (PAGE in client.get("/admin/").content.decode()) == allowed

    def test_strangers_sign_in(self, client: Client) -> None:
        assert client.get(PAGE).headers["Location"].startswith("/admin/login/")

    def test_it_tells_what_is_overdue(self, admin_client: Client, django_assert_max_num_queries) -> None:
        add_missing_rows()
        shift(failures=4, outcome="OperationalError", finished_at=timezone.now(), seconds=2)
        content = admin_client.get(PAGE).content.decode()
        assert "Something is overdue" in content
        assert "Failed 4 times since: <code>OperationalError</code>" in content
        ScheduledJob.objects.all().delete()
        with django_assert_max_num_queries(30):
            assert "Never done" in admin_client.get(PAGE).content.decode()


@pytest.mark.django_db
def test_tasks_of_dead_workers_are_taken_up_three_times() -> None:
    long_ago = timezone.now() - timedelta(hours=1)

    def task(workers: int, started: object = long_ago) -> DBTaskResult:
        return DBTaskResult.objects.create(
            status=TaskResultStatus.RUNNING,
            started_at=started,
            args_kwargs={"args": [], "kwargs": {}},
            task_path="hub.mail.tasks.deliver",
            worker_ids=["w"] * workers,
            backend_name="default",
            run_after=long_ago,
        )

    lost, hopeless, running = task(1), task(3), task(1, timezone.now())
    call_command("recover_tasks", verbosity=0)
    states = [DBTaskResult.objects.get(pk=one.pk).status for one in (lost, hopeless, running)]
    assert states == [TaskResultStatus.READY, TaskResultStatus.FAILED, TaskResultStatus.RUNNING]
