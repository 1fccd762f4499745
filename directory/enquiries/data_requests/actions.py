"""What leads do when somebody asks about their data. Each leaves its line in the access log."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.actions.opening import OpenedAttempt, OpenedFlag, open_attempts, open_flags
from directory.enquiries.content.answers import PrivateAnswers
from directory.enquiries.content.references import tidy_reference
from directory.enquiries.corrections import read_corrections
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.erased_list import add_to_list
from directory.enquiries.key_store.keys import keys_sharing_contacts, keys_with_contact
from directory.enquiries.models import AuditEvent, Correction, DataRequest, Enquiry, Hold, Note, SenderMessage
from directory.enquiries.models.access import is_lead
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.retention.anonymisation import empty_enquiry
from directory.enquiries.storage.access_log import record_event

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

TIME_TO_ANSWER = relativedelta(months=1)
MOST_FOUND = 50


class HeldFromDeletion(Exception):
    """A hold has to be lifted first."""


class AlreadyDone(Exception):
    """Somebody answered or erased it in the meantime."""


@dataclass(frozen=True, slots=True, repr=False)
class Printed:
    """One enquiry as its person gets it. `safety_note` is empty unless it was asked for."""

    enquiry: Enquiry
    answers: PrivateAnswers | None
    safety_note: str
    messages: list[tuple[SenderMessage, str]]
    notes: list[tuple[Note, str]]
    attempts: list[OpenedAttempt]
    flags: list[OpenedFlag]
    corrections: list[tuple[Correction, str]]
    events: list[AuditEvent]


@sensitive_variables()
def find_enquiries(typed: str, *, by: "AbstractUser") -> list[Enquiry]:
    """The enquiries of a reference, a phone number or an e-mail address, newest first. Reads nothing sealed.

    Whether a number is known here says something about its owner: looking for one is on the record before the answer.
    """
    _require_lead(by)
    found = Enquiry.objects.real().without_content().with_status().order_by("-received_at", "pk")
    reference = tidy_reference(typed)
    by_reference = list(found.filter(reference=reference)) if reference else []
    if by_reference:
        return by_reference
    record_event(action=AuditEvent.Action.SEARCHED, by=by)
    contact = ContactPoint.email(typed) if "@" in typed else ContactPoint.phone(typed)
    return list(found.filter(key_id__in=keys_with_contact(contact))[:MOST_FOUND])


def others_of_contact(enquiry: Enquiry) -> list[Enquiry]:
    """Other enquiries with a phone number or an address of this one. A professional’s are of many people."""
    keys = keys_sharing_contacts(enquiry.key_id)
    found = Enquiry.objects.filter(key_id__in=keys, anonymised_at=None).without_content().with_status()
    return list(found.order_by("-received_at", "pk")[:MOST_FOUND])


@transaction.atomic
def record_request(*, enquiry: Enquiry, by: "AbstractUser", kind: str, received_on: date) -> DataRequest:
    """Write down that somebody asked. It is due a month after it came."""
    _require_lead(by)
    request = DataRequest.objects.create(
        enquiry=enquiry,
        kind=DataRequest.Kind(kind),
        received_on=received_on,
        due_on=received_on + TIME_TO_ANSWER,
        recorded_by=by,
    )
    record_event(enquiry=enquiry, action=AuditEvent.Action.DATA_ASKED, by=by, detail=kind)
    return request


@transaction.atomic
def answer_request(*, request: DataRequest, by: "AbstractUser", outcome: str) -> None:
    """Write down how it ended. One lead wins; raises `AlreadyDone` for the other."""
    _require_lead(by)
    outcome = DataRequest.Outcome(outcome)
    waiting = DataRequest.objects.filter(pk=request.pk).waiting()
    if not waiting.update(answered_at=timezone.now(), answered_by=by, outcome=outcome):
        raise AlreadyDone
    record_event(enquiry=request.enquiry, action=AuditEvent.Action.DATA_ANSWERED, by=by, detail=outcome)


@sensitive_variables()
def print_for_person(*, enquiry_keys: Iterable[uuid.UUID], by: "AbstractUser", with_safety: bool) -> list[Printed]:
    """Everything we hold in these enquiries. On the record before anything is decrypted."""
    _require_lead(by)
    enquiries = list(Enquiry.objects.filter(pk__in=list(enquiry_keys)).order_by("received_at", "pk"))
    with transaction.atomic(durable=True):
        for enquiry in enquiries:
            record_event(enquiry=enquiry, action=AuditEvent.Action.DATA_PRINTED, by=by)
    return [_printed(enquiry, with_safety) for enquiry in enquiries]


def erase_on_request(*, enquiry: Enquiry, by: "AbstractUser", ground: str) -> None:
    """Delete names, words, key and hashes at once.

    Raises `HeldFromDeletion`, `AlreadyDone`, or `OSError` if the list of erased keys cannot be written. Nothing is
    deleted then.
    """
    _require_lead(by)
    if Hold.objects.active(timezone.localdate()).filter(enquiry=enquiry).exists():
        raise HeldFromDeletion
    add_to_list([enquiry.key_id])
    if not empty_enquiry(pk=enquiry.pk, by=by, detail=ground):
        raise AlreadyDone
    for request in DataRequest.objects.filter(enquiry=enquiry, kind=DataRequest.Kind.ERASURE).waiting():
        answer_request(request=request, by=by, outcome=DataRequest.Outcome.DONE)


@sensitive_variables()
def _printed(enquiry: Enquiry, with_safety: bool) -> Printed:
    events = list(enquiry.events.order_by("pk"))
    if enquiry.anonymised_at is not None:
        return Printed(enquiry, None, "", [], [], [], [], [], events)
    key = enquiry.data_key
    answers = PrivateAnswers.from_stored(key.open(enquiry.sealed_answers))
    safety = key.open(enquiry.sealed_safety_note) if with_safety and enquiry.sealed_safety_note else ""
    messages: list[tuple[SenderMessage, str]] = [
        (message, Unprinted(key.open(message.sealed_text)))
        for message in enquiry.sender_messages.all()
        if message.sealed_text
    ]
    notes: list[tuple[Note, str]] = [
        (note, Unprinted(key.open(note.sealed_text))) for note in enquiry.notes.select_related("written_by")
    ]
    keys = {enquiry.pk: key}
    return Printed(
        enquiry,
        answers,
        Unprinted(safety),
        messages,
        notes,
        open_attempts(keys),
        open_flags(keys) if with_safety else [],
        read_corrections(enquiry),
        events,
    )


def _require_lead(user: "AbstractUser") -> None:
    if not is_lead(user):
        raise PermissionDenied
