"""What the page of one enquiry shows beside its content."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage
from directory.enquiries.models.querysets import Status

from .listing import moment_words

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

HISTORY_LENGTH = 50
WORDS = {
    AuditEvent.Action.RECEIVED: "Received",
    AuditEvent.Action.OPENED: "{who} opened it",
    AuditEvent.Action.CLAIMED: "{who} claimed it",
    AuditEvent.Action.RELEASED: "{who} put it back to triage",
    AuditEvent.Action.NOTED: "{who} wrote a note",
    AuditEvent.Action.CLOSED: "{who} closed it",
    AuditEvent.Action.LOOKED_UP: "The sender looked up how it stands",
    AuditEvent.Action.SENDER_WROTE: "The sender wrote",
    AuditEvent.Action.WITHDRAWN: "The sender withdrew it",
    AuditEvent.Action.SENDER_TOLD: "The sender was told how it stands",
    AuditEvent.Action.ANONYMISED: "Names and words were deleted",
    AuditEvent.Action.HELD: "{who} kept it from deletion",
    AuditEvent.Action.HOLD_LIFTED: "{who} no longer keeps it from deletion",
    AuditEvent.Action.DATA_ASKED: "{who} recorded a request about data",
    AuditEvent.Action.DATA_ANSWERED: "{who} answered a request about data",
    AuditEvent.Action.DATA_PRINTED: "{who} printed it for the person",
    AuditEvent.Action.DATA_CORRECTED: "{who} wrote a correction beside it",
    AuditEvent.Action.LISTED: "{who} exported it in a list without names and words",
    AuditEvent.Action.LOG_READ: "{who} looked it up in the access log",
    AuditEvent.Action.STATEMENT_MADE: "{who} made a statement for the sender",
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, or the same thing several times in a row."""

    at: datetime
    words: str
    when: str = ""


def history_of(enquiry: Enquiry, user: "AbstractUser") -> list[HistoryLine]:
    """What has happened to an enquiry, newest first. Repeated openings share a line; the access log has them all."""
    lines = [
        HistoryLine(event.at, _event_words(event, user)) for event in enquiry.events.order_by("-pk")[:HISTORY_LENGTH]
    ]
    mailed = enquiry.outbox.filter(kind=OutboxMessage.Kind.RECEIPT, sent_at__isnull=False)
    lines += [HistoryLine(at, "Reference mailed to the sender") for at in mailed.values_list("sent_at", flat=True)]
    lines.sort(key=lambda line: line.at, reverse=True)
    return [_joined(list(group)) for _, group in groupby(lines, key=lambda line: line.words)]


def _joined(lines: list[HistoryLine]) -> HistoryLine:
    newest = lines[0]
    words = newest.words if len(lines) == 1 else f"{newest.words}, {len(lines)} times in a row"
    return HistoryLine(newest.at, words, moment_words(newest.at, timezone.now()))


def next_steps_context(enquiry: Enquiry, user: "AbstractUser") -> dict[str, Any]:
    """What this user may do next."""
    is_open = enquiry.status != Status.CLOSED
    is_mine = is_open and enquiry.claimed_by_id == user.pk
    return {
        "is_open": is_open,
        "is_mine": is_mine,
        "is_free": enquiry.status == Status.TO_TRIAGE,
        "is_others": enquiry.status == Status.CLAIMED and not is_mine,
    }


def _event_words(event: AuditEvent, user: "AbstractUser") -> str:
    who = "You" if event.actor_id == user.pk else event.actor_name or "Someone"
    words = WORDS[AuditEvent.Action(event.action)].format(who=who)
    if event.action == AuditEvent.Action.CLOSED and event.detail:
        # Reasons that are no longer offered stay in the log.
        words += f": {dict(Enquiry.CloseReason.choices).get(event.detail, event.detail.replace('_', ' '))}"
    return words
