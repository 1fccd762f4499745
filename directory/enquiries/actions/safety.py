"""Risks, the safety note, and contact details: what is shown for a reason, and to fewer."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.models import AuditEvent, Enquiry, RiskFlag, SafetyNoteRequest
from directory.enquiries.models.access import is_lead
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.storage.access_log import record_event

from .changing import OPEN, Logged, change, current, require_inbox, require_lead
from .conflicts import NotPossibleNow

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

ALLOWED_FOR = timedelta(hours=24)


@sensitive_variables("reason")
@transaction.atomic
def raise_flag(
    *, enquiry: Enquiry, by: "AbstractUser", kind: str, reason: str, version: int | None = None
) -> RiskFlag:
    """Tell colleagues of a risk before anything else."""
    kind = RiskFlag.Kind(kind)
    changed = change(enquiry, by=by, version=version, when=OPEN, logged=Logged(AuditEvent.Action.FLAGGED))
    sealed = changed.data_key.seal({"kind": kind, "reason": reason})
    return RiskFlag.objects.create(enquiry=enquiry, raised_by=by, sealed_text=sealed)


@transaction.atomic
def lift_flag(*, flag: RiskFlag, by: "AbstractUser") -> bool:
    """The risk is over. It stays readable below. Whether it was lifted now: a second click changes nothing."""
    require_inbox(by)
    lifted = RiskFlag.objects.filter(pk=flag.pk, lifted_at=None).update(lifted_by=by, lifted_at=timezone.now())
    if lifted:
        change(flag.enquiry, by=by, version=None, when=OPEN, logged=Logged(AuditEvent.Action.UNFLAGGED))
    return bool(lifted)


@transaction.atomic
def ask_for_safety_note(*, enquiry: Enquiry, by: "AbstractUser") -> SafetyNoteRequest:
    """Ask a lead to be shown the safety note. Asking again while nobody has answered changes nothing."""
    require_inbox(by)
    request, is_new = SafetyNoteRequest.objects.get_or_create(enquiry=enquiry, asked_by=by, answered_at=None)
    if is_new:
        record_event(enquiry=enquiry, action=AuditEvent.Action.SAFETY_ASKED, by=by)
    return request


@transaction.atomic
def answer_safety_request(*, request: SafetyNoteRequest, by: "AbstractUser", is_allowed: bool) -> None:
    """A lead's word. The first answer counts."""
    require_lead(by)
    now = timezone.now()
    answered = SafetyNoteRequest.objects.filter(pk=request.pk, answered_at=None).update(
        answered_by=by, answered_at=now, allowed_until=now + ALLOWED_FOR if is_allowed else None
    )
    if not answered:
        raise NotPossibleNow(current(request.enquiry))
    action = AuditEvent.Action.SAFETY_ALLOWED if is_allowed else AuditEvent.Action.SAFETY_REFUSED
    record_event(enquiry=request.enquiry, action=action, by=by, detail=str(request.asked_by_id))


def may_open_safety_note(enquiry: Enquiry, user: "AbstractUser") -> bool:
    """Whether this user leads, or has a lead's word that has not run out."""
    now = timezone.now()
    allowed = SafetyNoteRequest.objects.filter(enquiry=enquiry, asked_by=user, allowed_until__gt=now)
    return is_lead(user) or allowed.exists()


@sensitive_variables("note")
def open_safety_note(*, enquiry: Enquiry, by: "AbstractUser") -> str:
    """The safety note, for leads and whom one allowed it. It is on the record before it is decrypted."""
    require_inbox(by)
    if not may_open_safety_note(enquiry, by):
        raise PermissionDenied
    with transaction.atomic(durable=True):
        record_event(enquiry=enquiry, action=AuditEvent.Action.SAFETY_SHOWN, by=by)
    now = current(enquiry)
    note = now.data_key.open(now.sealed_safety_note) if now.sealed_safety_note else ""
    return Unprinted(note)


def show_contact(*, enquiry: Enquiry, by: "AbstractUser", detail: str) -> None:
    """Put on the record that a contact detail is shown, and which: `phone`, never what it says."""
    require_inbox(by)
    with transaction.atomic(durable=True):
        record_event(enquiry=enquiry, action=AuditEvent.Action.CONTACT_SHOWN, by=by, detail=detail)
