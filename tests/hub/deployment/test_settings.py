"""Settings, run as an operator runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.conf import settings

from hub.deployment.environment_file import write_environment_file
from hub.settings.databases import database_config
from tests.fixtures.database import StoredDatabases

# Each process has an SQLite database of its own, whatever the other tests run on.
pytestmark = pytest.mark.only_on("sqlite")

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "hub.settings.production",
    "SECRET_KEY": "x9!" + "aZ3_" * 20,
    "ENQUIRY_KEYS": Fernet.generate_key().decode(),
    "ENQUIRY_NOTIFY": "inbox@hub.test",
    "ALLOWED_HOSTS": "hub.test",
    "WAGTAILADMIN_BASE_URL": "https://hub.test",
    "EMAIL_URL": "smtp://127.0.0.1:25",
    "DATABASE_URL": "sqlite:///:memory:",
}


def manage(*arguments: str, without: str = "", **values: str) -> subprocess.CompletedProcess[str]:
    return run("manage.py", *arguments, without=without, **values)


def read_settings(names: str, without: str = "", **values: str) -> str:
    """What these are, in a process that loads nothing but the settings."""
    done = run("-c", f"from django.conf import settings as s; print({names})", without=without, **values)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def run(*arguments: str, without: str = "", **values: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], **PRODUCTION, **values}
    environment.pop(without, None)
    return subprocess.run(  # noqa: S603 - our own command with our own words
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_production_has_no_deployment_warning() -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sorted(set(PRODUCTION) - {"DJANGO_SETTINGS_MODULE"}))
def test_production_does_not_start_without_a_value(name: str) -> None:
    done = manage("check", without=name)
    assert done.returncode != 0
    assert name in done.stderr


def test_production_refuses_a_key_that_is_none() -> None:
    done = manage("check", "--deploy", ENQUIRY_KEYS="not-a-key")
    assert done.returncode != 0
    assert "hub.E002" in done.stderr


REFUSED_REMOVED_CHECKED = """
from django.core.management import CommandError, call_command
try:
    call_command("demo_accounts")
except CommandError:
    print("refused")
call_command("remove_demo_accounts")
call_command("check", "--database", "default")
"""


def test_demo_accounts_stop_production(
    tmp_path: Path, django_db_setup: None, stored_databases: StoredDatabases
) -> None:
    stored_databases.copy_to(tmp_path / "hub.sqlite3")
    own = {"DATABASE_URL": f"sqlite:///{tmp_path / 'hub.sqlite3'}", "DATA_DIR": str(tmp_path)}
    demo = {**own, "DJANGO_SETTINGS_MODULE": "hub.settings.dev"}
    assert manage("check", "--database", "default", **own).returncode == 0
    assert manage("demo_accounts", **demo).returncode == 0
    stopped = manage("check", "--database", "default", **own)
    assert stopped.returncode != 0
    assert "hub.E001" in stopped.stderr
    # One process for the rest, because starting it takes longer than what it does.
    mended = manage("shell", "--command", REFUSED_REMOVED_CHECKED, **own)
    assert mended.returncode == 0, mended.stderr
    assert "refused\n" in mended.stdout
    assert "can no longer sign in" in mended.stdout


def test_mails_link_to_the_port_that_serves() -> None:
    demo = {"DJANGO_SETTINGS_MODULE": "hub.settings.dev", "PORT": "8765"}
    address = "s.WAGTAILADMIN_BASE_URL"
    assert read_settings(address, without="WAGTAILADMIN_BASE_URL", **demo) == "http://127.0.0.1:8765"
    assert read_settings(address) == "https://hub.test"


def test_only_workers_speak_to_the_mail_server() -> None:
    mail = read_settings("s.EMAIL_BACKEND, s.EMAIL_DELIVERY_BACKEND, s.EMAIL_HOST, s.EMAIL_TIMEOUT")
    assert mail == "hub.mail.backend.QueueingBackend django.core.mail.backends.smtp.EmailBackend 127.0.0.1 30"


def test_sqlite_waits_its_turn_and_keeps_what_it_acknowledged() -> None:
    options = database_config({"ENGINE": "django.db.backends.sqlite3", "NAME": "x"})["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]


def test_postgresql_binds_on_the_server() -> None:
    config = database_config({"ENGINE": "django.db.backends.postgresql", "NAME": "x"})
    assert config["OPTIONS"]["server_side_binding"] is True


def test_the_environment_file_is_private_fresh_and_never_overwritten(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    assert write_environment_file(first)
    assert write_environment_file(second)
    assert first.stat().st_mode & 0o777 == 0o600
    assert first.read_text() != second.read_text()
    before = first.read_text()
    assert not write_environment_file(first)
    assert first.read_text() == before
