"""What has happened to an enquiry, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
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
    Action.RECEIVED: lazy("Received"),
    Action.OPENED: lazy("{who} opened it"),
    Action.CLAIMED: lazy("{who} claimed it"),
    Action.RELEASED: lazy("{who} put it back to triage"),
    Action.ASSIGNED: lazy("{who} gave it to {whom}"),
    Action.NOTED: lazy("{who} wrote a note"),
    Action.LATE_NOTED: lazy("{who} wrote a late note"),
    Action.CONTACT_SHOWN: lazy("{who} had a contact detail shown"),
    Action.CONTACTED: lazy("{who} recorded a contact"),
    Action.ASKED: lazy("{who} asked the sender: {detail}"),
    Action.ANSWERED: lazy("{who} recorded what was done. The clock stopped"),
    Action.WAITING: lazy("{who} recorded a wait: {detail}"),
    Action.FLAGGED: lazy("{who} recorded a risk"),
    Action.UNFLAGGED: lazy("{who} lifted a risk"),
    Action.SAFETY_ASKED: lazy("{who} asked a lead for the safety note"),
    Action.SAFETY_ALLOWED: lazy("{who} allowed {whom} the safety note for a day"),
    Action.SAFETY_REFUSED: lazy("{who} refused {whom} the safety note"),
    Action.SAFETY_SHOWN: lazy("{who} read the safety note"),
    Action.COMPARED: lazy("{who} opened it to compare"),
    Action.MERGED: lazy("{who} merged it with another enquiry"),
    Action.KEPT_APART: lazy("{who} found that it is not the same as another"),
    Action.QUARANTINED: lazy("{who} put it into quarantine"),
    Action.LET_THROUGH: lazy("{who} let it through"),
    Action.CLOSED: lazy("{who} closed it"),
    Action.REOPENED: lazy("{who} opened it again"),
    Action.LOOKED_UP: lazy("The sender looked up how it stands"),
    Action.SENDER_WROTE: lazy("The sender wrote"),
    Action.WITHDRAWN: lazy("The sender withdrew it"),
    Action.MESSAGE_READ: lazy("{who} acknowledged what the sender wrote"),
    Action.MESSAGE_DONE: lazy("{who} dealt with what the sender wrote"),
    Action.SENDER_TOLD: lazy("The sender was told how it stands"),
    Action.ANONYMISED: lazy("Names and words were deleted"),
    Action.HELD: lazy("{who} kept it from deletion"),
    Action.HOLD_LIFTED: lazy("{who} no longer keeps it from deletion"),
    Action.DATA_ASKED: lazy("{who} recorded a request about data"),
    Action.DATA_ANSWERED: lazy("{who} answered a request about data"),
    Action.DATA_PRINTED: lazy("{who} printed it for the person"),
    Action.DATA_CORRECTED: lazy("{who} wrote a correction beside it"),
    Action.LISTED: lazy("{who} exported it in a list without names and words"),
    Action.LOG_READ: lazy("{who} looked it up in the access log"),
    Action.STATEMENT_MADE: lazy("{who} made a statement for the sender"),
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
    return [_joined(list(group)) for _unused, group in groupby(lines, key=lambda line: line.words)]


MAILED = {
    OutboxMessage.Kind.RECEIPT: lazy("Reference mailed to the sender"),
    OutboxMessage.Kind.QUESTION: lazy("Mailed the sender that we have a question"),
    OutboxMessage.Kind.UPDATE: lazy("Mailed the sender how it stands"),
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
    who = _("You") if event.actor_id == user.pk else event.actor_name or _("Someone")
    details = {"ended": "nobody", **dict(Enquiry.WaitingFor.choices)}
    detail = details.get(event.detail, event.detail)
    words = WORDS.get(event.action, event.get_action_display())
    words = words.format(who=who, whom=named.get(event.detail, _("a colleague")), detail=detail.lower())
    if event.action == Action.CLOSED and event.detail:
        # Reasons that are no longer offered stay in the log.
        words += f": {dict(Enquiry.CloseReason.choices).get(event.detail, event.detail.replace('_', ' '))}"
    return words


@sensitive_variables("values")
def attempt_words(attempt: OpenedAttempt) -> str:
    """A call or message: who with whom, how, and what came of it."""
    values = attempt.values
    who = str(attempt.row.made_by or _("Someone who has left"))
    whom = ContactAttempt.With(values["contacted"]).label.lower()
    means = ContactAttempt.Means(values["means"]).label
    result = ContactAttempt.Result(values["result"]).label.lower()
    if values["direction"] == ContactAttempt.Direction.IN:
        whom = whom[0].upper() + whom[1:]
        return _("%(whom)s contacted %(who)s. %(means)s: %(result)s") % {
            "whom": whom,
            "who": who,
            "means": means,
            "result": result,
        }
    return _("%(who)s to %(whom)s. %(means)s: %(result)s") % {
        "who": who,
        "whom": whom,
        "means": means,
        "result": result,
    }


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
    return [HistoryLine(due, _("Answer was due"), is_late=True)] if due and due < end else []


def _practice_lines(enquiry: Enquiry) -> list[HistoryLine]:
    """An invented enquiry leaves no line in the access log: what its columns tell."""
    told = (
        (enquiry.received_at, _("Received")),
        (enquiry.claimed_at, _("Claimed")),
        (enquiry.answered_at, _("What was done was recorded")),
        (enquiry.quarantined_at, _("Put into quarantine")),
        (enquiry.closed_at, _("Closed")),
    )
    return [HistoryLine(at, words) for at, words in told if at is not None]


def _joined(lines: list[HistoryLine]) -> HistoryLine:
    newest = lines[0]
    words = (
        newest.words
        if len(lines) == 1
        else _("%(words)s, %(number)s times in a row") % {"words": newest.words, "number": len(lines)}
    )
    return HistoryLine(newest.at, words, moment_words(newest.at, timezone.now()), newest.is_late, newest.text)
