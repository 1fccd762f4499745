"""Killed anywhere, nothing that was acknowledged is lost, nothing is doubled, nothing stays without notice."""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.enquirer import Enquirer
from tests.faults.enquiries.answers import answers
from tests.faults.enquiries.counting import Count, notified_by, owed_by, stored_in
from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub, children_of_all
from tests.faults.size import size

pytestmark = pytest.mark.django_db

SUBMISSIONS = size(12, 1_000)
KILLS = size(5, 200)
TOGETHER = 8
# By turns. The site answers with a child, which its parent starts again at once; the others take their time.
KILLED = ("child of web", "outbox", "web", "worker", "child of web", "child of web")


def test_kills_lose_nothing(
    mailing_hub: RunningHub, mail_server: MailServer, record_property: Callable[[str, object], None]
) -> None:
    done, kills, count = threading.Event(), [], Count()
    killer = threading.Thread(target=keep_killing, args=(mailing_hub, done, kills, count))
    killer.start()
    try:
        with ThreadPoolExecutor(TOGETHER) as pool:
            list(pool.map(lambda number: send(mailing_hub, f"Killed {number}", count), range(SUBMISSIONS)))
    finally:
        done.set()
        killer.join()
    mailing_hub.wait_for(lambda: owed_by(mailing_hub) == 0, "the outbox to be empty", seconds=600)
    count.stored, count.notified = stored_in(mailing_hub, "Killed"), notified_by(mail_server)
    counted = f"{len(kills)} kills, {len(count.acknowledged)} acknowledged, {len(count.stored)} stored"
    record_property("counted", f"{counted}; killed: {dict(Counter(kills))}")
    assert len(kills) >= KILLS - 1
    assert len(count.acknowledged) == len(count.stored) == SUBMISSIONS
    assert list(count.problems()) == []


def send(hub: RunningHub, name: str, count: Count) -> None:
    person = Enquirer(f"http://127.0.0.1:{hub.port}", answers(name), tries=1_000)
    count.acknowledged[name] = person.send()


def keep_killing(hub: RunningHub, done: threading.Event, kills: list[str], count: Count) -> None:
    """Spread over all submissions: a slow machine that is killed while it starts would never start."""
    chosen = random.Random(20)  # noqa: S311 - guards nothing
    while not done.is_set() and len(kills) < KILLS:
        time.sleep(chosen.uniform(0.1, 0.5))
        if len(count.acknowledged) < SUBMISSIONS * len(kills) // KILLS:
            continue
        name = KILLED[len(kills) % len(KILLED)]
        pid = found_process(hub, name)
        if pid is None:
            continue
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
        kills.append(name)


def found_process(hub: RunningHub, name: str) -> int | None:
    pid = hub.processes().get(name.removeprefix("child of "))
    if pid is None or name in hub.processes():
        return pid
    return next((child for child in children_of_all([pid]) if child != pid), None)


@pytest.mark.parametrize(
    ("count", "problem"),
    [
        (Count({"Ann": "PSH-1"}, [], []), "lost: Ann"),
        (Count({"Ann": "PSH-1"}, [("PSH-2", "Ann")], ["PSH-2"]), "lost: Ann"),
        (Count({}, [("PSH-1", "Ann"), ("PSH-2", "Ann")], ["PSH-1", "PSH-2"]), "doubled: Ann"),
        (Count({"Ann": "PSH-1"}, [("PSH-1", "Ann")], []), "not notified: Ann"),
    ],
)
def test_the_count_sees_what_went_wrong(count: Count, problem: str) -> None:
    assert [found.startswith(problem) for found in count.problems()] == [True]
