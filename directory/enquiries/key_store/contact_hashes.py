"""Finding the enquiries of one phone number or e-mail address without storing either in the clear.

Numbers and addresses are few enough to be tried one by one, so a plain hash would hide nothing. The hash is keyed,
and its key is in the database of keys alone.
"""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import phonenumbers
from cryptography.fernet import Fernet, InvalidToken
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.encryption import UnreadableContent, key_ring

from .models import ContactHash, ContactHashKey

ONLY_ROW = 1
REGION = "GB"


# Without a repr: what is in it is somebody's number.
@dataclass(frozen=True, slots=True, repr=False)
class ContactPoint:
    """A phone number or an e-mail address as it was typed."""

    kind: str
    value: str

    @classmethod
    def phone(cls, value: str) -> "ContactPoint":
        return cls(str(ContactHash.Kind.PHONE), value)

    @classmethod
    def email(cls, value: str) -> "ContactPoint":
        return cls(str(ContactHash.Kind.EMAIL), value)


@sensitive_variables()
def normalised(contact: ContactPoint) -> str:
    """The one spelling of a number or an address, such as +441414960100; empty when it is neither."""
    if contact.kind == ContactHash.Kind.EMAIL:
        address = contact.value.strip().casefold()
        return address if "@" in address else ""
    try:
        number = phonenumbers.parse(contact.value, REGION)
    except phonenumbers.NumberParseException:
        return ""
    # Without an extension: it is a desk behind the same number.
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@sensitive_variables()
def contact_digests(contacts: Iterable[ContactPoint]) -> set[tuple[str, str]]:
    """Kind and keyed hash of each contact that is one; what is neither number nor address has none."""
    spelled = {(contact.kind, normalised(contact)) for contact in contacts if contact.value}
    spelled = {(kind, value) for kind, value in spelled if value}
    return set(_digests(spelled)) if spelled else set()


@sensitive_variables()
def _digests(spelled: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    key = _hash_key()
    for kind, value in spelled:
        yield kind, hmac.new(key, f"{kind}:{value}".encode(), sha256).hexdigest()


@sensitive_variables()
def _hash_key() -> bytes:
    wrapped = _wrapped()
    if wrapped is None:
        fresh = key_ring().encrypt(Fernet.generate_key()).decode()
        # Two processes may make one at the same time: the first stays.
        ContactHashKey.objects.bulk_create([ContactHashKey(pk=ONLY_ROW, wrapped_key=fresh)], ignore_conflicts=True)
        wrapped = _wrapped()
    try:
        return key_ring().decrypt((wrapped or "").encode())
    except InvalidToken as error:
        raise UnreadableContent("No key in ENQUIRY_KEYS opens the key of contact hashes.") from error


def _wrapped() -> str | None:
    return ContactHashKey.objects.filter(pk=ONLY_ROW).values_list("wrapped_key", flat=True).first()
