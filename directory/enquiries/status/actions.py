"""What a sender does after sending. Each function is one transaction and leaves its line in the access log."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.actions import note_sender_told, sent_answers
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.content.references import code_fits, tidy_reference, tidy_secret
from directory.enquiries.mail.messages import new_message_id
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage, SenderMessage
from directory.enquiries.privacy.database_failures import log_failure
from directory.enquiries.reply_times.working_days import reply_due
from directory.enquiries.storage.access_log import record_event

# A complaint is acknowledged, and a copy or a correction answered, within this time.
WITHIN_30_DAYS = timedelta(days=30)
SLOW_KINDS = (SenderMessage.Kind.COMPLAINT, SenderMessage.Kind.COPY, SenderMessage.Kind.CORRECTION)
MOST_UNHANDLED = 30


class TooManyMessages(Exception):
    """Nobody has read the last messages of this sender yet."""


@sensitive_variables()
def find_by_code(*, reference: str, code: str) -> Enquiry | None:
    """The enquiry whose reference and code these are, while it may be followed. Takes as long when there is none."""
    known = tidy_reference(reference)
    enquiry = Enquiry.objects.followed(timezone.now()).without_content().filter(reference=known).first()
    fits = code_fits(known, tidy_secret(code), enquiry.code_digest if enquiry else "")
    return enquiry if fits else None


@transaction.atomic
def show_to_sender(*, enquiry: Enquiry) -> None:
    """Somebody with the code looks at how it stands: with that the sender is told. Logged before it is shown."""
    Enquiry.objects.filter(pk=enquiry.pk).update(sender_told_at=timezone.now())
    record_event(enquiry=enquiry, action=AuditEvent.Action.LOOKED_UP)


@sensitive_variables()
@transaction.atomic
def leave_message(*, enquiry: Enquiry, kind: str, text: str, token: uuid.UUID) -> SenderMessage:
    """Keep what a sender says later, and tell moderators. The same token gives the same message.

    Raises `TooManyMessages`, and `UnreadableContent` when the key of the enquiry is gone.
    """
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    sent_before = SenderMessage.objects.filter(token=token, enquiry=locked).first()
    if sent_before is not None:
        return sent_before
    is_withdrawal = kind == SenderMessage.Kind.WITHDRAWAL
    if not is_withdrawal and locked.sender_messages.unhandled().count() >= MOST_UNHANDLED:
        raise TooManyMessages
    kind, now = SenderMessage.Kind(kind), timezone.now()
    message = SenderMessage.objects.create(
        enquiry=locked,
        kind=kind,
        token=token,
        sealed_text=locked.data_key.seal(text) if text else "",
        sent_at=now,
        due_at=now + WITHIN_30_DAYS if kind in SLOW_KINDS else reply_due(now, locked.postcode_district),
    )
    OutboxMessage.objects.create(
        enquiry=locked,
        kind=OutboxMessage.Kind.SENDER_WROTE,
        occasion=token.hex,
        message_id=new_message_id(),
    )
    # A form that somebody has open was made before this: they are told, not passed by.
    Enquiry.objects.filter(pk=locked.pk).update(version=F("version") + 1)
    if not is_withdrawal:
        record_event(enquiry=locked, action=AuditEvent.Action.SENDER_WROTE, detail=kind)
    return message


@sensitive_variables()
@transaction.atomic
def withdraw_enquiry(*, enquiry: Enquiry, text: str, token: uuid.UUID) -> bool:
    """Withdraw it, once, and tell moderators, who close it. Whether it was done now: not when it was over already."""
    open_ones = Enquiry.objects.filter(pk=enquiry.pk, withdrawn_at__isnull=True, closed_at__isnull=True)
    if not open_ones.update(withdrawn_at=timezone.now()):
        return False
    leave_message(enquiry=enquiry, kind=SenderMessage.Kind.WITHDRAWAL, text=text, token=token)
    record_event(enquiry=enquiry, action=AuditEvent.Action.WITHDRAWN)
    return True


def tell_senders(now: datetime) -> tuple[int, int]:
    """Mail how it stands to senders who have not heard for thirty days and said that mail is safe.

    How many were mailed, and how many are left for moderators to tell.
    """
    mailed = left = 0
    for pk in list(Enquiry.objects.sender_to_be_told(now).values_list("pk", flat=True)):
        if _mail_update(Enquiry.objects.get(pk=pk), now):
            mailed += 1
        else:
            left += 1
    return mailed, left


@sensitive_variables()
def _mail_update(enquiry: Enquiry, now: datetime) -> bool:
    try:
        address = sent_answers(enquiry).receipt_address
        sealed = enquiry.data_key.seal(address) if address else ""
    except UnreadableContent as error:
        log_failure("A sender could not be told", error)
        return False
    if not sealed:
        return False
    with transaction.atomic():
        owed = OutboxMessage(
            enquiry=enquiry,
            kind=OutboxMessage.Kind.UPDATE,
            occasion=f"{now:%Y-%m-%d}",
            sealed_recipient=sealed,
            message_id=new_message_id(),
        )
        OutboxMessage.objects.bulk_create([owed], ignore_conflicts=True)
        note_sender_told(enquiry=enquiry)
    return True
