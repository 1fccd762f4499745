"""Pages are published while readers ask without pause, of two processes: none gets an older one than was there."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings

from tests.faults.running_hub import RunningHub
from tests.faults.size import size

pytestmark = pytest.mark.django_db

PUBLICATIONS = size(25, 1_000)
READERS = 3
# One process may answer twice in a row; of so many requests the other one answers some.
ASKED_AFTER_EACH = 4
ASKED_TO_WARM = 40
PATH = "/"
# Whoever has one goes past the kept pages, and gets the middle of the page as it was drawn for somebody.
COOKIES = ("", "saved_list=lepps")

PUBLISHER = """
import sys
from home.models import HomePage
page = HomePage.objects.get()
for line in sys.stdin:
    way, number = line.split()
    page.lede = f"Edition {number}."
    if way == "publish":
        page.save_revision().publish()
    else:
        HomePage.objects.filter(pk=page.pk).update(lede=page.lede)
    print(number, flush=True)
"""


class Publisher:
    """A process of its own, as an editor's worker is."""

    def __init__(self, hub: RunningHub) -> None:
        # Read as a program, because the words to publish come by its standard input.
        self._process = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", f"import django; django.setup()\n{PUBLISHER}"],
            cwd=settings.BASE_DIR,
            env=hub.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def publish(self, number: int, way: str = "publish") -> None:
        """Returns once it is committed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{way} {number}\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline().strip() == str(number)

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)


@pytest.fixture
def publisher(hub: RunningHub) -> Iterator[Publisher]:
    started = Publisher(hub)
    yield started
    started.stop()


@contextmanager
def readers(hub: RunningHub) -> Iterator[None]:
    """People who read the page again and again, so that it is kept at every moment."""
    stop = threading.Event()

    def read(cookie: str) -> None:
        while not stop.is_set():
            hub.get(PATH, cookie=cookie)

    threads = [threading.Thread(target=read, args=(COOKIES[number % 2],)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def stale_after(
    hub: RunningHub,
    publisher: Publisher,
    numbers: range,
    way: str = "publish",
    cookies: tuple[str, ...] = COOKIES * ASKED_AFTER_EACH,
) -> list[int]:
    """The editions after which somebody with one of these cookies still got an older one."""
    stale = []
    for number in numbers:
        publisher.publish(number, way)
        pages = [hub.get(PATH, cookie=cookie) for cookie in cookies]
        assert {status for status, _ in pages} == {200}
        if any(f"Edition {number}." not in page for _, page in pages):
            stale.append(number)
    return stale


def test_what_is_published_is_read_at_once(hub: RunningHub, publisher: Publisher) -> None:
    with readers(hub):
        assert stale_after(hub, publisher, range(1, PUBLICATIONS + 1)) == []


@pytest.mark.parametrize("cookie", COOKIES)
def test_a_control_what_does_not_move_the_revision_is_seen_to_be_stale(
    hub: RunningHub, publisher: Publisher, cookie: str
) -> None:
    publisher.publish(PUBLICATIONS + 1)
    # Once it has been read it is kept. Otherwise the first edition of the control may be read before it is.
    assert f"Edition {PUBLICATIONS + 1}." in hub.get(PATH)[1]
    with readers(hub):
        # Each process draws a page for itself, and which of them answers is up to the machine.
        for _ in range(ASKED_TO_WARM):
            hub.get(PATH, cookie=cookie)
        # Only what is kept can be stale.
        assert f"Edition {PUBLICATIONS + 1}." in hub.get(PATH)[1]
        numbers = range(PUBLICATIONS + 2, PUBLICATIONS + 5)
        cookies = (cookie,) * ASKED_AFTER_EACH
        assert stale_after(hub, publisher, numbers, "update", cookies) == list(numbers)
