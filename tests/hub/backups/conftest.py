"""Where backups are kept."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from directory.enquiries.storage.pairing import require_own_key_store


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Where backups are kept; the list of erased keys is beside it."""
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"
    require_own_key_store()
    return tmp_path / "backups"
