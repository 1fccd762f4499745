"""What somebody reads who serves the demo for the first time."""

from pathlib import Path

import pytest

from hub.accounts.demo_accounts import ACCOUNTS
from hub.deployment.welcome import welcome


@pytest.fixture
def environment_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("DATA_DIR", "DEMO_PASSWORD"):
        # Set first, so that what is read from the file is taken back as well.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    file = tmp_path / ".env"
    file.write_text("DEMO_PASSWORD=written-down\n")
    return str(file)


def test_it_says_where_the_demo_is_who_signs_in_and_where_mail_lies(environment_file: str) -> None:
    said = welcome(environment_file, "8123")
    assert "http://127.0.0.1:8123/" in said
    assert all(account.email in said for account in ACCOUNTS)
    assert "password: written-down" in said
    assert "it lies in var/mail." in said


def test_mail_lies_where_all_data_is(environment_file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", "/srv/hub")
    assert "it lies in /srv/hub/mail." in welcome(environment_file, "8000")
