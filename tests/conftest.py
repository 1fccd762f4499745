"""What every test gets: an index of its own, and nothing from the machine's environment."""

from pathlib import Path

import pytest

from tests.append_only import access_log_can_be_emptied  # noqa: F401 - a fixture every test has


@pytest.fixture(autouse=True)
def own_search_index(settings, tmp_path: Path) -> None:
    """Tests roll their database back; an index shared between them would remember what never was."""
    settings.SEARCH_INDEX_DIR = tmp_path / "search-index"
