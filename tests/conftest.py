"""What every test gets: an index of its own, and nothing from the machine's environment."""

from pathlib import Path

import pytest
from django.db import connection

from tests.append_only import access_log_can_be_emptied  # noqa: F401 - a fixture every test has


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
