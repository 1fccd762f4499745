"""Who works on what. What counts is who had it when the form was made, so one wins and nobody is surprised."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.models.access import works_inbox
from directory.enquiries.models.querysets import CLAIMED, OPEN, TO_TRIAGE
from directory.enquiries.storage.access_log import record_event

from .changing import Logged, change, current, require_inbox
from .conflicts import AlreadyClaimed, AlreadyClosed, EnquiryConflict, NotPossibleNow

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_AT_ONCE = 200


class BulkClaim(NamedTuple):
    """What became of several claims: those that are yours now, and those that somebody else had taken or closed."""

    won: list[Enquiry]
    lost: list[Enquiry]


@transaction.atomic
def claim_enquiry(*, enquiry: Enquiry, by: "AbstractUser") -> Enquiry:
    """Take an enquiry. One moderator wins; claiming your own again changes nothing.

    Raises `AlreadyClaimed` or `AlreadyClosed`.
    """
    require_inbox(by)
    free = Enquiry.objects.filter(TO_TRIAGE, pk=enquiry.pk)
    won = free.update(claimed_by=by, claimed_at=timezone.now(), version=F("version") + 1)
    now = current(enquiry)
    if won:
        record_event(enquiry=now, action=AuditEvent.Action.CLAIMED, by=by)
    elif now.closed_at is not None:
        raise AlreadyClosed(now)
    elif now.quarantined_at is not None:
        raise NotPossibleNow(now)
    elif now.claimed_by_id != by.pk:
        raise AlreadyClaimed(now)
    return now


def claim_enquiries(*, enquiries: Iterable[Enquiry], by: "AbstractUser") -> BulkClaim:
    """Take several, each for itself: what somebody else has by now is left to them."""
    require_inbox(by)
    done = BulkClaim([], [])
    for enquiry in list(enquiries)[:MOST_AT_ONCE]:
        try:
            done.won.append(claim_enquiry(enquiry=enquiry, by=by))
        except EnquiryConflict as conflict:
            done.lost.append(conflict.enquiry)
    return done


@transaction.atomic
def release_enquiry(*, enquiry: Enquiry, by: "AbstractUser", claimed_by_id: int | None) -> Enquiry:
    """Put an enquiry back to triage, so that nothing waits for someone who is away.

    `claimed_by_id` is whose claim `by` saw. Raises `AlreadyClosed`, or `AlreadyClaimed` when the claim is someone
    else's by now.
    """
    require_inbox(by)
    held = Enquiry.objects.filter(pk=enquiry.pk, closed_at__isnull=True, claimed_by_id=claimed_by_id)
    released = held.exclude(claimed_by=None).update(claimed_by=None, claimed_at=None, version=F("version") + 1)
    now = current(enquiry)
    if released:
        record_event(enquiry=now, action=AuditEvent.Action.RELEASED, by=by)
    elif now.closed_at is not None:
        raise AlreadyClosed(now)
    elif now.claimed_by_id is not None:
        raise AlreadyClaimed(now)
    return now


@transaction.atomic
def assign_enquiry(*, enquiry: Enquiry, by: "AbstractUser", to: "AbstractUser", version: int | None = None) -> Enquiry:
    """Give an enquiry to a colleague, whoever has it now: hand over your own, or pass on what waits.

    Raises `StaleForm` or `AlreadyClosed`; `PermissionDenied` when the colleague does not work the inbox.
    """
    if not works_inbox(to):
        raise PermissionDenied
    return change(
        enquiry,
        by=by,
        version=version,
        when=OPEN & (Q(claimed_by__isnull=True) | ~Q(claimed_by=to)),
        logged=Logged(AuditEvent.Action.ASSIGNED, str(to.pk)),
        claimed_by=to,
        claimed_at=timezone.now(),
    )


def hand_over_all(*, by: "AbstractUser", of: "AbstractUser", to: "AbstractUser") -> list[Enquiry]:
    """Give everything open that one moderator has to another, each in its own transaction.

    What somebody took or closed meanwhile is left alone.
    """
    require_inbox(by)
    if not works_inbox(to):
        raise PermissionDenied
    held = Enquiry.objects.mine(of).without_content()
    return [enquiry for enquiry in held if _hand_over(enquiry, by=by, of=of, to=to)]


@transaction.atomic
def _hand_over(enquiry: Enquiry, *, by: "AbstractUser", of: "AbstractUser", to: "AbstractUser") -> bool:
    held = Enquiry.objects.filter(CLAIMED, pk=enquiry.pk, claimed_by=of)
    moved = held.update(claimed_by=to, claimed_at=timezone.now(), version=F("version") + 1)
    if moved:
        record_event(enquiry=enquiry, action=AuditEvent.Action.ASSIGNED, by=by, detail=str(to.pk))
    return bool(moved)
