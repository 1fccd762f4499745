"""Finds out at the start, not at the first enquiry, that the keys of the settings are not those of the database."""

from cryptography.fernet import InvalidToken
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from directory.enquiries.content.encryption import DataKey, UnreadableContent, key_ring
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import KeyProbe

from .pairing import require_own_key_store

PROBE_TEXT = b"directory.enquiries key probe"
ONLY_ROW = 1
WRONG_KEYS = (
    "ENQUIRY_KEYS does not open what this database holds: it was made with other keys. Put the right keys back; "
    "new ones go before the old ones. See docs/settings.md."
)


class WrongKeys(ImproperlyConfigured):
    """The keys of the settings belong to another database."""


def require_right_keys() -> None:
    """Raise `WrongKeys` or `WrongKeyStore` when the database was used with others; else remember these in it."""
    if not keys_fit():
        raise WrongKeys(WRONG_KEYS)
    require_own_key_store()
    if not KeyProbe.objects.exists():
        KeyProbe.objects.bulk_create([_probe()], ignore_conflicts=True)


def keys_fit() -> bool:
    """Whether the keys open the probe, or the newest enquiry of a database that has no probe yet."""
    probe = KeyProbe.objects.values_list("sealed_text", flat=True).first()
    if probe is not None:
        try:
            return key_ring().decrypt(probe.encode()) == PROBE_TEXT
        except InvalidToken:
            return False
    wrapped = EnquiryKey.objects.order_by("-created_at").values_list("wrapped_key", flat=True).first()
    try:
        return wrapped is None or bool(DataKey.unwrap(wrapped))
    except UnreadableContent:
        return False


@transaction.atomic
def seal_again() -> None:
    """Put the probe under the first key, so that the old keys can go."""
    KeyProbe.objects.update_or_create(pk=ONLY_ROW, defaults={"sealed_text": _probe().sealed_text})


def _probe() -> KeyProbe:
    return KeyProbe(pk=ONLY_ROW, sealed_text=key_ring().encrypt(PROBE_TEXT).decode())
