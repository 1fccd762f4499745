"""Backups hold everything, are private, and are proved."""

import contextlib
import fcntl
import json
import os
import shutil
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.conf import LazySettings
from django.core.management import CommandError
from django.db import connection, connections
from django.utils import timezone

from directory.enquiries.key_store.keys import issue_key
from directory.enquiries.key_store.models import KeyStoreIdentity
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.models import Enquiry
from directory.enquiries.storage import append_only
from hub.backups import copies
from hub.backups.manifest import NAME, Manifest, digest_of
from tests.factories.enquiries import make_enquiry
from tests.hub.backups.backing_up import back_up, run

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_backup_is_private_and_says_what_it_is(folder: Path) -> None:
    enquiry = make_enquiry()
    made = back_up(folder)
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()} == {0o600}
    manifest = Manifest.read(made)
    assert manifest.database.moment <= manifest.keys.moment
    assert manifest.keys.newest_id == str(enquiry.key_id)
    assert manifest.pair_id == str(KeyStoreIdentity.objects.get().pair_id)
    assert manifest.database.migrations["enquiries"] >= "0006"
    for copied in (manifest.database, manifest.keys):
        assert digest_of(made / copied.file) == copied.sha256
    assert len(list(made.iterdir())) == 3


def test_copies_of_keys_live_14_days_and_those_of_enquiries_stay(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, recent = back_up(folder), None
    then = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("hub.backups.making.timezone.now", lambda: then)
    recent = back_up(folder)
    later = then + timedelta(days=13, hours=12)
    monkeypatch.setattr("hub.backups.making.timezone.now", lambda: later)
    assert "1 copies of keys" in run("backup", folder)
    assert not (old / Manifest.read(old).keys.file).exists()
    assert (old / Manifest.read(old).database.file).exists()
    assert (recent / Manifest.read(recent).keys.file).exists()


def test_keys_of_another_database_are_found_out(folder: Path) -> None:
    make_enquiry()
    made = back_up(folder)
    KeyStoreIdentity.objects.update(pair_id="00000000-0000-4000-8000-000000000000")
    with pytest.raises(CommandError, match="belong to another database"):
        run("verify_backup", made, only="database")


def test_keys_of_the_settings_that_open_nothing_are_found_out(folder: Path, settings: LazySettings) -> None:
    make_enquiry()
    made = back_up(folder)
    settings.ENQUIRY_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(CommandError, match="1 of 1 texts cannot be opened"):
        run("restore", made, replace=True)


@pytest.mark.parametrize("part", ["database", "keys"])
@pytest.mark.parametrize("harm", ["changed", "short", "gone"])
def test_a_damaged_copy_is_found_out_before_anything_is_replaced(folder: Path, part: str, harm: str) -> None:
    kept = make_enquiry()
    made = back_up(folder)
    path = made / getattr(Manifest.read(made), part).file
    content = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(content[:-10] if harm == "short" else content[:-10] + b"0123456789")
    with pytest.raises(CommandError, match=r"missing|differs|are gone"):
        run("restore", made, replace=True)
    assert Enquiry.objects.get(pk=kept.pk).unseal_answers().name == "R.M."


def test_a_file_that_never_was_a_database_is_found_out(folder: Path) -> None:
    made = back_up(folder)
    stored = json.loads((made / NAME).read_text())
    path = made / stored["database"]["file"]
    path.write_bytes(b"nothing of the kind" * 500)
    stored["database"] |= {"sha256": digest_of(path), "size": path.stat().st_size}
    (made / NAME).write_text(json.dumps(stored))
    with pytest.raises(CommandError, match=r"no whole SQLite database|pg_restore ended"):
        run("verify_backup", made)


def test_a_folder_that_is_no_backup_is_said_to_be_none(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no backup"):
        run("verify_backup", tmp_path / "nowhere")
    made = back_up(folder)
    for content, said in (("{", "cannot be read"), ('{"format": 9}', "newer release"), ("[]", "cannot be read")):
        (made / NAME).write_text(content)
        with pytest.raises(CommandError, match=said):
            run("restore", made, replace=True)


def test_a_log_that_was_changed_is_found_out(folder: Path) -> None:
    make_enquiry()
    append_only.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE enquiries_auditevent SET actor_name = 'Somebody else'")
    made = back_up(folder)
    with pytest.raises(CommandError, match="Access log"):
        run("verify_backup", made)


def test_a_backup_cut_off_leaves_none_and_the_next_tidies_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("hub.backups.making.digest_of", lambda path: (_ for _ in ()).throw(OSError))
        with pytest.raises(CommandError, match="was not made"):
            run("backup", folder)
    assert [path.suffix for path in folder.iterdir()] == [".partial"]
    made = back_up(folder)
    assert [path for path in folder.iterdir() if path.is_dir()] == [made]


def test_two_backups_at_once_do_not_harm_each_other(folder: Path) -> None:
    folder.mkdir()
    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    with pytest.raises(CommandError, match="Another backup is being made"):
        run("backup", folder)
    os.close(descriptor)
    back_up(folder)


def test_databases_that_do_not_belong_together_are_not_backed_up(folder: Path) -> None:
    KeyStoreIdentity.objects.update(pair_id="00000000-0000-4000-8000-000000000000")
    with pytest.raises(CommandError, match="do not belong together"):
        run("backup", folder)


def test_scratch_databases_are_gone_afterwards(folder: Path) -> None:
    run("verify_backup", back_up(folder))
    assert set(connections.settings) == {"default", ALIAS}
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_database WHERE datname LIKE 'hub_scratch_%'")
            assert cursor.fetchone() == (0,)


@pytest.mark.only_on("sqlite")
def test_a_plain_copy_of_the_file_loses_what_is_in_the_log_of_writes(folder: Path, tmp_path: Path) -> None:
    issue_key()
    name = connections[ALIAS].settings_dict["NAME"]
    made = back_up(folder)
    copied = shutil.copy(name, tmp_path / "plain-copy.sqlite3")
    assert count_of_keys(made / "keys.sqlite3") == 1
    assert count_of_keys(Path(copied)) == 0


def count_of_keys(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT count(*) FROM enquiry_keys_enquirykey").fetchone()[0]


@pytest.mark.only_on("postgresql")
def test_without_the_programs_of_postgresql_it_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(CommandError, match="pg_dump was not found"):
        run("backup", folder)


def test_a_copy_never_overwrites_a_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(FileExistsError):
        copies.copy_database("default", tmp_path / "there")
