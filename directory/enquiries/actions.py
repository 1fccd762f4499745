"""Everything that changes an enquiry. Each function is one transaction and leaves its line in the access log."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import CoarseAnswers, EnquiryAnswers, PrivateAnswers
from directory.enquiries.content.encryption import DataKey
from directory.enquiries.content.references import code_digest, code_of, new_reference
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.keys import discard_key, issue_key
from directory.enquiries.mail.messages import new_message_id
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.reply_times.working_days import answer_due
from directory.enquiries.robots.verdict import NOTHING_ODD, Verdict
from directory.enquiries.storage.access_log import record_event
from directory.models import Service

from .models import AuditEvent, Enquiry, Note, OutboxMessage
from .models.access import works_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

REFERENCE_ATTEMPTS = 5


class EnquiryNotSaved(Exception):
    """The enquiry could not be written although the database answered."""


class ChangedAfterSending(Exception):
    """The form was sent before, with other answers."""

    def __init__(self, enquiry: Enquiry) -> None:
        super().__init__("Sent before with other answers.")
        self.enquiry = enquiry


class EnquiryConflict(Exception):
    """Someone else was first. `enquiry` is as it stands now."""

    def __init__(self, enquiry: Enquiry) -> None:
        super().__init__(type(self).__name__)
        self.enquiry = enquiry


class AlreadyClaimed(EnquiryConflict):
    """Another moderator has claimed it."""


class AlreadyClosed(EnquiryConflict):
    """It was closed in the meantime."""


class NotClaimedByYou(EnquiryConflict):
    """Only whoever claimed it may do this, and that is no longer you."""


@dataclass(frozen=True, slots=True, repr=False)
class OpenedEnquiry:
    """An enquiry whose view is on the record. `answers` is None once names and words were deleted."""

    enquiry: Enquiry
    answers: PrivateAnswers | None
    notes: list[tuple[Note, str]]
    opened_at: datetime


@sensitive_variables()
def receive_enquiry(
    *,
    token: uuid.UUID,
    answers: EnquiryAnswers,
    service: Service | None,
    service_name: str = "",
    source: str = Enquiry.Source.WEB,
    recorded_by: "AbstractUser | None" = None,
    is_practice: bool = False,
    verdict: Verdict = NOTHING_ODD,
) -> Enquiry:
    """Save an enquiry with its log line and its mails, or none of them.

    The same token gives the same enquiry, however often and however concurrently it is sent. Raises
    `ChangedAfterSending` when the token was used for other answers. `verdict`: whether it looks like a machine's.
    """
    sent_before = Enquiry.objects.filter(token=token).first()
    if sent_before is not None:
        return _sent_before(sent_before, answers)
    # The key is committed first: content without a key could never be read.
    key_id, data_key = issue_key(contacts=_contacts(answers))
    enquiry = _unsaved_enquiry(token, answers, data_key, service, service_name)
    enquiry.key_id = key_id
    enquiry.source, enquiry.recorded_by, enquiry.is_practice = source, recorded_by, is_practice
    enquiry.quarantined_at = enquiry.received_at if verdict.is_quarantined else None
    saved = _save_received(enquiry, answers, data_key, verdict)
    if saved.pk != enquiry.pk:
        discard_key(key_id)
        return _sent_before(saved, answers)
    return saved


@sensitive_variables("answers", "data_key")
@transaction.atomic
def _save_received(enquiry: Enquiry, answers: EnquiryAnswers, data_key: DataKey, verdict: Verdict) -> Enquiry:
    """Write it with all that belongs to it, or return the one that another request wrote with the same token."""
    for _ in range(REFERENCE_ATTEMPTS):
        Enquiry.objects.bulk_create([enquiry], ignore_conflicts=True)
        # Ignored conflicts are the token, sent before, or the reference, which another enquiry has.
        saved = Enquiry.objects.filter(token=enquiry.token).first()
        if saved is not None:
            break
        enquiry.reference = new_reference()
        enquiry.code_digest = code_digest(enquiry.reference, code_of(enquiry.token))
    else:
        raise EnquiryNotSaved
    if saved.pk == enquiry.pk:
        _write_outbox(enquiry, answers.receipt_address, data_key, verdict)
        record_event(enquiry=enquiry, action=AuditEvent.Action.RECEIVED)
    return saved


@transaction.atomic
def claim_enquiry(*, enquiry: Enquiry, by: "AbstractUser") -> Enquiry:
    """Take an enquiry. One moderator wins; claiming your own again changes nothing.

    Raises `AlreadyClaimed` or `AlreadyClosed`.
    """
    _require_inbox(by)
    won = Enquiry.objects.filter(pk=enquiry.pk).to_triage().update(claimed_by=by, claimed_at=timezone.now())
    current = _current(enquiry)
    if won:
        record_event(enquiry=current, action=AuditEvent.Action.CLAIMED, by=by)
    elif current.closed_at is not None:
        raise AlreadyClosed(current)
    elif current.claimed_by_id != by.pk:
        raise AlreadyClaimed(current)
    return current


@transaction.atomic
def release_enquiry(*, enquiry: Enquiry, by: "AbstractUser", claimed_by_id: int | None) -> Enquiry:
    """Put an enquiry back to triage, so that nothing waits for someone who is away.

    `claimed_by_id` is whose claim `by` saw. Raises `AlreadyClosed`, or `AlreadyClaimed` when the claim is someone
    else's by now.
    """
    _require_inbox(by)
    held = Enquiry.objects.filter(pk=enquiry.pk, closed_at__isnull=True, claimed_by_id=claimed_by_id)
    released = held.exclude(claimed_by=None).update(claimed_by=None, claimed_at=None)
    current = _current(enquiry)
    if released:
        record_event(enquiry=current, action=AuditEvent.Action.RELEASED, by=by)
    elif current.closed_at is not None:
        raise AlreadyClosed(current)
    elif current.claimed_by_id is not None:
        raise AlreadyClaimed(current)
    return current


@sensitive_variables()
@transaction.atomic
def add_note(*, enquiry: Enquiry, by: "AbstractUser", text: str) -> Note:
    """Write a note for colleagues. Raises `AlreadyClosed`."""
    _require_inbox(by)
    current = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if current.closed_at is not None:
        raise AlreadyClosed(_current(enquiry))
    note = _write_note(current, by, text)
    record_event(enquiry=current, action=AuditEvent.Action.NOTED, by=by)
    return note


@sensitive_variables()
@transaction.atomic
def close_enquiry(*, enquiry: Enquiry, by: "AbstractUser", reason: str, note: str = "") -> Enquiry:
    """Finish an enquiry with a reason, and a note if there is more to say. Only whoever claimed it may.

    Raises `AlreadyClosed` or `NotClaimedByYou`.
    """
    _require_inbox(by)
    reason = Enquiry.CloseReason(reason)
    closed = (
        Enquiry.objects.filter(pk=enquiry.pk)
        .mine(by)
        .update(closed_by=by, closed_at=timezone.now(), close_reason=reason)
    )
    current = _current(enquiry)
    if not closed:
        raise (AlreadyClosed if current.closed_at is not None else NotClaimedByYou)(current)
    if note:
        _write_note(current, by, note)
    record_event(enquiry=current, action=AuditEvent.Action.CLOSED, by=by, detail=reason)
    return current


@sensitive_variables("answers", "key", "notes")
def open_enquiry(*, enquiry: Enquiry, by: "AbstractUser") -> OpenedEnquiry:
    """Show an enquiry to a moderator.

    The view is committed to the access log before anything is decrypted: if it cannot be, nothing is shown.
    """
    _require_inbox(by)
    with transaction.atomic(durable=True):
        Enquiry.objects.filter(pk=enquiry.pk, first_opened_at=None).update(first_opened_at=timezone.now())
        event = record_event(enquiry=enquiry, action=AuditEvent.Action.OPENED, by=by)
    current = _current(enquiry)
    if current.anonymised_at is not None:
        return OpenedEnquiry(current, None, [], event.at)
    key = current.data_key
    answers = PrivateAnswers.from_stored(key.open(current.sealed_answers))
    notes = [(note, Unprinted(key.open(note.sealed_text))) for note in current.notes.select_related("written_by")]
    return OpenedEnquiry(current, answers, notes, event.at)


def _require_inbox(user: "AbstractUser") -> None:
    if not works_inbox(user):
        raise PermissionDenied


def _current(enquiry: Enquiry) -> Enquiry:
    return Enquiry.objects.with_status().select_related("claimed_by", "closed_by", "service").get(pk=enquiry.pk)


@sensitive_variables()
def _unsaved_enquiry(
    token: uuid.UUID, answers: EnquiryAnswers, data_key: DataKey, service: Service | None, service_name: str
) -> Enquiry:
    coarse = answers.coarse
    enquiry = Enquiry(
        token=token,
        service=service,
        service_name=service.name if service else service_name,
        sender_kind=coarse.sender_kind,
        setting=coarse.setting,
        needs=list(coarse.needs),
        postcode_district=coarse.postcode_district,
        no_voicemail=answers.no_voicemail,
        is_urgent=answers.is_urgent,
        sealed_answers=data_key.seal(answers.private.to_stored()),
        sealed_safety_note=data_key.seal(answers.safety_note) if answers.safety_note else "",
    )
    enquiry.code_digest = code_digest(enquiry.reference, code_of(token))
    enquiry.answer_due_at = answer_due(enquiry.received_at, home=coarse.postcode_district, urgent=enquiry.is_urgent)
    return enquiry


@sensitive_variables()
def _contacts(answers: EnquiryAnswers) -> list[ContactPoint]:
    private = answers.private
    return [
        *(ContactPoint.phone(value) for value in (private.phone, private.sender_phone)),
        *(ContactPoint.email(value) for value in (private.email, private.sender_email)),
    ]


@sensitive_variables()
def _sent_before(saved: Enquiry, answers: EnquiryAnswers) -> Enquiry:
    """The enquiry of an earlier press of the button, if it said the same."""
    sent = sent_answers(saved)
    if (sent.coarse, sent.private, sent.safety_note) != (answers.coarse, answers.private, answers.safety_note):
        raise ChangedAfterSending(saved)
    return saved


@sensitive_variables()
def sent_answers(enquiry: Enquiry) -> EnquiryAnswers:
    """What was sent, for comparing it with what is sent again. Staff go through `open_enquiry`."""
    coarse = CoarseAnswers(enquiry.sender_kind, enquiry.setting, tuple(enquiry.needs), enquiry.postcode_district)
    return EnquiryAnswers(coarse, enquiry.unseal_answers(), _safety_note(enquiry))


@sensitive_variables()
def _safety_note(enquiry: Enquiry) -> str:
    return enquiry.data_key.open(enquiry.sealed_safety_note) if enquiry.sealed_safety_note else ""


@sensitive_variables("address")
def _write_outbox(enquiry: Enquiry, address: str, data_key: DataKey, verdict: Verdict) -> None:
    kinds = {OutboxMessage.Kind.NOTICE: ""} if verdict.tells_moderators else {}
    if address and verdict.mails_sender:
        kinds[OutboxMessage.Kind.RECEIPT] = data_key.seal(address)
    OutboxMessage.objects.bulk_create(
        OutboxMessage(enquiry=enquiry, kind=kind, sealed_recipient=recipient, message_id=new_message_id())
        for kind, recipient in kinds.items()
    )


@sensitive_variables("text")
def _write_note(enquiry: Enquiry, by: "AbstractUser", text: str) -> Note:
    return Note.objects.create(enquiry=enquiry, written_by=by, sealed_text=enquiry.data_key.seal(text))
