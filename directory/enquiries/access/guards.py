"""Whoever may change the account of somebody who reads enquiries could read them: that needs a lead's word.

`require_leads_word` is the one door. It is asked by the signals of the account model, by Wagtail's user pages, and by
whatever else changes how somebody signs in.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context

from directory.enquiries.models import AllowedChange, AuditEvent, InboxAccess
from directory.enquiries.storage.access_log import record_event

from .notices import tell_that_access_changed

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser

Change = AllowedChange.Change


class LeadsWordNeeded(PermissionDenied):
    """An administrator would change the account of somebody who has access to enquiries."""

    def __init__(self, change: str) -> None:
        super().__init__(_("A lead must allow this change, or end the access, first."))
        self.change = Change(change)


def needs_leads_word(*, person: "AbstractUser", change: str, by: "AbstractUser | AnonymousUser | None") -> bool:
    """Whether this change would be refused now. Takes no word."""
    if not _is_somebody_else(person, by) or not has_access_or_waits(person):
        return False
    return not _words(person, change).exists()


@transaction.atomic
def require_leads_word(*, person: "AbstractUser", change: str, by: "AbstractUser | AnonymousUser | None") -> None:
    """Call this in the transaction of a change to somebody's password, address, second factor or account.

    Passes for an account without access, and for one's own. For somebody else's it takes a lead's word, which is then
    used up, or raises `LeadsWordNeeded`. `by` is nobody for a command, and for a password set by the link of a mail:
    these pass. Whatever passes is logged, and leads are told, except of what people change themselves.
    """
    access = _access_row(person)
    if access is None:
        return
    change = Change(change)
    if _is_somebody_else(person, by):
        word = _words(person, change).order_by("pk").first()
        if word is None or not _words(person, change).filter(pk=word.pk).update(used_at=timezone.now()):
            raise LeadsWordNeeded(change)
    is_own = by is not None and by.pk == person.pk
    if not is_own:
        tell_that_access_changed()
    record_event(action=AuditEvent.Action.ACCOUNT_CHANGED, by=by, detail=change, subject=access)


def who_asks() -> "AbstractUser | None":
    """Who is signed in to the admin's page that runs now. None in a command, a task, or a page without signing in."""
    user = get_active_log_context().user
    return user if user is not None and user.is_authenticated else None


def has_access_or_waits(person: "AbstractUser") -> bool:
    """Whether this account lets somebody in, or would when confirmed, or when it is switched on again."""
    return _access_row(person) is not None


def guarded_among(people: Iterable["AbstractUser"]) -> list["AbstractUser"]:
    """Those of them who have access, in one query."""
    people = list(people)
    numbers = InboxAccess.objects.not_ended().filter(account_number__in=[person.pk for person in people])
    guarded = set(numbers.values_list("account_number", flat=True))
    return [person for person in people if person.pk in guarded]


def stored(person: "AbstractUser") -> dict[str, Any] | None:
    """What the database holds of how this person signs in."""
    return get_user_model()._base_manager.filter(pk=person.pk).values("email", "password", "is_active").first()


def _is_somebody_else(person: "AbstractUser", by: "AbstractUser | AnonymousUser | None") -> bool:
    return by is not None and by.pk is not None and by.pk != person.pk


def _access_row(person: "AbstractUser") -> InboxAccess | None:
    rows = InboxAccess.objects.not_ended().filter(account_number=person.pk)
    return min(rows, key=lambda row: not row.is_lead, default=None)


def _words(person: "AbstractUser", change: str) -> Any:
    return AllowedChange.objects.usable(timezone.now()).filter(account_number=person.pk, change=change)
