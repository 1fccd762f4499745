"""What became of what the sender wrote, and that they know how it stands."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from directory.enquiries.models import AuditEvent, Enquiry, SenderMessage
from directory.enquiries.storage.access_log import record_event

from .changing import require_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def acknowledge_message(*, message: SenderMessage, by: "AbstractUser") -> bool:
    """The sender was told that somebody has it. Whether that was new."""
    require_inbox(by)
    open_one = SenderMessage.objects.unhandled().filter(pk=message.pk, acknowledged_at=None)
    if not open_one.update(acknowledged_at=timezone.now()):
        return False
    _log(message, by, AuditEvent.Action.MESSAGE_READ)
    return True


@transaction.atomic
def handle_message(*, message: SenderMessage, by: "AbstractUser") -> bool:
    """It was dealt with. Whether that was new: whoever said so first did it."""
    require_inbox(by)
    now = timezone.now()
    if not SenderMessage.objects.unhandled().filter(pk=message.pk).update(handled_at=now, handled_by=by):
        return False
    _log(message, by, AuditEvent.Action.MESSAGE_DONE)
    return True


@transaction.atomic
def note_sender_told(*, enquiry: Enquiry, by: "AbstractUser | None" = None) -> None:
    """The sender knows how it stands: somebody told them, or a mail goes out, which is nobody's doing."""
    if by is not None:
        require_inbox(by)
    Enquiry.objects.filter(pk=enquiry.pk).update(sender_told_at=timezone.now())
    record_event(enquiry=enquiry, action=AuditEvent.Action.SENDER_TOLD, by=by)


def _log(message: SenderMessage, by: "AbstractUser", action: str) -> None:
    Enquiry.objects.filter(pk=message.enquiry_id).update(version=F("version") + 1)
    record_event(enquiry=message.enquiry, action=action, by=by, detail=message.kind)
