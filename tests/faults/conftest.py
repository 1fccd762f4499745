"""One running hub for all tests of a process."""

from collections.abc import Iterator

import pytest
from django.db import connection

from tests.faults.running_hub import RunningHub


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Iterator[RunningHub]:
    running = RunningHub(tmp_path_factory.mktemp("hub"), connection.settings_dict["NAME"])
    try:
        running.start()
        yield running
    finally:
        running.stop()
