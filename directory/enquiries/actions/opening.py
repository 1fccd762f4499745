"""Reading an enquiry. Nobody reads without a trace."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import PrivateAnswers
from directory.enquiries.content.encryption import DataKey
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.keys import keys_with_contact, open_keys
from directory.enquiries.models import AuditEvent, ContactAttempt, Enquiry, Note, RiskFlag
from directory.enquiries.models.querysets import EnquiryQuerySet
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.storage.access_log import record_event

from .changing import current, require_inbox
from .merging import all_merged_into

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclass(frozen=True, slots=True, repr=False)
class OpenedAttempt:
    """A contact attempt, decrypted."""

    row: ContactAttempt
    values: dict[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class OpenedFlag:
    """A risk, decrypted."""

    row: RiskFlag
    kind: str
    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class OpenedEnquiry:
    """An enquiry whose view is on the record. `answers` is None once names and words were deleted.

    Notes and attempts are also those of enquiries that were merged into it.
    """

    enquiry: Enquiry
    answers: PrivateAnswers | None
    notes: list[tuple[Note, str]]
    opened_at: datetime
    attempts: list[OpenedAttempt] = field(default_factory=list)
    flags: list[OpenedFlag] = field(default_factory=list)


@sensitive_variables("answers", "keys", "notes")
def open_enquiry(*, enquiry: Enquiry, by: "AbstractUser", action: str = AuditEvent.Action.OPENED) -> OpenedEnquiry:
    """Show an enquiry to a moderator.

    The view is committed to the access log before anything is decrypted: if it cannot be, nothing is shown.
    """
    require_inbox(by)
    merged = [other for other in all_merged_into(enquiry) if other.anonymised_at is None]
    with transaction.atomic(durable=True):
        Enquiry.objects.filter(pk=enquiry.pk, first_opened_at=None).update(first_opened_at=timezone.now())
        for other in merged:
            record_event(enquiry=other, action=action, by=by)
        event = record_event(enquiry=enquiry, action=action, by=by)
    now = current(enquiry)
    if now.anonymised_at is not None:
        return OpenedEnquiry(now, None, [], event.at)
    own = now.data_key
    answers = PrivateAnswers.from_stored(own.open(now.sealed_answers))
    keys = {now.pk: own, **_keys_of(merged)}
    notes = [
        (note, Unprinted(keys[note.enquiry_id].open(note.sealed_text)))
        for note in Note.objects.filter(enquiry__in=keys).select_related("written_by", "enquiry")
    ]
    return OpenedEnquiry(now, answers, notes, event.at, open_attempts(keys), open_flags(keys))


@sensitive_variables("contact")
@transaction.atomic
def find_by_contact(*, contact: ContactPoint, by: "AbstractUser") -> EnquiryQuerySet:
    """The enquiries of a phone number or an e-mail address. On the record as a search, with how many were found."""
    require_inbox(by)
    found = Enquiry.objects.visible_to(by).of_keys(keys_with_contact(contact)).without_content()
    detail = f"{contact.kind}: {found.count()}"
    record_event(enquiry=None, action=AuditEvent.Action.SEARCHED, by=by, detail=detail)
    return found


def _keys_of(enquiries: list[Enquiry]) -> dict[Any, DataKey]:
    keys = open_keys(enquiry.key_id for enquiry in enquiries) if enquiries else {}
    return {enquiry.pk: keys[enquiry.key_id] for enquiry in enquiries if enquiry.key_id in keys}


@sensitive_variables()
def open_attempts(keys: dict[Any, DataKey]) -> list[OpenedAttempt]:
    """The contact attempts of enquiries by their keys, oldest first. Whoever asks has put the view on the record."""
    rows = ContactAttempt.objects.filter(enquiry__in=keys).select_related("made_by", "enquiry")
    return [OpenedAttempt(row, keys[row.enquiry_id].open(row.sealed_text)) for row in rows]


@sensitive_variables()
def open_flags(keys: dict[Any, DataKey]) -> list[OpenedFlag]:
    """The risks of enquiries by their keys, oldest first. Whoever asks has put the view on the record."""
    rows = RiskFlag.objects.filter(enquiry__in=keys).select_related("raised_by", "lifted_by", "enquiry")
    opened = []
    for row in rows:
        values = keys[row.enquiry_id].open(row.sealed_text)
        opened.append(OpenedFlag(row, RiskFlag.Kind(values["kind"]).label, Unprinted(values["reason"])))
    return opened
