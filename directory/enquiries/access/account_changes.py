"""Sees every change to an account that goes through its model, whichever page or command makes it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.contrib.auth.hashers import get_hasher, identify_hasher

from .actions import ACCOUNT_DELETED, end_access_of_account
from .guards import (
    Change,
    LeadsWordNeeded,
    has_access_or_waits,
    needs_leads_word,
    require_leads_word,
    stored,
    who_asks,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

GUARDED_FIELDS = {"password", "email", "is_active"}


def guard_before_saving(instance: "AbstractUser", raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """`pre_save` of the account model. Signing in writes `last_login` only, and asks nothing."""
    if raw or instance.pk is None or (update_fields is not None and not GUARDED_FIELDS & set(update_fields)):
        return
    before = stored(instance)
    if before is None or not has_access_or_waits(instance):
        return
    changes, by = list(changes_between(before, instance, update_fields)), who_asks()
    # No word is taken for one change while another one is refused.
    for change in changes:
        if needs_leads_word(person=instance, change=change, by=by):
            raise LeadsWordNeeded(change)
    for change in changes:
        require_leads_word(person=instance, change=change, by=by)


def guard_before_deleting(instance: "AbstractUser", **kwargs: Any) -> None:
    """`pre_delete` of the account model: the access ends with the account, and says so for good."""
    by = who_asks()
    require_leads_word(person=instance, change=Change.DELETION, by=by)
    end_access_of_account(person=instance, reason=ACCOUNT_DELETED, by=by)


def changes_between(before: dict[str, Any], person: "AbstractUser", update_fields: Any = None) -> Iterator[str]:
    """Which guarded changes saving would make."""
    written = GUARDED_FIELDS if update_fields is None else GUARDED_FIELDS & set(update_fields)
    if "password" in written and before["password"] != person.password and not _is_rehash(before["password"], person):
        yield Change.PASSWORD
    if "email" in written and before["email"].lower() != person.email.lower():
        yield Change.EMAIL
    if "is_active" in written and before["is_active"] != person.is_active:
        yield Change.ACTIVE


def _is_rehash(old: str, person: "AbstractUser") -> bool:
    """Django stores the same password again when it signs somebody in whose hash is of an older kind.

    It sets none then, so the model remembers no new one; and the old hash is one that must go.
    """
    if getattr(person, "_password", None) is not None:
        return False
    preferred = get_hasher()
    try:
        return identify_hasher(old).algorithm != preferred.algorithm or preferred.must_update(old)
    except ValueError:
        return False
