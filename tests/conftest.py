"""What every test gets: an index of its own, and nothing from the machine's environment."""

import gc
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import hypothesis
import pytest
from django.db import connection
from hypothesis import HealthCheck

# Off until all tests are collected: what is loaded by then stays.
gc.disable()

FIXTURES = (
    "browsers",
    "database",
    "demo",
    "frame_chunk",
    "passes",
    "order",
    "pages_in_pieces",
    "rendered_templates",
    "search_server",
    "signing_in",
    "statements",
    "templates",
)
pytest_plugins = [f"tests.fixtures.{name}" for name in FIXTURES]

# How long anything takes is for the benchmarks to say: a machine that is busy with other tests is no fault. And what
# our fixtures make may serve all examples of a test.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
hypothesis.settings.load_profile("unhurried")

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of the system, in which each run makes its own
ENOUGH = 2 * 1024**3
MOST_SECONDS = 20.0

# Most tests build an index, and most of the time that takes is waiting for the disk to confirm what they throw away.
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@pytest.fixture(scope="session", autouse=True)
def unhurried_indexing() -> Iterator[None]:
    """A search waits a second for the index to follow, a suggestion less: on a busy machine that is too short."""
    from search.indexing.indexer import update_index

    with (
        patch.dict(update_index.__kwdefaults__, seconds=MOST_SECONDS),
        patch("search.autocomplete.SECONDS", MOST_SECONDS),
    ):
        yield


@pytest.fixture(autouse=True)
def own_search_index(settings, tmp_path: Path) -> None:
    """Tests roll their database back; an index shared between them would remember what never was."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search-index"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only another kind of database can do; the suite runs on both, so nothing is left untested."""
    others = [
        item for item in items for marker in item.iter_markers("only_on") if connection.vendor not in marker.args
    ]
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


def pytest_sessionfinish() -> None:
    """pytest looks for garbage five times before it ends. What there is by now goes with the process."""
    gc.freeze()
    # Threads that look for a server go on, and what they would write to is closed.
    logging.disable()


def pytest_collection_finish() -> None:
    """What is imported by now stays: the garbage collector need not look through it again and again.

    Nor need it look after every few hundred objects of a page: it took a twentieth of all processor time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()
