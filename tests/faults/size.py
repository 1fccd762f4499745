"""How much is tried: a little with every test run, all of it with `make test-faults`."""

import os

IN_FULL = os.environ.get("HUB_FAULTS_IN_FULL") == "1"


def size(short: int, full: int) -> int:
    """The number for this run."""
    return full if IN_FULL else short
