"""A running hub beside a search server: its search worker brings there what is published, within seconds."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.faults.running_hub import RunningHub

# The hub runs with a copy of the tests' database, which only SQLite has as a file.
pytestmark = [pytest.mark.only_on("sqlite"), pytest.mark.django_db]

FOUND_SECONDS = 5.0
PREFIX = "follower"
PUBLISH = """
from home.models import HomePage, StandardPage
page = HomePage.objects.get().add_child(instance=StandardPage(title="Zebra crossing", slug="zebra"))
page.save_revision().publish()
print(page.pk)
"""
WITHDRAW = """
from home.models import StandardPage
StandardPage.objects.get(slug="zebra").unpublish()
"""


@pytest.fixture
def hub(tmp_path: Path, search_server_url: str, stored_databases, django_db_setup: None) -> Iterator[RunningHub]:
    running = RunningHub(
        tmp_path,
        stored_databases,
        extra={"SEARCH_URL": f"opensearch+{search_server_url}/{PREFIX}", "SEARCH_SECONDS": "5"},
    )
    try:
        running.start()
        yield running
    finally:
        running.stop()
        asked(search_server_url, f"/{PREFIX}-*?expand_wildcards=open", method="DELETE")


def test_what_is_published_and_withdrawn_reaches_the_server(hub: RunningHub, search_server_url: str) -> None:
    hub.wait_for(lambda: hub.work()["waiting"]["search_server"]["count"] == 0, "the first index on the server")
    hub.run(PUBLISH)
    committed = time.monotonic()
    hub.wait_for(lambda: number(search_server_url) == 1, "the page on the server", FOUND_SECONDS)
    assert time.monotonic() - committed < FOUND_SECONDS
    assert "Zebra crossing" in hub.get("/search/?q=zebra")[1]

    hub.run(WITHDRAW)
    # What is withdrawn is not shown from the next request on, whatever the server still holds.
    assert "Zebra crossing" not in hub.get("/search/?q=zebra")[1]
    hub.wait_for(lambda: number(search_server_url) == 0, "the page to go from the server", FOUND_SECONDS)
    hub.wait_for(lambda: hub.work()["waiting"]["search_server"]["count"] == 0, "no change to wait", FOUND_SECONDS)


def number(url: str) -> int:
    """How many pages of this name the server would find. Below zero while it is still opening an index just made."""
    body = {"query": {"term": {"exact": "zebra crossing"}}}
    try:
        return int(asked(url, f"/{PREFIX}-*/_count", body)["count"])
    except urllib.error.HTTPError as error:
        if error.code == HTTPStatus.SERVICE_UNAVAILABLE:
            return -1
        raise


def asked(url: str, path: str, body: object = None, method: str = "POST") -> dict:
    request = urllib.request.Request(  # noqa: S310  loopback
        f"{url}{path}",
        json.dumps(body).encode() if body else None,
        {"content-type": "application/json"},
        method=method,
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  loopback
        return json.load(answer)
