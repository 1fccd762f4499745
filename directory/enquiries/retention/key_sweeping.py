"""Erasing keys that nothing needs: of enquiries never saved, of drafts that have gone, of an erasure cut off.

The worst that could happen here is to take the keys of living enquiries for orphans because another database, or an
older one, was asked. So everything that looks like it stops the run.
"""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils import timezone

from directory.enquiries.key_store.keys import complete_erased_list, erase_keys, forget_deleted_pages
from directory.enquiries.key_store.models import EnquiryKey, ErasedKey, KeyStoreIdentity
from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.storage.access_log import last_hash
from directory.enquiries.storage.pairing import is_paired

from .anonymisation import empty_enquiry

# Between a key and the text it seals lies one request. The rest is for clocks that differ.
LEFT_ALONE = timedelta(hours=1)
LARGEST_SHARE = 0.05
SMALLEST_LIMIT = 20
CHUNK = 500


class SweepRefused(Exception):
    """The keys may belong to what this database does not show. Nothing was erased."""


def sweep_keys(*, confirmed: int | None = None) -> int:
    """Erase keys older than an hour that nothing needs, and return how many. Raises `SweepRefused`.

    `confirmed` is the number an operator has looked at and expects; it lifts the guards for exactly that many, except
    the one for databases that do not belong together.
    """
    if not is_paired():
        if not EnquiryKey.objects.exists():
            # A hub that was just set up: the first start pairs the two.
            return 0
        raise SweepRefused("The database of keys is not known to belong to this database.")
    # A database without any enquiry may be the wrong one; what an empty site has is swept after its first.
    orphans = find_orphans(timezone.now()) if Enquiry.objects.exists() else []
    if confirmed != len(orphans):
        _refuse_if_unusual(orphans)
    erased = sum(erase_keys(_unneeded(orphans[start : start + CHUNK])) for start in range(0, len(orphans), CHUNK))
    complete_erased_list()
    forget_deleted_pages()
    remember_log()
    return erased


def find_orphans(now: datetime) -> list[uuid.UUID]:
    """Ids of keys older than an hour that no enquiry with content and no draft has. Reads only."""
    old = EnquiryKey.objects.filter(created_at__lt=now - LEFT_ALONE).order_by("created_at", "pk")
    ids = list(old.values_list("pk", flat=True))
    chunks = (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
    return [key_id for chunk in chunks for key_id in _unneeded(chunk)]


def empty_what_was_erased() -> int:
    """Empty enquiries whose key is on the list of erased ones: what an older copy of this database brought back."""
    kept = Enquiry.objects.filter(anonymised_at=None).values_list("pk", "key_id")
    erased = set(ErasedKey.objects.values_list("pk", flat=True))
    return sum(empty_enquiry(pk=pk) for pk, key_id in list(kept.iterator(chunk_size=2000)) if key_id in erased)


def remember_log() -> None:
    """Note the newest line of the access log with the keys, so that an older database is recognised."""
    KeyStoreIdentity.objects.update(seen_hash=last_hash())


def _refuse_if_unusual(orphans: list[uuid.UUID]) -> None:
    seen = KeyStoreIdentity.objects.values_list("seen_hash", flat=True).first()
    if seen and not AuditEvent.objects.filter(entry_hash=seen).exists():
        raise SweepRefused("This database is older than its keys: the access log ends before the last sweep.")
    stored = EnquiryKey.objects.count()
    limit = max(SMALLEST_LIMIT, int(stored * LARGEST_SHARE))
    if len(orphans) > limit:
        raise SweepRefused(f"{len(orphans)} of {stored} keys belong to nothing; a normal run has at most {limit}.")


def _unneeded(key_ids: list[uuid.UUID]) -> list[uuid.UUID]:
    needed = {key_id for model in models_with_keys() for key_id in _needed_by(model, key_ids)}
    return [key_id for key_id in key_ids if key_id not in needed]


def models_with_keys() -> Iterator[type[Model]]:
    """Every model of enquiries whose rows are sealed under a key of their own."""
    for model in apps.get_app_config("enquiries").get_models():
        if _has_field(model, "key_id"):
            yield model


def _needed_by(model: type[Model], key_ids: list[uuid.UUID]) -> Iterator[uuid.UUID]:
    rows = model._default_manager.filter(key_id__in=key_ids)
    if _has_field(model, "anonymised_at"):
        rows = rows.filter(anonymised_at=None)
    return rows.values_list("key_id", flat=True)


def _has_field(model: type[Model], name: str) -> bool:
    try:
        return model._meta.get_field(name).name == name
    except FieldDoesNotExist:
        return False
