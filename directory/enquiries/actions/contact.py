"""Reaching people: attempts, questions to the sender, what was done, and whom we wait for."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import Channel, PrivateAnswers, SenderKind
from directory.enquiries.mail.messages import new_message_id
from directory.enquiries.models import AuditEvent, ContactAttempt, Enquiry, Note, OutboxMessage
from directory.enquiries.models.querysets import OPEN

from .changing import Logged, change, require_inbox, write_note

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


# Without a repr: error reports print objects.
@dataclass(frozen=True, slots=True, repr=False)
class Attempt:
    """One call, message or letter. The first four are values of `ContactAttempt`'s choices."""

    contacted: str
    means: str
    result: str
    direction: str = ContactAttempt.Direction.OUT
    said: str = ""


# After these the sender knows how it stands.
TELLS_SENDER = (
    (ContactAttempt.With.SENDER, ContactAttempt.Result.REACHED),
    (ContactAttempt.With.SENDER, ContactAttempt.Result.MESSAGE),
)


class SenderQuestion(NamedTuple):
    """A question to the sender; `is_mailed` is false where somebody still has to call."""

    enquiry: Enquiry
    is_mailed: bool


@sensitive_variables("attempt")
@transaction.atomic
def record_attempt(
    *, enquiry: Enquiry, by: "AbstractUser", attempt: Attempt, answers_it: bool = False, version: int | None = None
) -> ContactAttempt:
    """Keep who contacted whom, how, and what was said. `answers_it`: the sender has their answer, the clock stops."""
    require_inbox(by)
    values: dict[str, Any] = _stopped_clock(enquiry) if answers_it else {}
    if (attempt.contacted, attempt.result) in TELLS_SENDER:
        values["sender_told_at"] = timezone.now()
    logged = Logged(AuditEvent.Action.CONTACTED, "answered" if answers_it else "")
    changed = change(enquiry, by=by, version=version, when=OPEN, logged=logged, **values)
    return _write_attempt(changed, by, attempt)


@sensitive_variables("text", "answers", "address")
@transaction.atomic
def ask_sender(
    *, enquiry: Enquiry, by: "AbstractUser", text: str, until: date, version: int | None = None
) -> SenderQuestion:
    """Keep a question to the sender. If mail is safe they get one with the reference, and we wait until that day.

    Otherwise it is kept as something to do by phone, and nobody waits: it is our turn.
    """
    require_inbox(by)
    address = safe_address(enquiry.sender_kind, enquiry.unseal_answers())
    is_mailed = bool(address) and not enquiry.is_practice
    waits = {"waiting_for": Enquiry.WaitingFor.SENDER, "waiting_until": until} if address else {}
    logged = Logged(AuditEvent.Action.ASKED, "mailed" if address else "to do by phone")
    changed = change(enquiry, by=by, version=version, when=OPEN, logged=logged, **waits)
    if is_mailed:
        _owe_question(changed, address)
    means, result = (
        (ContactAttempt.Means.EMAIL, ContactAttempt.Result.MESSAGE)
        if address
        else (ContactAttempt.Means.PHONE, ContactAttempt.Result.TO_DO)
    )
    _write_attempt(changed, by, Attempt(ContactAttempt.With.SENDER, means, result, said=text))
    return SenderQuestion(changed, bool(address))


@sensitive_variables("text")
@transaction.atomic
def record_answer(
    *, enquiry: Enquiry, by: "AbstractUser", text: str, done_by: str, version: int | None = None
) -> Enquiry:
    """Keep what was done and by whom. The sender has their answer, so the clock stops."""
    require_inbox(by)
    changed = change(
        enquiry,
        by=by,
        version=version,
        when=OPEN,
        logged=Logged(AuditEvent.Action.ANSWERED),
        **_stopped_clock(enquiry),
    )
    write_note(changed, by, f"{text}\n\n{_('Done by: %(who)s') % {'who': done_by}}", Note.Kind.DONE)
    return changed


@transaction.atomic
def wait_for(
    *, enquiry: Enquiry, by: "AbstractUser", whom: str, until: date | None, version: int | None = None
) -> Enquiry:
    """Wait for somebody until a day has passed; until then it is not late. Waiting for nobody ends it."""
    whom = Enquiry.WaitingFor(whom) if whom else ""
    return change(
        enquiry,
        by=by,
        version=version,
        when=OPEN,
        logged=Logged(AuditEvent.Action.WAITING, whom or "ended"),
        waiting_for=whom,
        waiting_until=until if whom else None,
    )


@sensitive_variables()
def safe_address(sender_kind: str, answers: PrivateAnswers) -> str:
    """Where the sender said that a mail is safe; empty where they did not."""
    if sender_kind == SenderKind.PERSON:
        is_safe = answers.email_reference or Channel.EMAIL in answers.channels
        return (answers.sender_email or answers.email) if is_safe else ""
    return answers.sender_email if answers.email_reference else ""


def _stopped_clock(enquiry: Enquiry) -> dict[str, datetime]:
    """The first answer counts: a later one does not make it later."""
    return {} if enquiry.answered_at is not None else {"answered_at": timezone.now()}


@sensitive_variables("address")
def _owe_question(enquiry: Enquiry, address: str) -> None:
    """Owe one mail about open questions. While it has not been sent, another question needs no second one."""
    OutboxMessage.objects.filter(enquiry=enquiry, kind=OutboxMessage.Kind.QUESTION, sent_at__isnull=False).delete()
    OutboxMessage.objects.bulk_create(
        [
            OutboxMessage(
                enquiry=enquiry,
                kind=OutboxMessage.Kind.QUESTION,
                sealed_recipient=enquiry.data_key.seal(address),
                message_id=new_message_id(),
            )
        ],
        ignore_conflicts=True,
    )


@sensitive_variables("attempt")
def _write_attempt(enquiry: Enquiry, by: "AbstractUser", attempt: Attempt) -> ContactAttempt:
    sealed = enquiry.data_key.seal(asdict(attempt))
    return ContactAttempt.objects.create(enquiry=enquiry, made_by=by, sealed_text=sealed)
