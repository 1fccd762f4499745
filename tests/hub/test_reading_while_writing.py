"""Reading never waits for a writer: every public page while another connection holds what a page would write."""

import sqlite3
import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from search.changelog import scheduled
from search.models import DayReached, SoughtCount
from tests.factories.directory import ServiceFactory
from tests.factories.home import build_site

# Half of what the settings of the tests' database would wait, and more than any page takes.
LIMIT = 5.0
PAGES = (
    "/",
    "/find/",
    "/find/?q=housing",
    "/find/?q=zqzqzq",
    "/find/?q=zqzqzq&near=G42",
    "/search/?q=housing",
    "/search/?q=zqzqzq",
    "/services/found/",
    "/enquiries/new/",
    "/enquiries/new/?service=found",
    "/services/found/can-i-refer/",
    "/search/suggestions/?q=hou",
    "/for/",
    "/list/",
    "/release/",
    "/release/plan/",
    "/nothing-is-here/",
    "/admin/login/",
    "/health/ready",
    "/health/work",
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def written_by_another() -> Iterator[None]:
    """Another connection has begun to write and does not end."""
    build_site()
    ServiceFactory(name="Found", slug="found")
    Client().get("/find/?q=housing")
    DayReached.objects.all().delete()
    scheduled._seen.clear()
    scheduled._failed.clear()
    other = begin_writing()
    yield
    other.rollback()
    other.close()
    scheduled._failed.clear()


def begin_writing() -> object:
    if connection.vendor == "sqlite":
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        return other
    other = connection.get_new_connection(connection.get_connection_params())
    other.execute(f"LOCK TABLE {SoughtCount._meta.db_table}, {DayReached._meta.db_table} IN EXCLUSIVE MODE")
    return other


def test_no_page_waits(written_by_another: None) -> None:
    slow = {}
    for page in PAGES:
        begun = time.monotonic()
        response = Client().get(page)
        took = time.monotonic() - begun
        assert response.status_code < 500 or page == "/health/work", page
        if took > LIMIT:
            slow[page] = took
    assert slow == {}


def test_what_could_not_be_written_is_no_noise(written_by_another: None, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        assert Client().get("/find/?q=zqzqzq").status_code == 200
    assert "zqzqzq" not in caplog.text
    assert caplog.text.count("with the day was not noted") == 1


def test_a_writer_still_has_its_patience_afterwards() -> None:
    build_site()
    Client().get("/find/?q=zqzqzq")
    if connection.vendor == "sqlite":
        expected = int(connection.settings_dict["OPTIONS"]["timeout"] * 1000)
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] == expected
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone()[0] == "0"
