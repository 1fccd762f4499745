"""What moderators write for each other. The same text sent twice is one note."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.models import AuditEvent, Enquiry, Note

from .changing import CLOSED_AND_KEPT, OPEN, Logged, change, require_inbox, write_note

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@sensitive_variables("text")
def add_note(*, enquiry: Enquiry, by: "AbstractUser", text: str, version: int | None = None) -> Note:
    """Write a note for colleagues. Raises `StaleForm` or `AlreadyClosed`."""
    return _add(enquiry, by, text, version, Note.Kind.NOTE, OPEN, AuditEvent.Action.NOTED)


@sensitive_variables("text")
def add_late_note(*, enquiry: Enquiry, by: "AbstractUser", text: str, version: int | None = None) -> Note:
    """Write a note, marked as late, on an enquiry that is closed and whose names and words are still kept.

    Raises `StaleForm`, or `NotPossibleNow` when it is open again or its words were deleted.
    """
    return _add(enquiry, by, text, version, Note.Kind.LATE, CLOSED_AND_KEPT, AuditEvent.Action.LATE_NOTED)


@sensitive_variables("text")
@transaction.atomic
def _add(
    enquiry: Enquiry, by: "AbstractUser", text: str, version: int | None, kind: str, when: Q, action: str
) -> Note:
    require_inbox(by)
    # Held until the end, so that the second click of a double click finds the note of the first.
    Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    written = _last_note(enquiry, by)
    if written is not None and written.kind == kind and enquiry.data_key.open(written.sealed_text) == text:
        return written
    change(enquiry, by=by, version=version, when=when, logged=Logged(action))
    return write_note(enquiry, by, text, kind)


def _last_note(enquiry: Enquiry, by: "AbstractUser") -> Note | None:
    """The newest note, if this user wrote it: who repeats themselves after somebody else's note means it."""
    newest = enquiry.notes.order_by("-pk").first()
    return newest if newest is not None and newest.written_by_id == by.pk else None
