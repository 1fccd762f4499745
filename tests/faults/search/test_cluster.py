"""A cluster of three that loses a node while people search: every search is answered in full."""

import signal
import time

import pytest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("findable_tags")]

SEARCHES = 1_000


@pytest.mark.parametrize("nodes", [3], indirect=True)
def test_searches_while_a_cluster_of_three_loses_a_node(nodes, searching):
    until = time.monotonic() + 60
    while nodes[0].ask("/_cluster/health")["status"] != "green" and time.monotonic() < until:
        time.sleep(0.5)
    searching.search(SEARCHES // 4)
    nodes[0].end(signal.SIGKILL)
    searching.search(SEARCHES // 2)
    searching.until_the_server_answers()
    searching.search(SEARCHES // 4)
