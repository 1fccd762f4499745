"""The list of erased keys is written first, whole, and can be replayed over an older copy."""

import stat
import uuid
from pathlib import Path

import pytest
from django.conf import LazySettings

from directory.enquiries.key_store.erased_list import add_to_list, read_list
from directory.enquiries.key_store.keys import (
    complete_erased_list,
    discard_key,
    erase_keys,
    issue_key,
    replay_erased_list,
)
from directory.enquiries.key_store.models import EnquiryKey, ErasedKey


@pytest.fixture(autouse=True)
def list_file(settings: LazySettings, tmp_path: Path) -> Path:
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"
    return settings.ERASED_KEYS_FILE


def test_ids_are_appended_to_a_private_file(list_file: Path) -> None:
    first, second = uuid.uuid4(), uuid.uuid4()
    assert read_list() == set()
    add_to_list([first])
    add_to_list([second])
    assert read_list() == {first, second}
    assert stat.S_IMODE(list_file.stat().st_mode) == 0o600


def test_a_line_cut_off_by_a_crash_spoils_no_other(list_file: Path) -> None:
    whole, after = uuid.uuid4(), uuid.uuid4()
    add_to_list([whole])
    with list_file.open("a") as stream:
        stream.write(f"2026-11-27T00:00:00+00:00 {str(uuid.uuid4())[:20]}")
    add_to_list([after])
    assert read_list() == {whole, after}


def test_bytes_that_are_no_line_are_passed_over(list_file: Path) -> None:
    list_file.write_bytes(b"\xff\xfe\x00 nonsense\n\none two three\nword " + b"x" * 36 + b"\n")
    assert read_list() == set()


@pytest.mark.django_db
def test_erasing_writes_file_and_table_and_the_same_key_once(list_file: Path) -> None:
    key_id, _ = issue_key()
    assert erase_keys([key_id]) == 1
    assert erase_keys([key_id]) == 0
    assert read_list() == {key_id} == set(ErasedKey.objects.values_list("pk", flat=True))
    assert list_file.read_text().count(str(key_id)) == 1


@pytest.mark.django_db
def test_a_list_that_cannot_be_written_keeps_the_key(settings: LazySettings, tmp_path: Path) -> None:
    settings.ERASED_KEYS_FILE = tmp_path / "missing" / "erased.log"
    key_id, _ = issue_key()
    with pytest.raises(OSError, match="missing"):
        erase_keys([key_id])
    assert EnquiryKey.objects.filter(pk=key_id).exists()
    assert not ErasedKey.objects.exists()


@pytest.mark.django_db
def test_a_key_that_sealed_nothing_goes_without_a_line(list_file: Path) -> None:
    key_id, _ = issue_key()
    discard_key(key_id)
    assert not EnquiryKey.objects.exists()
    assert read_list() == set()


@pytest.mark.django_db
def test_replaying_erases_what_an_older_copy_brought_back() -> None:
    key_id, _ = issue_key()
    kept, _ = issue_key()
    row = EnquiryKey.objects.get(pk=key_id)
    erase_keys([key_id])
    # The older copy has the key and not the line of the table.
    ErasedKey.objects.all().delete()
    row.save(force_insert=True)
    assert EnquiryKey.objects.count() == 2
    assert replay_erased_list() == 1
    assert list(EnquiryKey.objects.values_list("pk", flat=True)) == [kept]
    assert ErasedKey.objects.filter(pk=key_id).exists()


@pytest.mark.django_db
def test_the_file_of_one_machine_gets_what_others_erased() -> None:
    elsewhere = uuid.uuid4()
    ErasedKey.objects.create(pk=elsewhere)
    assert complete_erased_list() == 1
    assert complete_erased_list() == 0
    assert read_list() == {elsewhere}
