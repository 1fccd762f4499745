"""What has happened to an enquiry, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.actions import open_enquiry
from directory.enquiries.actions.opening import OpenedAttempt, OpenedEnquiry
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.models import AuditEvent, ContactAttempt, Enquiry, OutboxMessage
from directory.enquiries.privacy.private_views import Unprinted

from .rows import moment_words

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

HISTORY_LENGTH = 50
Action = AuditEvent.Action
WORDS = {
    Action.RECEIVED: "Received",
    Action.OPENED: "{who} opened it",
    Action.CLAIMED: "{who} claimed it",
    Action.RELEASED: "{who} put it back to triage",
    Action.ASSIGNED: "{who} gave it to {whom}",
    Action.NOTED: "{who} wrote a note",
    Action.LATE_NOTED: "{who} wrote a late note",
    Action.CONTACT_SHOWN: "{who} had a contact detail shown",
    Action.CONTACTED: "{who} recorded a contact",
    Action.ASKED: "{who} asked the sender: {detail}",
    Action.ANSWERED: "{who} recorded what was done. The clock stopped",
    Action.WAITING: "{who} recorded a wait: {detail}",
    Action.FLAGGED: "{who} recorded a risk",
    Action.UNFLAGGED: "{who} lifted a risk",
    Action.SAFETY_ASKED: "{who} asked a lead for the safety note",
    Action.SAFETY_ALLOWED: "{who} allowed {whom} the safety note for a day",
    Action.SAFETY_REFUSED: "{who} refused {whom} the safety note",
    Action.SAFETY_SHOWN: "{who} read the safety note",
    Action.COMPARED: "{who} opened it to compare",
    Action.MERGED: "{who} merged it with another enquiry",
    Action.KEPT_APART: "{who} found that it is not the same as another",
    Action.QUARANTINED: "{who} put it into quarantine",
    Action.LET_THROUGH: "{who} let it through",
    Action.CLOSED: "{who} closed it",
    Action.REOPENED: "{who} opened it again",
    Action.LOOKED_UP: "The sender looked up how it stands",
    Action.SENDER_WROTE: "The sender wrote",
    Action.WITHDRAWN: "The sender withdrew it",
    Action.MESSAGE_READ: "{who} acknowledged what the sender wrote",
    Action.MESSAGE_DONE: "{who} dealt with what the sender wrote",
    Action.SENDER_TOLD: "The sender was told how it stands",
    Action.ANONYMISED: "Names and words were deleted",
    Action.HELD: "{who} kept it from deletion",
    Action.HOLD_LIFTED: "{who} no longer keeps it from deletion",
    Action.DATA_ASKED: "{who} recorded a request about data",
    Action.DATA_ANSWERED: "{who} answered a request about data",
    Action.DATA_PRINTED: "{who} printed it for the person",
    Action.DATA_CORRECTED: "{who} wrote a correction beside it",
    Action.LISTED: "{who} exported it in a list without names and words",
    Action.LOG_READ: "{who} looked it up in the access log",
    Action.STATEMENT_MADE: "{who} made a statement for the sender",
}
NAMES_WHOM = (Action.ASSIGNED, Action.SAFETY_ALLOWED, Action.SAFETY_REFUSED)
# Each of these leaves the enquiry with one more version.
CHANGES = (
    Action.CLAIMED,
    Action.RELEASED,
    Action.ASSIGNED,
    Action.NOTED,
    Action.LATE_NOTED,
    Action.CONTACTED,
    Action.ASKED,
    Action.ANSWERED,
    Action.WAITING,
    Action.FLAGGED,
    Action.UNFLAGGED,
    Action.MERGED,
    Action.KEPT_APART,
    Action.QUARANTINED,
    Action.LET_THROUGH,
    Action.CLOSED,
    Action.REOPENED,
    Action.SENDER_WROTE,
    Action.WITHDRAWN,
    Action.MESSAGE_READ,
    Action.MESSAGE_DONE,
)


@dataclass(frozen=True, slots=True, repr=False)
class HistoryLine:
    """One thing that happened, or the same thing several times in a row; `text` is what was written then."""

    at: datetime
    words: str
    when: str = ""
    is_late: bool = False
    text: str = ""


def history_of(opened: OpenedEnquiry, user: "AbstractUser") -> list[HistoryLine]:
    """What has happened to an enquiry, newest first. Repeated openings share a line; the access log has them all."""
    enquiry = opened.enquiry
    events = list(enquiry.events.exclude(action=Action.CONTACTED).order_by("-pk")[:HISTORY_LENGTH])
    lines = event_lines(events, user) if not enquiry.is_practice else _practice_lines(enquiry)
    lines += [HistoryLine(attempt.row.made_at, attempt_words(attempt)) for attempt in opened.attempts]
    mails = enquiry.outbox.exclude(kind=OutboxMessage.Kind.NOTICE).filter(sent_at__isnull=False)
    lines += [HistoryLine(at, MAILED[kind]) for at, kind in mails.values_list("sent_at", "kind") if kind in MAILED]
    lines += _missed(enquiry)
    lines.sort(key=lambda line: line.at, reverse=True)
    return [_joined(list(group)) for _, group in groupby(lines, key=lambda line: line.words)]


MAILED = {
    OutboxMessage.Kind.RECEIPT: "Reference mailed to the sender",
    OutboxMessage.Kind.QUESTION: "Mailed the sender that we have a question",
    OutboxMessage.Kind.UPDATE: "Mailed the sender how it stands",
}


def event_lines(events: Iterable[AuditEvent], user: "AbstractUser") -> list[HistoryLine]:
    """Lines of the access log in words."""
    events = list(events)
    keys = {event.detail for event in events if event.action in NAMES_WHOM and event.detail.isdigit()}
    users = get_user_model().objects.in_bulk([int(key) for key in keys]) if keys else {}
    named = {str(pk): "you" if pk == user.pk else str(found) for pk, found in users.items()}
    return [HistoryLine(event.at, event_words(event, user, named)) for event in events]


def event_words(event: AuditEvent, user: "AbstractUser", named: dict[str, str]) -> str:
    """One line of the access log. named: what users whose key is in a line are called."""
    who = "You" if event.actor_id == user.pk else event.actor_name or "Someone"
    details = {"ended": "nobody", **dict(Enquiry.WaitingFor.choices)}
    detail = details.get(event.detail, event.detail)
    words = WORDS.get(event.action, event.get_action_display())
    words = words.format(who=who, whom=named.get(event.detail, "a colleague"), detail=detail.lower())
    if event.action == Action.CLOSED and event.detail:
        # Reasons that are no longer offered stay in the log.
        words += f": {dict(Enquiry.CloseReason.choices).get(event.detail, event.detail.replace('_', ' '))}"
    return words


@sensitive_variables("values")
def attempt_words(attempt: OpenedAttempt) -> str:
    """A call or message: who with whom, how, and what came of it."""
    values = attempt.values
    who = str(attempt.row.made_by or "Someone who has left")
    whom = ContactAttempt.With(values["contacted"]).label.lower()
    means = ContactAttempt.Means(values["means"]).label
    result = ContactAttempt.Result(values["result"]).label.lower()
    if values["direction"] == ContactAttempt.Direction.IN:
        whom = whom[0].upper() + whom[1:]
        return f"{whom} contacted {who}. {means}: {result}"
    return f"{who} to {whom}. {means}: {result}"


@sensitive_variables("opened", "texts")
def read_changes(enquiry: Enquiry, *, since: int | None, user: "AbstractUser") -> list[HistoryLine]:
    """What was done to an enquiry after the version that a form was made from, with what was written, oldest first.

    Reading what was written is on the record like any other reading.
    """
    count = max(enquiry.version - (since or 0), 0)
    events = list(enquiry.events.filter(action__in=CHANGES).order_by("-pk")[: min(count, HISTORY_LENGTH)])
    if not events or since is None:
        return []
    begin = events[-1].at
    lines = event_lines(events, user)
    try:
        opened = open_enquiry(enquiry=enquiry, by=user)
    except UnreadableContent:
        opened = OpenedEnquiry(enquiry, None, [], begin)
    lines += [
        HistoryLine(note.written_at, f"{note.written_by}: {note.get_kind_display().lower()}", text=text)
        for note, text in opened.notes
        if note.written_at >= begin
    ]
    lines += [
        HistoryLine(attempt.row.made_at, attempt_words(attempt), text=Unprinted(attempt.values["said"]))
        for attempt in opened.attempts
        if attempt.row.made_at >= begin
    ]
    return [_joined([line]) for line in sorted(lines, key=lambda line: line.at)]


def _missed(enquiry: Enquiry) -> list[HistoryLine]:
    due, end = enquiry.answer_due_at, enquiry.answered_at or enquiry.closed_at or timezone.now()
    return [HistoryLine(due, "Answer was due", is_late=True)] if due and due < end else []


def _practice_lines(enquiry: Enquiry) -> list[HistoryLine]:
    """An invented enquiry leaves no line in the access log: what its columns tell."""
    told = (
        (enquiry.received_at, "Received"),
        (enquiry.claimed_at, "Claimed"),
        (enquiry.answered_at, "What was done was recorded"),
        (enquiry.quarantined_at, "Put into quarantine"),
        (enquiry.closed_at, "Closed"),
    )
    return [HistoryLine(at, words) for at, words in told if at is not None]


def _joined(lines: list[HistoryLine]) -> HistoryLine:
    newest = lines[0]
    words = newest.words if len(lines) == 1 else f"{newest.words}, {len(lines)} times in a row"
    return HistoryLine(newest.at, words, moment_words(newest.at, timezone.now()), newest.is_late, newest.text)
