"""One running hub for all tests of a process."""

from collections.abc import Iterator

import pytest

from tests.faults.running_hub import RunningHub
from tests.fixtures.database import StoredDatabases


@pytest.fixture(scope="package")
def one_hub(
    tmp_path_factory: pytest.TempPathFactory, stored_databases: StoredDatabases, django_db_setup: None
) -> Iterator[RunningHub]:
    running = RunningHub(tmp_path_factory.mktemp("hub"), stored_databases)
    yield running
    running.stop()


@pytest.fixture
def hub(one_hub: RunningHub) -> RunningHub:
    """It runs. Whoever asks first starts it, and whoever asks after a test that stopped it."""
    if not one_hub.runs:
        try:
            one_hub.start()
        except BaseException:
            one_hub.stop()
            raise
    return one_hub
