"""What every change by hand shares: who may, one winner, one more version, one line in the access log."""

from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.models import Enquiry, Note
from directory.enquiries.models.access import is_lead, works_inbox
from directory.enquiries.storage.access_log import record_event

from .conflicts import AlreadyClaimed, AlreadyClosed, EnquiryConflict, NotPossibleNow, StaleForm

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

OPEN = Q(closed_at__isnull=True)
CLOSED_AND_KEPT = Q(closed_at__isnull=False, anonymised_at__isnull=True)


class Logged(NamedTuple):
    """The line that a change leaves in the access log."""

    action: str
    detail: str = ""


def require_inbox(user: "AbstractUser") -> None:
    """Raise `PermissionDenied` for whoever does not work the inbox."""
    if not works_inbox(user):
        raise PermissionDenied


def require_lead(user: "AbstractUser") -> None:
    """Raise `PermissionDenied` for whoever does not lead the inbox."""
    require_inbox(user)
    if not is_lead(user):
        raise PermissionDenied


def change(
    enquiry: Enquiry,
    *,
    by: "AbstractUser",
    version: int | None,
    when: Q = OPEN,
    logged: Logged,
    **values: Any,
) -> Enquiry:
    """Write these values if the enquiry is as the form saw it, and log it. Call it inside a transaction.

    `version` is the one the form was made from; None where the state in `when` says all that matters. Raises the
    conflict that tells what happened instead.
    """
    require_inbox(by)
    seen = Q(pk=enquiry.pk) if version is None else Q(pk=enquiry.pk, version=version)
    if not Enquiry.objects.filter(seen & when).update(version=F("version") + 1, **values):
        raise conflict_of(current(enquiry), by=by, version=version, when=when)
    record_event(enquiry=enquiry, action=logged.action, by=by, detail=logged.detail)
    return current(enquiry)


def conflict_of(now: Enquiry, *, by: "AbstractUser", version: int | None, when: Q) -> EnquiryConflict:
    """Why a change could not be made, as far as it shows in how the enquiry stands now."""
    fits = Enquiry.objects.filter(Q(pk=now.pk) & when).exists()
    if not fits and now.closed_at is not None:
        return AlreadyClosed(now)
    if version is not None and version != now.version:
        return StaleForm(now)
    if now.claimed_by_id is not None and now.claimed_by_id != by.pk:
        return AlreadyClaimed(now)
    return NotPossibleNow(now)


def current(enquiry: Enquiry) -> Enquiry:
    """The enquiry as it stands, with what its page shows."""
    related = ("claimed_by", "closed_by", "recorded_by", "service", "merged_into")
    return Enquiry.objects.with_status().select_related(*related).get(pk=enquiry.pk)


@sensitive_variables("text")
def write_note(enquiry: Enquiry, by: "AbstractUser", text: str, kind: str = Note.Kind.NOTE) -> Note:
    """Seal a note with the key of its enquiry."""
    return Note.objects.create(enquiry=enquiry, written_by=by, kind=kind, sealed_text=enquiry.data_key.seal(text))
