"""Keys of a database from before move into the key store: all, once, also when the move is stopped half-way."""

import importlib
import json
import uuid
from typing import Any
from unittest import mock

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from directory.enquiries.content.answers import PrivateAnswers
from directory.enquiries.content.encryption import DataKey
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Enquiry
from tests.fixtures.database import StoredDatabases

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = [("enquiries", "0003_key_probe_and_unsaved_texts")]
MOVING = [("enquiries", "0005_move_keys")]
# From here on nothing but the key store has them.
MOVED = [("enquiries", "0006_keys_moved")]
module = importlib.import_module("directory.enquiries.migrations.0005_move_keys")


@pytest.fixture
def old_enquiries(stored_databases: StoredDatabases) -> type:
    """The model of enquiries as it was, with its table."""
    stored_databases.make("before-the-key-store", go_back)
    return MigrationExecutor(connection).loader.project_state(BEFORE).apps.get_model("enquiries", "Enquiry")


def go_back() -> None:
    """Make the tables anew, as they were. Nothing is in them, and no other app's tables need them."""
    with connection.schema_editor() as editor:
        for model in apps.get_app_config("enquiries").get_models(include_auto_created=True):
            editor.delete_model(model)
    MigrationRecorder(connection).migration_qs.filter(app="enquiries").delete()
    MigrationExecutor(connection).migrate(BEFORE)


def add(model: Any, **values: Any) -> Any:
    key = Fernet.generate_key()
    sealed = Fernet(key).encrypt(json.dumps({"name": "R.M.", "phone": "0141 496 0100"}).encode()).decode()
    given = {
        "token": uuid.uuid4(),
        "reference": f"PSH-{uuid.uuid4().hex[:9]}",
        "sender_kind": "person",
        "setting": "unknown",
        "consent_basis": "serious_harm",
        "consent_wording": "2026-11-22",
        "wrapped_key": DataKey(key).wrap(),
        "sealed_answers": sealed,
    }
    return model.objects.create(**{**given, **values})


def columns() -> set[str]:
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, "enquiries_enquiry")}


def migrate(targets: list[tuple[str, str]] | None = None) -> Any:
    """As far as that, or all the way. Returns the models as they are then."""
    executor = MigrationExecutor(connection)
    return executor.migrate(targets or executor.loader.graph.leaf_nodes("enquiries")).apps


def open_with(models: Any, pk: uuid.UUID) -> PrivateAnswers:
    """What today's enquiries read of a row whose table is not yet today's."""
    row = models.get_model("enquiries", "Enquiry").objects.get(pk=pk)
    return Enquiry(pk=pk, key_id=row.key_id, sealed_answers=row.sealed_answers).unseal_answers()


def test_every_key_moves_and_opens_what_it_did(old_enquiries: Any) -> None:
    rows = [add(old_enquiries) for _ in range(3)]
    emptied = add(old_enquiries, wrapped_key="", sealed_answers="", consent_basis="")
    closed = add(old_enquiries, closed_at=rows[0].received_at, close_reason="passed_on")
    migrate()
    for row in (*rows, closed):
        moved = Enquiry.objects.get(pk=row.pk)
        answers = moved.unseal_answers()
        assert (answers.name, answers.consent_basis) == ("R.M.", "serious_harm")
        assert EnquiryKey.objects.get(pk=moved.key_id).created_at == row.received_at
    assert EnquiryKey.objects.count() == 4
    assert Enquiry.objects.get(pk=emptied.pk).sealed_answers == ""
    assert Enquiry.objects.get(pk=closed.pk).close_reason == "planned"
    assert columns().isdisjoint({"wrapped_key", "consent_basis"})


def test_a_move_stopped_half_way_is_finished_by_the_next(old_enquiries: Any) -> None:
    rows = [add(old_enquiries) for _ in range(3)]
    real = module._store
    calls = []

    def fail(*args: Any) -> None:
        calls.append(args)
        if len(calls) == 3:
            raise ConnectionError
        real(*args)

    with mock.patch.object(module, "_store", fail), pytest.raises(ConnectionError):
        migrate(MOVED)
    assert EnquiryKey.objects.count() == 2
    # Nothing was taken from where it was.
    assert "wrapped_key" in columns()
    then = migrate(MOVED)
    assert EnquiryKey.objects.count() == 3
    assert [open_with(then, row.pk).name for row in rows] == ["R.M."] * 3


def test_moving_twice_is_moving_once(old_enquiries: Any) -> None:
    row = add(old_enquiries)
    then = migrate(MOVING)
    before = list(then.get_model("enquiries", "Enquiry").objects.values_list("key_id", "wrapped_key"))
    module.move_keys(then, mock.Mock(connection=connection))
    assert list(then.get_model("enquiries", "Enquiry").objects.values_list("key_id", "wrapped_key")) == before
    then = migrate(MOVED)
    assert EnquiryKey.objects.count() == 1
    assert open_with(then, row.pk).consent_basis == "serious_harm"


def test_a_key_that_nothing_opens_stops_the_move_and_loses_nothing(old_enquiries: Any) -> None:
    lost = add(old_enquiries, wrapped_key=Fernet(Fernet.generate_key()).encrypt(b"key").decode())
    with pytest.raises(ImproperlyConfigured, match="Put the right keys back"):
        migrate(MOVED)
    assert old_enquiries.objects.get(pk=lost.pk).wrapped_key == lost.wrapped_key
