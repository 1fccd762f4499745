"""Where pages are kept is full, broken or gone, or many ask at once: visitors notice nothing."""

import errno
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection, connections
from django.test import Client

from hub.page_cache import middleware, one_at_a_time
from hub.page_cache.entries import Entry
from hub.page_cache.storage import ALIAS, MOST_BYTES, PageStore, store
from search.changelog.log import head
from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db
MANY = 12


def folder() -> Path:
    return Path(caches[ALIAS]._dir)


def garble() -> None:
    for path in folder().glob("*"):
        path.write_bytes(b"\x80\x04 no pickle")


def truncate() -> None:
    for path in folder().glob("*"):
        path.write_bytes(path.read_bytes()[:40])


def take_away() -> None:
    shutil.rmtree(folder())


def put_a_file_in_its_place() -> None:
    shutil.rmtree(folder())
    folder().write_text("")


@pytest.fixture(autouse=True)
def whole_folder() -> Any:
    yield
    if folder().is_file():
        folder().unlink()


@pytest.mark.parametrize("hurt", [garble, truncate, take_away, put_a_file_in_its_place])
def test_a_broken_folder_costs_speed_and_nothing_else(
    reader: Client, hurt: Callable[[], None], monkeypatch: Any
) -> None:
    path = ServiceFactory().get_absolute_url()
    page = reader.get(path).content
    hurt()
    for _ in range(2):
        # Another process, which holds nothing itself.
        monkeypatch.setattr(middleware, "store", PageStore())
        assert reader.get(path).content == page


def test_a_full_disk_is_said_once_and_harms_nobody(reader: Client, monkeypatch: Any, caplog: Any) -> None:
    def full(*args: Any) -> None:
        raise OSError(errno.ENOSPC, "no space for /secret")

    monkeypatch.setattr(type(caches[ALIAS]), "set", full)
    monkeypatch.setattr(middleware, "store", PageStore())
    for _ in range(3):
        assert reader.get(ServiceFactory().get_absolute_url()).status_code == 200
    assert [record.getMessage() for record in caplog.records] == ["A kept page could not be written: OSError"]


def test_without_a_database_a_page_fails_as_it_does_without_kept_pages(reader: Client) -> None:
    path = ServiceFactory().get_absolute_url()
    reader.get(path)

    def refuse(*args: Any) -> None:
        raise OperationalError

    reader.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        assert reader.get(path).status_code == 500
    assert reader.get(path).status_code == 200


def test_another_process_finds_what_one_has_made(
    reader: Client, monkeypatch: Any, django_assert_num_queries: Any
) -> None:
    path = ServiceFactory().get_absolute_url()
    page = reader.get(path).content
    monkeypatch.setattr(middleware, "store", PageStore())
    with django_assert_num_queries(1):
        assert reader.get(path).content == page


def test_memory_is_bounded(reader: Client) -> None:
    path = ServiceFactory().get_absolute_url()
    reader.get(path)
    some = PageStore()
    kept = store.nearest(next(iter(store._near)))
    assert isinstance(kept, Entry)
    large = Entry(head(), kept.ends_at, (), "", {"": b"x" * (MOST_BYTES // 3)})
    for number in range(10):
        some.keep(f"{number:064x}", large)
    assert sum(some.nearest(f"{number:064x}") is not None for number in range(10)) == 3


def ask_at_once(path: str, number: int) -> list[int]:
    """The statuses that so many get who ask together."""

    def ask(_: int) -> int:
        try:
            return Client().get(path).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(ask, range(number)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["/find/", "/enquiries/new/", "/no-such-page/"])
def test_nobody_waits_for_a_page_that_is_not_kept(path: str, monkeypatch: Any) -> None:
    """Each of them gets in while the others are there, or the barrier breaks."""
    status = Client().get(path).status_code
    monkeypatch.setattr(one_at_a_time, "PATIENCE_SECONDS", 60.0)
    together = Barrier(MANY, timeout=20)
    real = middleware.may_be_kept

    def meet(*given: Any) -> bool:
        together.wait()
        return real(*given)

    # Whoever is asked this has been answered, and still holds what the others would wait for.
    monkeypatch.setattr(middleware, "may_be_kept", meet)
    assert ask_at_once(path, MANY) == [status] * MANY


@pytest.mark.django_db(transaction=True)
def test_whoever_waited_for_a_page_that_turns_out_not_to_be_kept_goes_on_at_once(monkeypatch: Any) -> None:
    monkeypatch.setattr(one_at_a_time, "PATIENCE_SECONDS", 60.0)
    begun = time.monotonic()
    # No process has asked for it yet, so none knows that it is not kept.
    assert ask_at_once("/release/", MANY) == [200] * MANY
    assert time.monotonic() - begun < 30


def test_a_page_that_was_not_kept_is_kept_as_soon_as_it_may_be(reader: Client, django_assert_num_queries: Any) -> None:
    service = ServiceFactory(live=False)
    path = service.get_absolute_url()
    assert [reader.get(path).status_code for _ in range(2)] == [404, 404]
    service.live = True
    service.save()
    page = reader.get(path).content
    with django_assert_num_queries(1):
        assert reader.get(path).content == page


def test_so_many_addresses_are_known_not_to_be_kept() -> None:
    known = one_at_a_time.NotKept()
    for number in range(one_at_a_time.MOST_NOTED + 5):
        known.note(str(number), is_kept=False)
    assert ("0" in known, "4" in known, "5" in known) == (False, False, True)
    known.note("5", is_kept=True)
    assert "5" not in known


@pytest.mark.django_db(transaction=True)
def test_many_who_ask_at_once_have_it_made_once(monkeypatch: Any) -> None:
    path = ServiceFactory().get_absolute_url()
    made = []
    real = store.keep
    monkeypatch.setattr(store, "keep", lambda key, entry: (made.append(key), real(key, entry)))
    start = Barrier(MANY)

    def ask(number: int) -> bytes:
        start.wait()
        try:
            return Client().get(path).content
        finally:
            connections.close_all()

    with ThreadPoolExecutor(MANY) as pool:
        assert len(set(pool.map(ask, range(MANY)))) == 1
    assert len(made) == 1
