"""What the hub does while clients are slow and processes die: run for real, as `make serve` runs it."""

import os
import signal
import time

import pytest

from tests.faults.running_hub import NAMES, RunningHub, children_of_all
from tests.faults.slow_clients import slow_clients

# The hub runs with a copy of the tests' database, which only SQLite has as a file.
pytestmark = [pytest.mark.only_on("sqlite"), pytest.mark.django_db]

SCHEDULED = """
from datetime import timedelta
from django.utils import timezone
from home.models import HomePage, StandardPage
home, now = HomePage.objects.get(), timezone.now()
coming = home.add_child(instance=StandardPage(title="Coming", slug="coming", live=False))
coming.go_live_at = now + timedelta(seconds=2)
coming.save_revision().publish()
going = home.add_child(instance=StandardPage(title="Going", slug="going"))
going.expire_at = now + timedelta(seconds=2)
going.save_revision().publish()
from hub.models import ScheduledJob
ScheduledJob.objects.filter(name="publish_scheduled").update(due_at=now + timedelta(seconds=3))
"""


@pytest.mark.parametrize(("heads", "bodies"), [(100, 0), (0, 100), (100, 100)])
def test_slow_clients_delay_nobody(hub: RunningHub, heads: int, bodies: int) -> None:
    with slow_clients(hub.port, heads=heads, bodies=bodies):
        for path in ("/find/", "/enquiries/new/", "/health/live"):
            begun = time.monotonic()
            assert hub.get(path)[0] == 200
            assert time.monotonic() - begun < 3


def test_a_scheduled_page_appears_and_an_expired_one_goes(hub: RunningHub) -> None:
    hub.wait_for(lambda: "publish_scheduled" in hub.work().get("jobs", {}), "the scheduler")
    hub.run(SCHEDULED)
    hub.wait_for(lambda: hub.get("/coming/")[0] == 200, "the scheduled page")
    hub.wait_for(lambda: hub.get("/going/")[0] == 404, "the expired page to go")


def test_health_answers_whatever_host_it_is_asked_by_and_nothing_else_does(hub: RunningHub) -> None:
    for path in ("/health/live", "/health/ready", "/health/work"):
        assert hub.get(path, host="10.1.2.3")[0] in (200, 503)
    assert hub.get("/", host="10.1.2.3")[0] == 400


@pytest.mark.parametrize("name", list(NAMES))
def test_a_killed_process_comes_back_and_the_others_stay(hub: RunningHub, name: str) -> None:
    hub.wait_for(lambda: len(hub.processes()) == len(NAMES), "every process")
    before = hub.processes()
    os.kill(before[name], signal.SIGKILL)
    hub.wait_for(lambda: hub.processes().get(name, before[name]) != before[name], f"{name} to come back")
    hub.wait_for(lambda: hub.get("/health/live")[0] == 200, "the site to answer")
    after = hub.processes()
    assert {other: after[other] for other in NAMES if other != name} == {
        other: before[other] for other in NAMES if other != name
    }


def test_a_killed_web_worker_is_replaced(hub: RunningHub) -> None:
    master = hub.processes()["web"]
    hub.wait_for(lambda: len(children_of_all([master])) == 3, "two workers")
    killed = next(pid for pid in children_of_all([master]) if pid != master)
    os.kill(killed, signal.SIGKILL)
    hub.wait_for(
        lambda: killed not in (now := children_of_all([master])) and len(now) == 3, "another worker in its place"
    )
    assert hub.get("/find/")[0] == 200


def test_nothing_is_left_behind(hub: RunningHub) -> None:
    hub.wait_for(lambda: len(hub.processes()) == len(NAMES), "every process")
    everything = children_of_all(list(hub.processes().values()))
    hub.stop()
    hub.wait_for(lambda: not [pid for pid in everything if os.path.exists(f"/proc/{pid}")], "every process to end")
