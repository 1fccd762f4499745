"""Making, finding and erasing data keys."""

import uuid
from collections.abc import Collection, Iterable

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.encryption import DataKey, UnreadableContent

from .contact_hashes import Contact, contact_digests
from .models import ContactHash, EnquiryKey
from .router import ALIAS


@sensitive_variables()
def issue_key(*, contacts: Collection[Contact] = ()) -> tuple[uuid.UUID, DataKey]:
    """A new data key and its id, committed before this returns.

    A crash before the content is saved leaves a key without content, which `sweep_keys` erases; the other way
    round would leave content that nobody can ever read.
    """
    data_key = DataKey.generate()
    digests = contact_digests(contacts)
    with transaction.atomic(using=ALIAS):
        stored = EnquiryKey.objects.create(wrapped_key=data_key.wrap())
        _add_hashes(stored.pk, digests)
    return stored.pk, data_key


@sensitive_variables()
def add_contacts(*, key_id: uuid.UUID, contacts: Collection[Contact]) -> None:
    """Have an enquiry found by further contacts as well."""
    _add_hashes(key_id, contact_digests(contacts))


def open_key(key_id: uuid.UUID | None) -> DataKey:
    """The data key of this id. Raises `UnreadableContent` when it was erased or no key in the settings fits."""
    wrapped = EnquiryKey.objects.filter(pk=key_id).values_list("wrapped_key", flat=True).first()
    if wrapped is None:
        raise UnreadableContent("The key of this enquiry was erased.")
    return DataKey.unwrap(wrapped)


def open_keys(key_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, DataKey]:
    """Those of these data keys that exist, in one query. Raises `UnreadableContent` when one does not open."""
    stored = EnquiryKey.objects.filter(pk__in=set(key_ids)).values_list("pk", "wrapped_key")
    return {pk: DataKey.unwrap(wrapped) for pk, wrapped in stored}


def erase_keys(key_ids: Iterable[uuid.UUID]) -> int:
    """Delete data keys with their contact hashes, and say how many there were. Safe to repeat."""
    wanted = set(key_ids)
    with transaction.atomic(using=ALIAS):
        ContactHash.objects.filter(key__in=wanted).delete()
        return EnquiryKey.objects.filter(pk__in=wanted).delete()[0]


def keys_with_contact(contact: Contact) -> list[uuid.UUID]:
    """The ids of keys whose enquiries have this phone number or e-mail address."""
    digests = [digest for _, digest in contact_digests([contact])]
    return list(ContactHash.objects.filter(digest__in=digests).values_list("key_id", flat=True).distinct())


def keys_sharing_contacts(key_id: uuid.UUID) -> list[uuid.UUID]:
    """The ids of other keys with a phone number or an e-mail address of this one."""
    own = ContactHash.objects.filter(key=key_id).values("digest")
    others = ContactHash.objects.filter(digest__in=own).exclude(key=key_id)
    return list(others.values_list("key_id", flat=True).distinct())


def _add_hashes(key_id: uuid.UUID, digests: Iterable[tuple[str, str]]) -> None:
    ContactHash.objects.bulk_create(
        (ContactHash(key_id=key_id, kind=kind, digest=digest) for kind, digest in digests), ignore_conflicts=True
    )
