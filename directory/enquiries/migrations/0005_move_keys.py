"""Moves every key into the key store, seals the basis of consent, and gives what came before its clock and reasons."""

import json
import uuid
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connections, migrations

ALIAS = "enquiry_keys"
REASONS = {"passed_on": "planned", "not_wanted": "withdrawn"}


def move_keys(apps: Any, schema_editor: Any) -> None:
    enquiries = apps.get_model("enquiries", "Enquiry").objects.using(schema_editor.connection.alias)
    if enquiries.exists() and "enquiry_keys_enquirykey" not in connections[ALIAS].introspection.table_names():
        # The other database may not have been migrated yet, and its keys must be safe before they go here.
        call_command("migrate", "enquiry_keys", database=ALIAS, verbosity=0, interactive=False)
    for enquiry in enquiries.order_by("pk").iterator(chunk_size=500):
        enquiry.key_id = uuid.uuid5(enquiry.pk, "key")
        enquiry.close_reason = REASONS.get(enquiry.close_reason, enquiry.close_reason)
        if enquiry.wrapped_key:
            _store(enquiry.key_id, enquiry.wrapped_key, enquiry.received_at)
            enquiry.sealed_answers = _with_consent(enquiry)
        enquiry.save(update_fields=["key_id", "close_reason", "sealed_answers"])


def _store(key_id: uuid.UUID, wrapped: str, created_at: Any) -> None:
    # By hand: the models of the other app as they were are not in this state. Safe to repeat after a stop.
    connection = connections[ALIAS]
    value = key_id.hex if connection.vendor == "sqlite" else str(key_id)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO enquiry_keys_enquirykey (id, wrapped_key, created_at) VALUES (%s, %s, %s) "
            "ON CONFLICT (id) DO NOTHING",
            [value, wrapped, connection.ops.adapt_datetimefield_value(created_at)],
        )


def _with_consent(enquiry: Any) -> str:
    ring = MultiFernet([Fernet(key) for key in settings.ENQUIRY_KEYS])
    try:
        key = Fernet(ring.decrypt(enquiry.wrapped_key.encode()))
        answers = json.loads(key.decrypt(enquiry.sealed_answers.encode()))
    except InvalidToken:
        raise ImproperlyConfigured(
            f"No key in ENQUIRY_KEYS opens enquiry {enquiry.pk}, so it cannot be moved. Put the right keys back."
        ) from None
    answers.update(consent_basis=enquiry.consent_basis, consent_wording=enquiry.consent_wording)
    return key.encrypt(json.dumps(answers).encode()).decode()


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0004_columns_of_the_journey")]
    operations = [migrations.RunPython(move_keys, elidable=False)]
