"""Everything that changes who has access. Each function is one transaction, logs what it did and tells the leads."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.enquiries.models import AllowedChange, AuditEvent, InboxAccess
from directory.enquiries.models.access import NAME_LENGTH, forget_access
from directory.enquiries.storage.access_log import record_event

from .lock import lock_access
from .notices import leads_addresses, tell_that_access_changed

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

BECAME_LEAD = "Became a lead"
ACCOUNT_DELETED = "The account was deleted"
DEMO_REMOVED = "The demo was removed"


class AccessRefused(Exception):
    """The change of access is against the rules. The message says which, in words for a lead."""


class HasAccess(AccessRefused):
    """The person has this access, or waits for it."""


class NotYours(AccessRefused):
    """Another lead must do it."""


class LastLead(AccessRefused):
    """Without this lead nobody could let anyone in."""


class NotWaiting(AccessRefused):
    """It was confirmed or ended in the meantime."""


@transaction.atomic
def grant_access(*, person: "AbstractUser", kind: str, by: "AbstractUser", reason: str) -> InboxAccess:
    """Write down that a lead wants somebody let in. It lets nobody in until another lead confirms it.

    Raises `HasAccess` or `AccessRefused`.
    """
    lock_access()
    granter = _require_lead(by)
    kind = InboxAccess.Kind(kind)
    if not person.is_active:
        raise AccessRefused(_("This account is switched off."))
    _refuse_what_they_have(person, kind)
    access = InboxAccess.objects.create(
        person=person,
        account_number=person.pk,
        name=str(person)[:NAME_LENGTH],
        kind=kind,
        reason=reason,
        granted_by=granter,
    )
    record_event(action=AuditEvent.Action.ACCESS_GRANTED, by=by, detail=kind, subject=access)
    tell_that_access_changed()
    return access


@transaction.atomic
def confirm_access(*, access: InboxAccess, by: "AbstractUser") -> InboxAccess:
    """Let somebody in whom another lead has granted access. One lead wins.

    Raises `NotYours` for whoever granted it or is to get it, or `NotWaiting`.
    """
    lock_access()
    confirmer = _require_lead(by)
    current = _current(access)
    if current.granted_by is None or current.granted_by.account_number == by.pk:
        raise NotYours(_("You granted it yourself: another lead must confirm it."))
    if current.account_number == by.pk:
        raise NotYours(_("It is your own: another lead must confirm it."))
    now = timezone.now()
    if not InboxAccess.objects.waiting().filter(pk=current.pk).update(confirmed_at=now, confirmed_by=confirmer):
        raise NotWaiting(_what_happened(current))
    if current.is_lead:
        _end_others_of(current, by=confirmer)
    record_event(action=AuditEvent.Action.ACCESS_CONFIRMED, by=by, detail=current.kind, subject=current)
    tell_that_access_changed()
    return _current(access)


@transaction.atomic
def end_access(*, access: InboxAccess, by: "AbstractUser", reason: str) -> InboxAccess:
    """Shut somebody out, from their next request on. One lead is enough; of a lead it must be another one.

    Raises `NotYours`, `LastLead` or `NotWaiting`.
    """
    lock_access()
    ender = _require_lead(by)
    current = _current(access)
    if current.is_lead and current.confirmed_at is not None:
        if not InboxAccess.objects.current().leads().exclude(account_number=current.account_number).exists():
            raise LastLead(_("This is the last lead: without one nobody could be let in. Appoint another lead first."))
        if current.account_number == by.pk:
            raise NotYours(_("It is your own: another lead must end it."))
    _end(current, reason, by=ender)
    record_event(action=AuditEvent.Action.ACCESS_ENDED, by=by, detail=current.kind, subject=current)
    tell_that_access_changed(also=[current.person.email] if current.is_lead and current.person else ())
    return _current(access)


@transaction.atomic
def appoint_lead(*, person: "AbstractUser", origin: str = InboxAccess.Origin.APPOINTED) -> InboxAccess:
    """Make somebody a lead without another lead's word. For the server's command line, and for the demo.

    Whoever is a lead already is told by mail and sees it in the log. Raises `HasAccess`.
    """
    return _appoint(person, InboxAccess.Kind.LEAD, origin)


@transaction.atomic
def seed_demo_access(*, person: "AbstractUser", kind: str) -> None:
    """Let an account of the demo in, once. The caller has made sure that the demo is allowed."""
    if not InboxAccess.objects.not_ended().filter(account_number=person.pk).exists():
        _appoint(person, InboxAccess.Kind(kind), InboxAccess.Origin.DEMO)


@transaction.atomic
def allow_change(*, person: "AbstractUser", change: str, by: "AbstractUser") -> AllowedChange:
    """A lead's word that an administrator may change this account: once, within a day.

    Raises `AccessRefused` for somebody without access, whose account needs no word, and `NotYours` for one's own.
    """
    lock_access()
    allower = _require_lead(by)
    change = AllowedChange.Change(change)
    if person.pk == by.pk:
        raise NotYours(_("It is your own account: change it yourself, or ask another lead."))
    access = InboxAccess.objects.not_ended().filter(account_number=person.pk).order_by("-pk").first()
    if access is None:
        raise AccessRefused(_("This person has no access: an administrator can change the account without your word."))
    if AllowedChange.objects.usable(timezone.now()).filter(account_number=person.pk, change=change).exists():
        raise AccessRefused(_("A lead has allowed this already, and it has not been used yet."))
    allowed = AllowedChange.objects.create(person=person, account_number=person.pk, change=change, allowed_by=allower)
    record_event(action=AuditEvent.Action.CHANGE_ALLOWED, by=by, detail=change, subject=access)
    tell_that_access_changed()
    return allowed


@transaction.atomic
def end_access_of_account(*, person: "AbstractUser", reason: str, by: "AbstractUser | None" = None) -> None:
    """End whatever an account has, because it goes. Not stopped by the rule of the last lead."""
    lock_access()
    for access in InboxAccess.objects.not_ended().filter(account_number=person.pk):
        _end(access, reason)
        record_event(action=AuditEvent.Action.ACCESS_ENDED, by=by, detail=access.kind, subject=access)
    forget_access(person)


def _appoint(person: "AbstractUser", kind: str, origin: str) -> InboxAccess:
    lock_access()
    told_before = leads_addresses()
    _refuse_what_they_have(person, kind, waiting_too=False)
    InboxAccess.objects.waiting().filter(account_number=person.pk, kind=kind).update(
        ended_at=timezone.now(), end_reason=BECAME_LEAD
    )
    access = InboxAccess.objects.create(
        person=person,
        account_number=person.pk,
        name=str(person)[:NAME_LENGTH],
        kind=kind,
        origin=origin,
        confirmed_at=timezone.now(),
    )
    if access.is_lead:
        _end_others_of(access)
    forget_access(person)
    appointed = AuditEvent.Action.LEAD_APPOINTED if access.is_lead else AuditEvent.Action.ACCESS_GRANTED
    record_event(action=appointed, detail=origin, subject=access)
    if origin != InboxAccess.Origin.DEMO:
        tell_that_access_changed(also=told_before)
    return access


def _require_lead(user: "AbstractUser") -> InboxAccess:
    """The row that makes this user a lead, asked now: what was asked earlier may have ended while we waited."""
    access = InboxAccess.objects.current().leads().filter(person_id=user.pk).first()
    if access is None:
        raise PermissionDenied
    return access


def _refuse_what_they_have(person: "AbstractUser", kind: str, *, waiting_too: bool = True) -> None:
    rows = InboxAccess.objects.not_ended().filter(account_number=person.pk)
    if not waiting_too:
        rows = rows.confirmed()
    kinds = set(rows.values_list("kind", flat=True))
    if kind in kinds:
        raise HasAccess(_("This person has this access already, or waits for a lead to confirm it."))
    if InboxAccess.Kind.LEAD in kinds:
        raise HasAccess(_("This person is a lead, or waits to be confirmed as one. End that first."))


def _end(access: InboxAccess, reason: str, *, by: InboxAccess | None = None) -> None:
    rows = InboxAccess.objects.not_ended().filter(pk=access.pk)
    if not rows.update(ended_at=timezone.now(), ended_by=by, end_reason=reason[:200]):
        raise NotWaiting(_what_happened(access))


def _end_others_of(access: InboxAccess, *, by: InboxAccess | None = None) -> None:
    """What a lead had as a moderator: the new row gives all of it."""
    others = InboxAccess.objects.not_ended().filter(account_number=access.account_number).exclude(pk=access.pk)
    others.update(ended_at=timezone.now(), ended_by=by, end_reason=BECAME_LEAD)


def _current(access: InboxAccess) -> InboxAccess:
    related = ("person", "granted_by", "confirmed_by", "ended_by")
    return InboxAccess.objects.select_related(*related).get(pk=access.pk)


def _what_happened(access: InboxAccess) -> str:
    if access.ended_at is not None:
        return _("It has been ended in the meantime.")
    name = access.confirmed_by.name if access.confirmed_by else _("Somebody")
    return _("%(name)s has confirmed it in the meantime.") % {"name": name}
