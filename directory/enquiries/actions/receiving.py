"""How an enquiry is taken: with its log line and its mails, once, or not at all."""

import uuid
from typing import TYPE_CHECKING

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import CoarseAnswers, EnquiryAnswers
from directory.enquiries.content.encryption import DataKey
from directory.enquiries.content.references import code_digest, code_of, new_reference
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.keys import discard_key, issue_key
from directory.enquiries.mail.messages import new_message_id
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage
from directory.enquiries.reply_times.working_days import answer_due
from directory.enquiries.robots.verdict import NOTHING_ODD, Verdict
from directory.enquiries.storage.access_log import record_event
from directory.models import Service

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
    key_id, data_key = issue_key(contacts=() if is_practice else _contacts(answers))
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
        if not enquiry.is_practice:
            _write_outbox(enquiry, answers.receipt_address, data_key, verdict)
        record_event(enquiry=enquiry, action=AuditEvent.Action.RECEIVED)
    return saved


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
