"""Finds out that the database of keys is the one of this database, before anything is sealed, read or swept.

Each of the two has the same random number. With a key store of another database, texts would be sealed with keys
that the next start does not find, and sweeping would erase the keys of living enquiries.
"""

import uuid

from django.core.exceptions import ImproperlyConfigured

from directory.enquiries.key_store.models import EnquiryKey, KeyStoreIdentity
from directory.enquiries.models import Enquiry, KeyStorePair

ONLY_ROW = 1
LOOKED_AT = 20
ANOTHER = (
    "ENQUIRY_KEYS_DATABASE_URL and DATABASE_URL name databases that do not belong together: the keys in the one were "
    "not made for the other. Put the right addresses back, or restore both from one backup. See docs/running.md."
)
LOST = (
    "The database of keys is new or empty, and this database holds enquiries whose keys it lacks. Put the right "
    "ENQUIRY_KEYS_DATABASE_URL back, or restore the keys. See docs/running.md."
)
EMPTIED = (
    "The database of keys holds keys, and this database has no enquiry they could belong to. Put the right "
    "DATABASE_URL back, or restore it. See docs/running.md."
)


class WrongKeyStore(ImproperlyConfigured):
    """The database of keys belongs to another database."""


def require_own_key_store() -> None:
    """Raise `WrongKeyStore` when the two databases do not belong together; else have both remember that they do."""
    problem = pairing_problem()
    if problem:
        raise WrongKeyStore(problem)
    if not is_paired():
        _pair()


def pairing_problem() -> str:
    """What is wrong with this pair of databases, in words; nothing when they may be used together."""
    theirs, ours = _their_number(), _our_number()
    if theirs is not None and ours is not None:
        return "" if theirs == ours else ANOTHER
    newest = Enquiry.objects.filter(anonymised_at=None).order_by("-received_at").values_list("key_id", flat=True)
    wanted = list(newest[:LOOKED_AT])
    if wanted and not EnquiryKey.objects.filter(pk__in=wanted).exists():
        return LOST
    return EMPTIED if not wanted and theirs is not None and EnquiryKey.objects.exists() else ""


def is_paired() -> bool:
    """Whether both databases remember each other."""
    theirs = _their_number()
    return theirs is not None and theirs == _our_number()


def _pair() -> None:
    # The keys first: a stop in between leaves a number that the next start takes over.
    number = _our_number() or _their_number() or uuid.uuid4()
    KeyStoreIdentity.objects.bulk_create([KeyStoreIdentity(pk=ONLY_ROW, pair_id=number)], ignore_conflicts=True)
    # Another process may have been first: its number counts.
    agreed = _their_number()
    KeyStorePair.objects.bulk_create([KeyStorePair(pk=ONLY_ROW, pair_id=agreed)], ignore_conflicts=True)
    if not is_paired():
        raise WrongKeyStore(ANOTHER)


def _their_number() -> uuid.UUID | None:
    return KeyStoreIdentity.objects.values_list("pair_id", flat=True).first()


def _our_number() -> uuid.UUID | None:
    return KeyStorePair.objects.values_list("pair_id", flat=True).first()
