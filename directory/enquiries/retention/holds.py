"""Keeping an enquiry from deletion."""

from datetime import date
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory.enquiries.models import AuditEvent, Enquiry, Hold
from directory.enquiries.models.access import is_lead
from directory.enquiries.storage.access_log import record_event

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LONGEST = relativedelta(years=2)


class NothingToHold(Exception):
    """Its names and words were deleted already."""


def latest_end() -> date:
    """The last day a hold may be given. A longer one is given anew."""
    return timezone.localdate() + LONGEST


@transaction.atomic
def place_hold(*, enquiry: Enquiry, by: "AbstractUser", reason: str, until: date) -> Hold:
    """Keep an enquiry until a day; one that is held already gets the new reason and day. Raises `NothingToHold`."""
    if not is_lead(by):
        raise PermissionDenied
    current = Enquiry.objects.select_for_update().without_content().get(pk=enquiry.pk)
    if current.anonymised_at is not None:
        raise NothingToHold
    hold, _ = Hold.objects.update_or_create(
        enquiry=current,
        released_at=None,
        defaults={"reason": Hold.Reason(reason), "until": until, "placed_by": by, "placed_at": timezone.now()},
    )
    record_event(enquiry=current, action=AuditEvent.Action.HELD, by=by, detail=reason)
    return hold


@transaction.atomic
def lift_hold(*, hold: Hold, by: "AbstractUser") -> bool:
    """Let it go again. Whether it was held until now."""
    if not is_lead(by):
        raise PermissionDenied
    lifted = bool(Hold.objects.filter(pk=hold.pk, released_at=None).update(released_at=timezone.now()))
    if lifted:
        record_event(enquiry=hold.enquiry, action=AuditEvent.Action.HOLD_LIFTED, by=by)
    return lifted
