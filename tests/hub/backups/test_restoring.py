"""A restore brings back everything but what was erased."""

import stat
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.core.management import CommandError
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.erased_list import read_list
from directory.enquiries.key_store.keys import keys_with_contact
from directory.enquiries.key_store.models import EnquiryKey, ErasedKey
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.models import Enquiry
from directory.enquiries.retention.anonymisation import empty_enquiry
from directory.enquiries.storage.pairing import require_own_key_store
from hub.backups import restoring
from hub.backups.making import LIST_COPY
from hub.backups.manifest import Manifest
from tests.factories.enquiries import make_enquiry
from tests.hub.backups.backing_up import NUMBER, back_up, run, shown_of, wait_for_another_second, with_note

pytestmark = pytest.mark.django_db(transaction=True)


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
    assert keys_with_contact(ContactPoint.phone(NUMBER)) == [enquiry.key_id]
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
        monkeypatch.setattr(restoring, "replay_erased_list", lambda *copies: 0)
    output = run("restore", made, replace=True)
    assert set(shown_of(erased).values()) == {forgotten}
    assert (erased.key_id in keys_with_contact(ContactPoint.phone(NUMBER))) is forgotten
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
    wait_for_another_second(older)
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
    wait_for_another_second(older)
    newer = back_up(folder)
    with pytest.raises(CommandError, match="copied before them"):
        run("verify_backup", newer, keys_from=str(older))
    assert "2 keys" not in run("verify_backup", older, keys_from=str(newer))


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


def test_the_list_beside_the_backups_stands_in_for_one_that_is_lost(folder: Path, settings: LazySettings) -> None:
    erased = make_enquiry()
    older = back_up(folder)
    wait_for_another_second(older)
    empty_enquiry(pk=erased.pk)
    back_up(folder)
    Path(settings.ERASED_KEYS_FILE).unlink()
    ErasedKey.objects.all().delete()
    run("restore", older, replace=True)
    assert set(shown_of(erased).values()) == {False}
    assert read_list() == {erased.key_id}
    assert stat.S_IMODE((folder / LIST_COPY).stat().st_mode) == 0o600


def test_a_copy_from_before_a_migration_is_emptied_after_it(folder: Path) -> None:
    erased = make_enquiry()
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now())
    recorder = MigrationRecorder(connection)
    newest = recorder.migration_qs.filter(app="hub").order_by("-name").first()
    newest.delete()
    made = back_up(folder)
    recorder.record_applied("hub", newest.name)
    empty_enquiry(pk=erased.pk)
    output = run("restore", made, replace=True)
    assert "Run `manage.py migrate`, then `manage.py sweep_enquiry_keys`" in output
    assert not Session.objects.exists()
    shown = shown_of(erased)
    assert (shown["key"], shown["hash"], shown["text"]) == (False, False, True)
    recorder.record_applied("hub", newest.name)
    run("sweep_enquiry_keys")
    assert set(shown_of(erased).values()) == {False}
