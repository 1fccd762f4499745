"""What somebody says is right, beside what was sent. Nothing that was sent is ever changed."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.models import AuditEvent, Correction, Enquiry
from directory.enquiries.models.access import is_lead
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.storage.access_log import record_event

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class NothingToCorrect(Exception):
    """Its names and words were deleted."""


@sensitive_variables()
@transaction.atomic
def write_correction(*, enquiry: Enquiry, by: "AbstractUser", text: str) -> Correction:
    """Put a correction beside an enquiry. Raises `NothingToCorrect` or `UnreadableContent`."""
    if not is_lead(by):
        raise PermissionDenied
    current = Enquiry.objects.select_for_update().without_content().get(pk=enquiry.pk)
    if current.anonymised_at is not None:
        raise NothingToCorrect
    correction = Correction.objects.create(enquiry=current, written_by=by, sealed_text=current.data_key.seal(text))
    record_event(enquiry=current, action=AuditEvent.Action.DATA_CORRECTED, by=by)
    return correction


@sensitive_variables()
def read_corrections(enquiry: Enquiry) -> list[tuple[Correction, str]]:
    """The corrections of an enquiry whose opening is on the record, oldest first."""
    rows = list(enquiry.corrections.select_related("written_by"))
    key = enquiry.data_key if rows else None
    return [(row, Unprinted(key.open(row.sealed_text))) for row in rows if key is not None]
