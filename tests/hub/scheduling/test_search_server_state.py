"""What is said of a search server that does not answer: neither that all is well nor, at once, that all is lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hub.models import ScheduledJob
from hub.scheduling.leases import add_missing_rows
from search.indexing import health
from search.models import Change
from tests.search.server.faulty import faulty_server, refusing_address

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def all_else_is_well(monkeypatch) -> None:
    monkeypatch.setattr(health, "_illness", health.Illness())
    add_missing_rows()
    now = timezone.now()
    ScheduledJob.objects.update(done_at=now, finished_at=now, seconds=1, outcome="done", due_at=now)


def test_one_that_does_not_answer(client: Client, settings) -> None:
    settings.SEARCH_URL = refusing_address()
    response = client.get("/health/work")
    # It may be starting, and visitors are answered meanwhile: nobody is called yet.
    assert response.status_code == 200
    waits = response.json()["waiting"]["search_server"]
    assert (waits["count"], waits["overdue"]) == (None, False)

    health._illness.since -= timedelta(minutes=16)
    response = client.get("/health/work")
    assert response.status_code == 503
    assert response.json()["waiting"]["search_server"]["count"] is None


def test_one_without_an_index_yet(client: Client, settings) -> None:
    Change.objects.create(kind="service", key="1", at=timezone.now() - timedelta(days=400))
    with faulty_server("index missing") as server:
        settings.SEARCH_URL = server.url
        response = client.get("/health/work")
    assert response.status_code == 200
    waits = response.json()["waiting"]["search_server"]
    assert waits["count"] >= 1
    assert waits["oldest_seconds"] < 60


def test_none_is_not_spoken_of(client: Client) -> None:
    assert "search_server" not in client.get("/health/work").json()["waiting"]


def test_staff_are_told_that_it_is_not_known(admin_client: Client, settings) -> None:
    settings.SEARCH_URL = refusing_address()
    page = admin_client.get("/admin/reports/timed-work/").content.decode()
    assert "Not known: it does not answer" in page
    assert "Everything that should happen by itself happens" not in page
