"""Pages are published while readers ask without pause, of two processes: none gets an older one than was there.

A process of its own publishes, as an editor's worker is.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.faults.running_hub import RunningHub
from tests.faults.size import size

pytestmark = pytest.mark.django_db

PUBLICATIONS = size(25, 1_000)
READERS = 3
# One process may answer twice in a row; of so many requests the other one answers some.
ASKED_AFTER_EACH = 4
ASKED_TO_WARM = 40
# The second is found through what is known of the pages below the first.
PATHS = ("/", "/plain/")
# Whoever has one goes past the kept pages, and gets the middle of the page as it was drawn for somebody.
COOKIES = ("", "saved_list=lepps")

MAKE = """
from home.models import HomePage, StandardPage
if not StandardPage.objects.filter(slug="plain").exists():
    HomePage.objects.get().add_child(instance=StandardPage(title="Plain", slug="plain"))
"""
PUBLISH = """
from home.models import HomePage, StandardPage
for page in (HomePage.objects.get(), StandardPage.objects.get(slug="plain")):
    page.lede = "Edition {number}."
    page.save_revision().publish()
"""
UPDATE = """
from home.models import HomePage, StandardPage
HomePage.objects.update(lede="Edition {number}.")
StandardPage.objects.update(lede="Edition {number}.")
"""


@pytest.fixture(autouse=True)
def plain_page(hub: RunningHub) -> None:
    hub.run(MAKE)


@contextmanager
def readers(hub: RunningHub) -> Iterator[None]:
    """People who read the pages again and again, so that they are kept at every moment."""
    stop = threading.Event()

    def read(cookie: str) -> None:
        while not stop.is_set():
            for path in PATHS:
                hub.get(path, cookie=cookie)

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
    numbers: range,
    way: str = PUBLISH,
    cookies: tuple[str, ...] = COOKIES * ASKED_AFTER_EACH,
) -> list[tuple[int, str]]:
    """The editions after which somebody with one of these cookies still got an older one, and of which page."""
    stale = []
    for number in numbers:
        hub.run(way.format(number=number))
        for path in PATHS:
            pages = [hub.get(path, cookie=cookie) for cookie in cookies]
            assert {status for status, _ in pages} == {200}
            if any(f"Edition {number}." not in page for _, page in pages):
                stale.append((number, path))
    return stale


def test_what_is_published_is_read_at_once(hub: RunningHub) -> None:
    with readers(hub):
        assert stale_after(hub, range(1, PUBLICATIONS + 1)) == []


@pytest.mark.parametrize("cookie", COOKIES)
def test_a_control_what_does_not_move_the_revision_is_seen_to_be_stale(hub: RunningHub, cookie: str) -> None:
    hub.run(PUBLISH.format(number=PUBLICATIONS + 1))
    with readers(hub):
        # Once it has been read it is kept. Otherwise the first edition of the control may be read before it is. Each
        # process draws a page for itself, and which of them answers is up to the machine.
        for _ in range(ASKED_TO_WARM):
            assert all(f"Edition {PUBLICATIONS + 1}." in hub.get(path, cookie=cookie)[1] for path in PATHS)
        # Only what is kept can be stale.
        assert all(f"Edition {PUBLICATIONS + 1}." in hub.get(path)[1] for path in PATHS)
        numbers = range(PUBLICATIONS + 2, PUBLICATIONS + 5)
        cookies = (cookie,) * ASKED_AFTER_EACH
        stale = [(number, path) for number in numbers for path in PATHS]
        assert stale_after(hub, numbers, UPDATE, cookies) == stale
