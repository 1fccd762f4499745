"""A database of keys that belongs to another database stops the start in words."""

import uuid

import pytest
from django.conf import LazySettings
from django.core.checks import run_checks
from django.core.management import call_command
from django.test import Client

from directory.enquiries.key_store.keys import issue_key
from directory.enquiries.key_store.models import EnquiryKey, KeyStoreIdentity
from directory.enquiries.models import KeyStorePair
from directory.enquiries.storage.key_probe import require_right_keys
from directory.enquiries.storage.pairing import (
    WrongKeyStore,
    is_paired,
    pairing_problem,
    require_own_key_store,
)
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


def test_the_first_start_pairs_the_two_and_later_ones_compare() -> None:
    assert not is_paired()
    require_right_keys()
    assert is_paired()
    require_own_key_store()
    KeyStoreIdentity.objects.update(pair_id=uuid.uuid4())
    with pytest.raises(WrongKeyStore, match="do not belong together"):
        require_right_keys()


def test_a_start_cut_off_between_the_two_is_finished_by_the_next() -> None:
    require_own_key_store()
    number = KeyStorePair.objects.get().pair_id
    KeyStorePair.objects.all().delete()
    require_own_key_store()
    assert KeyStorePair.objects.get().pair_id == number


def test_databases_in_use_from_before_are_paired_when_they_fit() -> None:
    make_enquiry()
    require_own_key_store()
    assert is_paired()


def test_an_empty_store_of_keys_beside_enquiries_is_refused() -> None:
    make_enquiry()
    EnquiryKey.objects.all().delete()
    with pytest.raises(WrongKeyStore, match="new or empty"):
        require_own_key_store()
    require_paired = KeyStorePair.objects.exists() or KeyStoreIdentity.objects.exists()
    assert not require_paired


def test_an_empty_database_beside_keys_of_another_is_refused() -> None:
    require_own_key_store()
    issue_key()
    KeyStorePair.objects.all().delete()
    with pytest.raises(WrongKeyStore, match="no enquiry they could belong to"):
        require_own_key_store()


def test_the_check_and_readiness_say_so(settings: LazySettings, client: Client) -> None:
    require_right_keys()
    assert pairing_problem() == ""
    assert client.get("/health/ready").json()["keys"] == "ok"
    KeyStoreIdentity.objects.update(pair_id=uuid.uuid4())
    assert "hub.E018" in {problem.id for problem in run_checks(databases=["default"])}
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["keys"]) == (503, "belong to another database")
    with pytest.raises(WrongKeyStore):
        call_command("drain_outbox")
