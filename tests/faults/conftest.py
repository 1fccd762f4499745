"""One running hub for all tests of a process."""

from collections.abc import Iterator

import pytest

from tests.faults.running_hub import RunningHub
from tests.fixtures.database import StoredDatabases


@pytest.fixture(scope="module")
def hub(
    tmp_path_factory: pytest.TempPathFactory, stored_databases: StoredDatabases, django_db_setup: None
) -> Iterator[RunningHub]:
    running = RunningHub(tmp_path_factory.mktemp("hub"), stored_databases)
    try:
        running.start()
        yield running
    finally:
        running.stop()
