"""Making, finding and erasing data keys."""

import uuid
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from django.db import connections, transaction
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.encryption import DataKey, ErasedContent

from .contact_hashes import ContactPoint, contact_digests
from .erased_list import add_to_list, read_list
from .models import ContactHash, EnquiryKey, ErasedKey
from .router import ALIAS

CHUNK = 500


@sensitive_variables()
def issue_key(*, contacts: Collection[ContactPoint] = ()) -> tuple[uuid.UUID, DataKey]:
    """A new data key and its id, committed before this returns.

    A crash before the content is saved leaves a key without content, which `sweep_enquiry_keys` erases; the
    other way round would leave content that nobody can ever read.
    """
    data_key = DataKey.generate()
    digests = contact_digests(contacts)
    with transaction.atomic(using=ALIAS):
        stored = EnquiryKey.objects.create(wrapped_key=data_key.wrap())
        _add_hashes(stored.pk, digests)
    return stored.pk, data_key


def open_key(key_id: uuid.UUID | None) -> DataKey:
    """The data key of this id. Raises `ErasedContent` when it was erased, `UnreadableContent` when no key fits."""
    wrapped = EnquiryKey.objects.filter(pk=key_id).values_list("wrapped_key", flat=True).first()
    if wrapped is None:
        raise ErasedContent("The key of this enquiry was erased.")
    return DataKey.unwrap(wrapped)


def open_keys(key_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, DataKey]:
    """Those of these data keys that exist, in one query. Raises `UnreadableContent` when one does not open."""
    stored = EnquiryKey.objects.filter(pk__in=set(key_ids)).values_list("pk", "wrapped_key")
    return {pk: DataKey.unwrap(wrapped) for pk, wrapped in stored}


def erase_keys(key_ids: Iterable[uuid.UUID]) -> int:
    """Delete data keys with their contact hashes, and say how many there were. Safe to repeat.

    The list of erased keys is written first: a key that came back with an older copy is known by it. Raises `OSError`
    when it cannot be written; nothing is erased then.
    """
    wanted = set(key_ids)
    add_to_list(sorted(wanted - set(ErasedKey.objects.filter(pk__in=wanted).values_list("pk", flat=True))))
    with transaction.atomic(using=ALIAS):
        ErasedKey.objects.bulk_create((ErasedKey(pk=pk) for pk in wanted), ignore_conflicts=True)
        return _delete(wanted)


def discard_key(key_id: uuid.UUID) -> None:
    """Delete a key that nothing was sealed with. It need not be listed: were it to come back, it opens nothing."""
    with transaction.atomic(using=ALIAS):
        _delete({key_id})


def replay_erased_list(*copies: Path) -> int:
    """Erase again what was ever erased, in a key store that may be an older copy. How many keys had come back.

    This machine's list counts, and copies of it that were kept elsewhere.
    """
    listed = list(read_list().union(*map(read_list, copies)))
    for chunk in _chunks(listed):
        ErasedKey.objects.bulk_create((ErasedKey(pk=pk) for pk in chunk), ignore_conflicts=True)
    with transaction.atomic(using=ALIAS):
        erased = list(ErasedKey.objects.values_list("pk", flat=True))
        count = sum(_delete(set(chunk)) for chunk in _chunks(erased))
    forget_deleted_pages()
    return count


def complete_erased_list() -> int:
    """Write into this machine's file what other machines erased, and say how many those were."""
    missing = set(ErasedKey.objects.values_list("pk", flat=True)) - read_list()
    add_to_list(sorted(missing))
    return len(missing)


def forget_deleted_pages() -> None:
    """SQLite's log of writes still holds pages as they were before something was deleted: begin a new one."""
    connection = connections[ALIAS]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def keys_with_contact(contact: ContactPoint) -> list[uuid.UUID]:
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


def _delete(key_ids: set[uuid.UUID]) -> int:
    ContactHash.objects.filter(key__in=key_ids).delete()
    return EnquiryKey.objects.filter(pk__in=key_ids).delete()[0]


def _chunks(key_ids: list[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    # SQLite takes a limited number of values in one statement.
    for start in range(0, len(key_ids), CHUNK):
        yield key_ids[start : start + CHUNK]
