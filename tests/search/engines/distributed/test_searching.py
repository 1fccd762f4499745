"""Searching a server that answers only some of what it is asked."""

import pytest

from search.engines.base import QueryRefused, ServerUnavailable
from search.engines.distributed.server import Server
from search.engines.distributed.settings import read_url
from tests.search.engines.distributed.test_writing import ScriptedDialect

FAILED = "search_phase_execution_exception"


def failed(status: int, *causes: str) -> dict:
    """What stands for one search among the answers."""
    return {"status": status, "error": {"type": FAILED, "root_cause": [{"type": cause} for cause in causes]}}


def search(one: dict) -> list[dict]:
    return Server(read_url("http://one"), ScriptedDialect({"responses": [one]})).search_each("hub", [{}])


@pytest.mark.parametrize("cause", ["too_many_nested_clauses", "too_many_clauses"])
def test_a_query_that_is_too_long_is_one_query_and_no_fault_of_the_server(cause) -> None:
    with pytest.raises(QueryRefused, match=cause):
        search(failed(500, cause))


@pytest.mark.parametrize(
    ("one", "raised"),
    [
        (failed(500, "circuit_breaking_exception"), ServerUnavailable),
        (failed(503), ServerUnavailable),
        (failed(400, "query_shard_exception"), QueryRefused),
    ],
)
def test_other_failures_are_what_their_status_says(one, raised) -> None:
    with pytest.raises(raised):
        search(one)


def test_a_failure_says_nothing_that_anybody_typed() -> None:
    with pytest.raises(QueryRefused) as caught:
        search({"status": 400, "error": {"type": FAILED, "reason": "Failed to parse [canary]"}})
    assert "canary" not in str(caught.value)
