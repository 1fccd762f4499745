"""With keys that cannot be used nothing starts, and one line says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.conf import settings

from tests.fixtures.database import StoredDatabases

from .test_settings import PRODUCTION, manage

# Each process has an SQLite database of its own, whatever the other tests run on.
pytestmark = pytest.mark.only_on("sqlite")


@pytest.mark.parametrize("command", [("check",), ("db_worker",), ("drain_outbox",), ("rotate_enquiry_keys",)])
def test_commands_and_workers_stop(command: tuple[str, ...]) -> None:
    done = manage(*command, ENQUIRY_KEYS=f"{Fernet.generate_key().decode()},canary")
    assert done.returncode != 0
    assert done.stderr.strip().count("\n") == 0
    assert "value 2 in ENQUIRY_KEYS is not a Fernet key" in done.stderr
    assert "canary" not in done.stderr


def serve(**values: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "import hub.wsgi"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **PRODUCTION, **values},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_web_server_stops_for_good() -> None:
    done = serve(FACTS_COOKIE_KEYS="canary")
    assert done.returncode == 3
    assert "hub.E010" in done.stderr
    assert "canary" not in done.stderr
    assert "Traceback" not in done.stderr


def test_the_web_server_stops_with_the_keys_of_another_database(
    tmp_path: Path, django_db_setup: None, stored_databases: StoredDatabases
) -> None:
    own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'hub.sqlite3'}", "DATA_DIR": str(tmp_path)}
    assert serve(**own).returncode == 0
    stored_databases.copy_to(tmp_path / "hub.sqlite3")
    assert serve(**own).returncode == 0
    done = serve(**own, ENQUIRY_KEYS=Fernet.generate_key().decode())
    assert done.returncode == 3
    assert "ENQUIRY_KEYS does not open what this database holds" in done.stderr
    assert "Traceback" not in done.stderr
