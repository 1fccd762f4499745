"""Backups hold everything, are proved, and bring nothing back that was erased."""

import contextlib
import json
import shutil
import sqlite3
import stat
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone

from directory.enquiries.actions import add_note, claim_enquiry
from directory.enquiries.key_store.contact_hashes import Contact
from directory.enquiries.key_store.erased_list import read_list
from directory.enquiries.key_store.keys import issue_key, keys_with_contact
from directory.enquiries.key_store.models import ContactHash, EnquiryKey, ErasedKey, KeyStoreIdentity
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.models import Enquiry, Note
from directory.enquiries.retention.anonymisation import empty_enquiry
from directory.enquiries.storage import append_only
from directory.enquiries.storage.pairing import require_own_key_store
from hub.accounts import roles
from hub.backups import copies, restoring
from hub.backups.making import STAMP
from hub.backups.manifest import NAME, Manifest, digest_of
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db(transaction=True)

NUMBER = "0141 496 0100"


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """Where backups are kept; the list of erased keys is beside it."""
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"
    require_own_key_store()
    return tmp_path / "backups"


def run(name: str, *arguments: Any, **options: Any) -> str:
    output = StringIO()
    call_command(name, *map(str, arguments), stdout=output, **options)
    return output.getvalue()


def back_up(folder: Path) -> Path:
    return Path(run("backup", folder).splitlines()[0])


def with_note() -> Enquiry:
    enquiry, moderator = make_enquiry(), make_user(roles.MODERATORS)
    claim_enquiry(enquiry=enquiry, by=moderator)
    add_note(enquiry=enquiry, by=moderator, text="Rang once")
    return enquiry


def shown_of(enquiry: Enquiry) -> dict[str, bool]:
    """What the databases still show of an enquiry."""
    current = Enquiry.objects.get(pk=enquiry.pk)
    return {
        "text": bool(current.sealed_answers),
        "note": Note.objects.filter(enquiry=enquiry).exists(),
        "home": bool(current.postcode_district),
        "key": EnquiryKey.objects.filter(pk=enquiry.key_id).exists(),
        "hash": ContactHash.objects.filter(key_id=enquiry.key_id).exists(),
    }


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


def test_a_backup_brings_everything_back(folder: Path) -> None:
    enquiry = with_note()
    made = back_up(folder)
    assert "1 enquiries, 1 of them with names and words" in run("verify_backup", made)
    later = make_enquiry()
    output = run("restore", made, replace=True)
    assert "1 texts opened" in output
    assert "search rebuild" in output
    assert "All migrations are there" in output
    assert Enquiry.objects.get().unseal_answers().name == "R.M."
    assert Enquiry.objects.get().pk == enquiry.pk != later.pk
    assert keys_with_contact(Contact.phone(NUMBER)) == [enquiry.key_id]
    run("verify_access_log")
    require_own_key_store()


@pytest.mark.parametrize("forgotten", [False, True], ids=["list replayed", "control: list not replayed"])
def test_an_old_copy_shows_nothing_that_was_erased_since(
    folder: Path, forgotten: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    erased, kept = with_note(), make_enquiry()
    made = back_up(folder)
    empty_enquiry(pk=erased.pk)
    if forgotten:
        monkeypatch.setattr(restoring, "replay_erased_list", lambda: 0)
    output = run("restore", made, replace=True)
    assert set(shown_of(erased).values()) == {forgotten}
    assert (erased.key_id in keys_with_contact(Contact.phone(NUMBER))) is forgotten
    assert ("1 keys erased again, 1 enquiries emptied" in output) is not forgotten
    assert Enquiry.objects.get(pk=kept.pk).unseal_answers().name == "R.M."
    assert shown_of(kept)["key"]


def test_what_other_machines_erased_is_erased_again(folder: Path, settings: LazySettings, tmp_path: Path) -> None:
    erased = make_enquiry()
    made = back_up(folder)
    settings.ERASED_KEYS_FILE = tmp_path / "other-machine.log"
    empty_enquiry(pk=erased.pk)
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"
    assert read_list() == set()
    run("restore", made, replace=True)
    assert set(shown_of(erased).values()) == {False}
    assert ErasedKey.objects.filter(pk=erased.key_id).exists()
    assert read_list() == {erased.key_id}


def test_words_of_an_erased_enquiry_are_in_no_file_after_a_restore(folder: Path) -> None:
    erased = make_enquiry()
    sealed = Enquiry.objects.get(pk=erased.pk).sealed_answers.encode()
    wrapped = EnquiryKey.objects.get(pk=erased.key_id).wrapped_key.encode()
    made = back_up(folder)
    empty_enquiry(pk=erased.pk)
    run("restore", made, replace=True)
    if connection.vendor != "sqlite":
        return
    assert wrapped in (made / "keys.sqlite3").read_bytes()
    assert sealed in (made / "database.sqlite3").read_bytes()
    for ending in ("", "-wal"):
        path = Path(f"{connections[ALIAS].settings_dict['NAME']}{ending}")
        assert not path.exists() or wrapped not in path.read_bytes()


def test_databases_in_use_are_not_replaced_unasked(folder: Path) -> None:
    made = back_up(folder)
    kept = make_enquiry()
    with pytest.raises(CommandError, match="--replace"):
        run("restore", made)
    assert Enquiry.objects.get(pk=kept.pk).unseal_answers().name == "R.M."


def test_keys_older_than_the_enquiries_are_refused_and_why(folder: Path) -> None:
    make_enquiry()
    older = back_up(folder)
    _wait_for_another_second(older)
    lost = make_enquiry()
    newer = back_up(folder)
    with pytest.raises(CommandError, match="older than the enquiries: 1 of 2 have no key"):
        run("restore", newer, keys_from=str(older), replace=True)
    with pytest.raises(CommandError, match="could never be read again"):
        run("restore", newer, keys_from=str(older), replace=True, lose=2)
    assert Enquiry.objects.get(pk=lost.pk).unseal_answers().name == "R.M."
    run("restore", newer, keys_from=str(older), replace=True, lose=1)
    assert not EnquiryKey.objects.filter(pk=lost.key_id).exists()


def test_keys_copied_before_are_refused_although_nothing_came_between(folder: Path) -> None:
    make_enquiry()
    older = back_up(folder)
    _wait_for_another_second(older)
    newer = back_up(folder)
    with pytest.raises(CommandError, match="copied before them"):
        run("verify_backup", newer, keys_from=str(older))
    assert "2 keys" not in run("verify_backup", older, keys_from=str(newer))


def _wait_for_another_second(made: Path) -> None:
    # The name of a backup is the second it was made in.
    while timezone.now().strftime(STAMP) == made.name:
        time.sleep(0.05)


def test_only_the_database_is_restored_beside_the_keys_in_use(folder: Path) -> None:
    enquiry = make_enquiry()
    made = back_up(folder)
    later = make_enquiry()
    (made / Manifest.read(made).keys.file).unlink()
    with pytest.raises(CommandError, match="copies of keys live 14 days"):
        run("restore", made, replace=True)
    run("restore", made, only="database", replace=True)
    assert Enquiry.objects.get().unseal_answers().name == "R.M."
    assert set(EnquiryKey.objects.values_list("pk", flat=True)) == {enquiry.key_id, later.key_id}


def test_only_the_keys_are_restored_and_what_is_lost_must_be_named(folder: Path) -> None:
    enquiry = make_enquiry()
    made = back_up(folder)
    later = make_enquiry()
    with pytest.raises(CommandError, match="--lose 1"):
        run("restore", made, only="keys", replace=True)
    EnquiryKey.objects.filter(pk=enquiry.key_id).delete()
    run("restore", made, only="keys", replace=True, lose=1)
    assert Enquiry.objects.get(pk=enquiry.pk).unseal_answers().name == "R.M."
    assert not EnquiryKey.objects.filter(pk=later.key_id).exists()


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
    assert list(folder.iterdir()) == [made]


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
