"""What the page says about an enquiry: where it stands, what was done, what comes next and by when.

Whoever finds the page open learns no name, no word, and of the end no more than whether it led to a place.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.models.querysets import FOLLOWED_FOR, TOLD_WITHIN
from directory.enquiries.reply_times.wording import day_words, moment_words, past_words
from directory.enquiries.reply_times.working_days import (
    SERVICE_REPLY_WORKING_DAYS,
    reply_due,
    working_day_after,
)

# In minutes.
HOUR, DAY = 60, 24 * 60
DONE, NOW, AHEAD = "done", "now", "ahead"
YES = {Enquiry.CloseReason.PLANNED}
NOT_THIS_TIME = {Enquiry.CloseReason.DECLINED, Enquiry.CloseReason.NO_SERVICE}
WITH = {
    Enquiry.WaitingFor.SENDER: lazy("We have a question for you"),
    Enquiry.WaitingFor.SERVICE: lazy("With the service"),
    Enquiry.WaitingFor.SOMEONE_ELSE: lazy("With someone we asked"),
}


@dataclass(frozen=True, slots=True)
class StatusStage:
    """One thing that has happened or is to happen. `state`: "done", "now" or "ahead"."""

    title: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class EnquiryProgress:
    """The whole page. `open_until`: the last day on which the page can be looked up, once it has ended."""

    heading: str
    lede: str
    stages: tuple[StatusStage, ...]
    open_until: date | None = None
    is_open: bool = True


def progress_of(enquiry: Enquiry, now: datetime) -> EnquiryProgress:
    """How an enquiry stands. One that was merged stands as the other does, of which its sender learns nothing."""
    work = enquiry
    # What its sender took back stays theirs, and what it was merged into may have been merged in turn.
    while work.merged_into is not None and enquiry.withdrawn_at is None:
        work = work.merged_into
    stages = _with_now([_received(enquiry), _read(enquiry, now), _with_whom(work), _answered(work), _end(work)])
    heading, lede = _heading(work, now)
    closed = enquiry.closed_at
    until = timezone.localdate(closed + FOLLOWED_FOR) if closed else None
    is_open = closed is None and enquiry.withdrawn_at is None
    return EnquiryProgress(heading, lede, tuple(stages), until, is_open)


def told_by(enquiry: Enquiry) -> date:
    """The day by which the sender hears again how it stands, whatever happens."""
    return timezone.localdate((enquiry.sender_told_at or enquiry.received_at) + TOLD_WITHIN)


def count_readers(enquiry: Enquiry) -> int:
    """How many people here have opened it."""
    opened = AuditEvent.objects.filter(enquiry=enquiry, action=AuditEvent.Action.OPENED)
    return opened.aggregate(people=Count("actor_id", distinct=True))["people"]


def read_due(enquiry: Enquiry) -> datetime:
    """When somebody has read it at the latest."""
    return enquiry.answer_due_at or reply_due(enquiry.received_at, enquiry.postcode_district)


def _heading(enquiry: Enquiry, now: datetime) -> tuple[str, str]:
    if enquiry.closed_at is not None:
        return _end_heading(enquiry)
    if enquiry.withdrawn_at is not None:
        return _("Withdrawn"), _("You withdrew it, and nobody works on it any more.")
    if enquiry.waiting_for:
        return WITH[Enquiry.WaitingFor(enquiry.waiting_for)], _waiting_words(enquiry)
    if enquiry.first_opened_at is not None:
        return _("Read by a person"), _("You hear from us by %(day)s. You do not need to do anything.") % {
            "day": _answer_by(enquiry)
        }
    due = read_due(enquiry)
    if due < now:
        return _("Received"), _(
            "Nobody has read it yet, and that is later than we promised. It stands first in the list."
        )
    return _("Received"), _("Somebody reads it by %(moment_words)s. You do not need to do anything.") % {
        "moment_words": moment_words(due, now)
    }


def _end_heading(enquiry: Enquiry) -> tuple[str, str]:
    reason = Enquiry.CloseReason(enquiry.close_reason)
    if reason == Enquiry.CloseReason.WITHDRAWN:
        return _("Withdrawn"), _("It was withdrawn, and nobody works on it any more.")
    if reason in YES:
        return _("Yes: they have a place"), _("The enquiry has what it asked for, and is closed.")
    if reason in NOT_THIS_TIME:
        return _("Not this time"), _("No service could take it now. You can send another enquiry at any time.")
    return _("Ended"), _("It is closed. Ask us, in the way you know is safe, if you want to know more.")


def _waiting_words(enquiry: Enquiry) -> str:
    if enquiry.waiting_for == Enquiry.WaitingFor.SENDER:
        return _("We asked in the way you said is safe. You can answer there, or add something here.")
    if not enquiry.waiting_until:
        return _("We wait for their answer.")
    day = {"day": day_words(enquiry.waiting_until)}
    if enquiry.waiting_for == Enquiry.WaitingFor.SERVICE:
        return _("They answer by %(day)s. You do not need to do anything.") % day
    return _("We expect to hear by %(day)s. You do not need to do anything.") % day


def _received(enquiry: Enquiry) -> StatusStage:
    return StatusStage(_("Received"), past_words(enquiry.received_at), DONE)


def _read(enquiry: Enquiry, now: datetime) -> StatusStage:
    opened = enquiry.first_opened_at
    if opened is None:
        return StatusStage(
            _("Read by a person"),
            _("By %(moment_words)s") % {"moment_words": moment_words(read_due(enquiry), now)},
            AHEAD,
        )
    took = duration_words(opened - enquiry.received_at)
    return StatusStage(
        _("Read by a person"),
        _("%(past_words)s. That took %(took)s.") % {"past_words": past_words(opened), "took": took},
        DONE,
    )


def _with_whom(enquiry: Enquiry) -> StatusStage:
    if enquiry.waiting_for and enquiry.closed_at is None:
        return StatusStage(WITH[Enquiry.WaitingFor(enquiry.waiting_for)], _waiting_words(enquiry), DONE)
    over = enquiry.answered_at is not None or enquiry.closed_at is not None
    text = _("Somebody worked on it.") if over else _("We look for a service that fits, and ask it.")
    return StatusStage(_("With whom it is"), text, DONE if over else AHEAD)


def _answered(enquiry: Enquiry) -> StatusStage:
    if enquiry.answered_at is not None:
        return StatusStage(_("Answered"), past_words(enquiry.answered_at), DONE)
    if enquiry.closed_at is not None:
        return StatusStage(_("Answered"), _("It ended first."), DONE)
    return StatusStage(
        _("Answered"),
        _("By %(day)s: yes, a question, or somewhere better.") % {"day": _answer_by(enquiry)},
        AHEAD,
    )


def _end(enquiry: Enquiry) -> StatusStage:
    if enquiry.closed_at is not None:
        return StatusStage(_("How it ended"), f"{past_words(enquiry.closed_at)}. {_end_heading(enquiry)[0]}.", DONE)
    return StatusStage(
        _("How it ended"),
        _("By %(day_words)s we tell you how it stands, whatever happens.")
        % {"day_words": day_words(told_by(enquiry))},
        AHEAD,
    )


def _answer_by(enquiry: Enquiry) -> str:
    received = timezone.localdate(enquiry.received_at)
    return day_words(working_day_after(received, SERVICE_REPLY_WORKING_DAYS, enquiry.postcode_district))


def _with_now(stages: list[StatusStage]) -> list[StatusStage]:
    """With the last stage that is done marked as where it stands now."""
    last = max(place for place, stage in enumerate(stages) if stage.state == DONE)
    return [
        StatusStage(stage.title, stage.text, NOW if place == last else DONE if place < last else AHEAD)
        for place, stage in enumerate(stages)
    ]


def duration_words(length: timedelta) -> str:
    """How long something took, as coarse as people say it."""
    minutes = max(int(length.total_seconds() // 60), 0)
    if minutes >= DAY:
        return ngettext("%(number)s day", "%(number)s days", minutes // DAY) % {"number": minutes // DAY}
    if minutes >= HOUR:
        return ngettext("%(number)s hour", "%(number)s hours", minutes // HOUR) % {"number": minutes // HOUR}
    return ngettext("%(number)s minute", "%(number)s minutes", max(minutes, 1)) % {"number": max(minutes, 1)}
