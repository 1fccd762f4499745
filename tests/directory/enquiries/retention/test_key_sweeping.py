"""Keys that belong to nothing go; those of living enquiries stay, whatever database is asked."""

import uuid
from datetime import timedelta
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest
from django.conf import LazySettings
from django.core.exceptions import FieldDoesNotExist
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.enquiries.key_store.erased_list import read_list
from directory.enquiries.key_store.keys import issue_key
from directory.enquiries.key_store.models import EnquiryKey, ErasedKey, KeyStoreIdentity
from directory.enquiries.models import Enquiry
from directory.enquiries.retention import key_sweeping
from directory.enquiries.retention.anonymisation import empty_enquiry
from directory.enquiries.retention.key_sweeping import (
    SweepRefused,
    empty_what_was_erased,
    models_with_keys,
    sweep_keys,
)
from directory.enquiries.storage.pairing import require_own_key_store
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def list_file(settings: LazySettings, tmp_path: Path) -> None:
    settings.ERASED_KEYS_FILE = tmp_path / "erased.log"


def make_orphans(count: int = 1) -> list[uuid.UUID]:
    """Keys of two hours ago that nothing has."""
    ids = [issue_key()[0] for _ in range(count)]
    make_old(ids)
    return ids


def make_old(ids: list[uuid.UUID]) -> None:
    EnquiryKey.objects.filter(pk__in=ids).update(created_at=timezone.now() - timedelta(hours=2))


def sweep(**options: int) -> str:
    output = StringIO()
    call_command("sweep_enquiry_keys", stdout=output, **options)
    return output.getvalue()


def test_orphans_go_and_what_is_needed_or_new_stays() -> None:
    living, emptied = make_enquiry(), make_enquiry()
    require_own_key_store()
    orphan, fresh = make_orphans()[0], issue_key()[0]
    # Its key came back, as after a crash between emptying and erasing.
    row = EnquiryKey.objects.get(pk=emptied.key_id)
    empty_enquiry(pk=emptied.pk)
    row.save(force_insert=True)
    make_old([living.key_id, emptied.key_id])
    assert sweep() == "2 keys erased\n"
    assert set(EnquiryKey.objects.values_list("pk", flat=True)) == {living.key_id, fresh}
    assert {orphan, emptied.key_id} == read_list()
    assert living.unseal_answers().name == "R.M."
    assert sweep() == "0 keys erased\n"


def test_keys_of_another_model_of_the_app_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    make_enquiry()
    require_own_key_store()
    kept, orphan = make_orphans(2)
    # Stands for a model such as drafts: it has keys and is never anonymised.
    rows = mock.Mock(**{"filter.return_value.values_list.return_value": [kept]})
    draft = mock.Mock(_default_manager=rows)
    draft._meta.get_field.side_effect = lambda name: SimpleNamespace(name=name) if name == "key_id" else _missing()
    monkeypatch.setattr(key_sweeping, "models_with_keys", lambda: [Enquiry, draft])
    assert sweep_keys() == 1
    assert set(EnquiryKey.objects.filter(pk__in=[kept, orphan]).values_list("pk", flat=True)) == {kept}


def _missing() -> None:
    raise FieldDoesNotExist


def test_two_databases_that_are_not_known_to_belong_together_are_not_swept() -> None:
    make_enquiry()
    make_orphans()
    for number in (None, uuid.uuid4()):
        if number:
            require_own_key_store()
            KeyStoreIdentity.objects.update(pair_id=number)
        with pytest.raises(CommandError, match="not known to belong"):
            sweep(confirm=1)
    assert EnquiryKey.objects.count() == 2


def test_a_hub_that_was_just_set_up_has_nothing_to_sweep() -> None:
    assert sweep() == "0 keys erased\n"


def test_more_than_a_normal_run_stops_until_the_exact_number_is_confirmed() -> None:
    make_enquiry()
    require_own_key_store()
    make_orphans(21)
    with pytest.raises(CommandError, match="21 of 22 keys belong to nothing"):
        sweep()
    with pytest.raises(CommandError, match="Nothing was erased"):
        sweep(confirm=20)
    assert EnquiryKey.objects.count() == 22
    assert sweep(confirm=21) == "21 keys erased\n"


def test_a_database_that_is_older_than_its_keys_is_not_swept() -> None:
    make_enquiry()
    require_own_key_store()
    sweep_keys()
    later = make_enquiry()
    make_old([later.key_id])
    sweep_keys()
    # The same database as it was yesterday: the newer enquiry and its line are not there yet.
    KeyStoreIdentity.objects.update(seen_hash="f" * 64)
    make_orphans()
    with pytest.raises(SweepRefused, match="older than its keys"):
        sweep_keys()
    assert EnquiryKey.objects.count() == 3
    assert sweep_keys(confirmed=1) == 1


def test_a_database_without_any_enquiry_erases_nothing() -> None:
    require_own_key_store()
    make_orphans(3)
    assert sweep() == "0 keys erased\n"
    assert EnquiryKey.objects.count() == 3


def test_a_list_that_cannot_be_written_keeps_the_keys(settings: LazySettings, tmp_path: Path) -> None:
    make_enquiry()
    require_own_key_store()
    make_orphans()
    settings.ERASED_KEYS_FILE = tmp_path / "missing" / "erased.log"
    with pytest.raises(CommandError, match="cannot be written"):
        sweep()
    assert EnquiryKey.objects.count() == 2


def test_an_enquiry_whose_key_is_on_the_list_is_emptied() -> None:
    living, erased = make_enquiry(), make_enquiry()
    require_own_key_store()
    ErasedKey.objects.create(pk=erased.key_id)
    assert "1 enquiries whose keys were erased are emptied" in sweep()
    assert Enquiry.objects.get(pk=erased.pk).sealed_answers == ""
    assert Enquiry.objects.get(pk=living.pk).sealed_answers
    assert empty_what_was_erased() == 0


def test_models_with_keys_are_found_by_their_field() -> None:
    assert Enquiry in set(models_with_keys())
