"""How an enquiry ends, is opened again, and is held back."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.models import AuditEvent, Enquiry, Note, SenderMessage
from directory.enquiries.models.querysets import CLAIMED, HELD, OPEN
from directory.enquiries.reply_times.working_days import answer_due

from .changing import CLOSED_AND_KEPT, Logged, change, conflict_of, current, require_inbox, write_note
from .conflicts import AlreadyClosed, NotClaimedByYou

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@sensitive_variables()
@transaction.atomic
def close_enquiry(
    *, enquiry: Enquiry, by: "AbstractUser", reason: str, note: str = "", version: int | None = None
) -> Enquiry:
    """Finish an enquiry with a reason, and a note if there is more to say. Only whoever claimed it may.

    Raises `AlreadyClosed`, `NotClaimedByYou` or `StaleForm`.
    """
    require_inbox(by)
    reason = Enquiry.CloseReason(reason)
    now = current(enquiry)
    if now.closed_at is None and (now.claimed_by_id != by.pk or now.quarantined_at is not None):
        raise NotClaimedByYou(now)
    closed = change(
        enquiry,
        by=by,
        version=version,
        when=CLAIMED & Q(claimed_by=by),
        logged=Logged(AuditEvent.Action.CLOSED, reason),
        closed_by=by,
        closed_at=timezone.now(),
        close_reason=reason,
        waiting_for="",
        waiting_until=None,
    )
    if reason == Enquiry.CloseReason.WITHDRAWN:
        _settle_withdrawal(closed, by)
    if note:
        write_note(closed, by, note, Note.Kind.CLOSING)
    return closed


@transaction.atomic
def close_withdrawn(*, enquiry: Enquiry, by: "AbstractUser", version: int | None = None) -> Enquiry:
    """Finish what its sender has withdrawn, whoever works on it.

    Raises `AlreadyClosed`, `StaleForm` or `NotPossibleNow`.
    """
    closed = change(
        enquiry,
        by=by,
        version=version,
        when=Q(closed_at__isnull=True, withdrawn_at__isnull=False),
        logged=Logged(AuditEvent.Action.CLOSED, Enquiry.CloseReason.WITHDRAWN),
        closed_by=by,
        closed_at=timezone.now(),
        close_reason=Enquiry.CloseReason.WITHDRAWN,
        waiting_for="",
        waiting_until=None,
    )
    _settle_withdrawal(closed, by)
    return closed


def _settle_withdrawal(enquiry: Enquiry, by: "AbstractUser") -> None:
    """The withdrawal needs no answer of its own once the enquiry is closed for it."""
    withdrawals = enquiry.sender_messages.unhandled().filter(kind=SenderMessage.Kind.WITHDRAWAL)
    withdrawals.update(handled_at=timezone.now(), handled_by=by)


@sensitive_variables("note")
@transaction.atomic
def reopen_enquiry(*, enquiry: Enquiry, by: "AbstractUser", note: str, version: int | None = None) -> Enquiry:
    """Work on a closed enquiry again, as one's own. One that was merged stands on its own again.

    Whoever still waits for an answer gets one within the time that is promised for a new enquiry.
    """
    require_inbox(by)
    now = current(enquiry)
    clock: dict[str, Any] = {}
    if now.answered_at is None:
        due = answer_due(timezone.now(), home=now.postcode_district, urgent=now.is_urgent)
        clock = {"answer_due_at": due}
    opened = change(
        enquiry,
        by=by,
        version=version,
        when=CLOSED_AND_KEPT,
        logged=Logged(AuditEvent.Action.REOPENED),
        closed_by=None,
        closed_at=None,
        close_reason="",
        merged_into=None,
        quarantined_at=None,
        claimed_by=by,
        claimed_at=timezone.now(),
        **clock,
    )
    write_note(opened, by, note, Note.Kind.REOPENING)
    return opened


@sensitive_variables("note")
@transaction.atomic
def quarantine_enquiry(*, enquiry: Enquiry, by: "AbstractUser", note: str = "", version: int | None = None) -> Enquiry:
    """Hold back what looks like no enquiry until somebody has looked through it. Its claim ends; its clock goes on."""
    held = change(
        enquiry,
        by=by,
        version=version,
        when=OPEN,
        logged=Logged(AuditEvent.Action.QUARANTINED),
        quarantined_at=timezone.now(),
        claimed_by=None,
        claimed_at=None,
    )
    if note:
        write_note(held, by, note, Note.Kind.QUARANTINE)
    return held


@transaction.atomic
def let_through(*, enquiry: Enquiry, by: "AbstractUser", version: int | None = None) -> Enquiry:
    """It is an enquiry after all: back to triage, as if it had never been held."""
    return change(
        enquiry,
        by=by,
        version=version,
        when=HELD,
        logged=Logged(AuditEvent.Action.LET_THROUGH),
        quarantined_at=None,
    )


@transaction.atomic
def close_quarantined(*, enquiry: Enquiry, by: "AbstractUser", version: int | None = None) -> Enquiry:
    """Looked through, and not an enquiry. It is kept and counted like any other that is closed."""
    require_inbox(by)
    now = current(enquiry)
    if now.closed_at is not None:
        raise AlreadyClosed(now)
    if now.quarantined_at is None:
        raise conflict_of(now, by=by, version=version, when=HELD)
    return change(
        enquiry,
        by=by,
        version=version,
        when=HELD,
        logged=Logged(AuditEvent.Action.CLOSED, Enquiry.CloseReason.NOT_AN_ENQUIRY),
        closed_by=by,
        closed_at=timezone.now(),
        close_reason=Enquiry.CloseReason.NOT_AN_ENQUIRY,
    )
