"""A search server that is stopped, killed and started again while people search: every search is answered in full."""

import signal

import pytest

from tests.faults.size import size

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # The database has no part in it, and starting servers takes long.
    pytest.mark.only_on("sqlite"),
    pytest.mark.usefixtures("findable_tags"),
]

# In five parts: well, hung, well again, killed, started again.
SEARCHES = size(100, 1_000)
FIRST_ANSWER_SECONDS = 1.5
# A machine that starts a server meanwhile stands still now and then. What a server holds back it holds back for ever.
LONGEST_SECONDS = 10.0


def test_searches_while_the_server_hangs_dies_and_comes_back(nodes, searching):
    (node,), part = nodes, SEARCHES // 5
    searching.search(part)
    node.send(signal.SIGSTOP)
    searching.search(part)
    node.send(signal.SIGCONT)
    searching.until_the_server_answers()
    searching.search(part)
    node.end(signal.SIGKILL)
    searching.search(part)
    node.start()
    searching.search(part)
    searching.until_the_server_answers()

    assert searching.answered_by.total() >= SEARCHES
    assert searching.answered_by["standby"] >= 2 * part
    *most, slowest = sorted(searching.seconds)
    assert slowest < LONGEST_SECONDS
    assert most[len(most) * 49 // 50] < FIRST_ANSWER_SECONDS
