"""Deleting names and words when their time has come. What is left counts and names nobody."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Field, Q
from django.utils import timezone

from directory.enquiries.key_store.keys import erase_keys
from directory.enquiries.models import AuditEvent, Enquiry, KeptApart
from directory.enquiries.storage.access_log import record_event

from .rules import fields_to_empty

# A run that would touch more than this share of what is kept is more likely a wrong clock than a busy day.
LARGEST_SHARE = 0.05
# Below this many a share says nothing.
SMALLEST_LIMIT = 20
SHORTEST_YEAR = timedelta(days=364)
LONGEST_CLOCK_GAP = timedelta(days=31)


class TooMuchAtOnce(Exception):
    """The run would delete more than a normal one, or the clock jumped. Nothing was deleted."""


@dataclass(frozen=True, slots=True)
class AnonymisationPlan:
    """What a run would do."""

    due: list[Any]
    kept: int

    @property
    def limit(self) -> int:
        return max(SMALLEST_LIMIT, int(self.kept * LARGEST_SHARE))


def delete_on(enquiry: Enquiry) -> date | None:
    """The day names and words of a closed enquiry are deleted; None while it is open or after it was done."""
    if enquiry.closed_at is None or enquiry.anonymised_at is not None:
        return None
    # The 29th of February has no anniversary; relativedelta takes the day before, which keeps the promise.
    return timezone.localdate(enquiry.closed_at) + relativedelta(years=1)


def plan_anonymising(now: datetime) -> AnonymisationPlan:
    """Which enquiries are due. Reads only."""
    kept = Enquiry.objects.real().filter(anonymised_at__isnull=True)
    closed = kept.closed().filter(closed_at__lte=now - SHORTEST_YEAR).without_content()
    today = timezone.localdate(now)
    return AnonymisationPlan(due=[enquiry.pk for enquiry in closed if delete_on(enquiry) <= today], kept=kept.count())


def anonymise_due_enquiries(*, confirmed: int | None = None) -> int:
    """Anonymise what is due and return how many. Raises `TooMuchAtOnce`.

    `confirmed` is the number an operator has looked at and expects; it lifts the guard for exactly that many.
    """
    now = timezone.now()
    plan = plan_anonymising(now)
    if confirmed != len(plan.due):
        _refuse_if_unusual(plan, now)
    return sum(anonymise_enquiry(pk=pk) for pk in plan.due)


def anonymise_enquiry(*, pk: Any) -> bool:
    """Erase the key, the ciphertext, the notes and the mails of one closed enquiry. Whether it was done now.

    The key goes last: a crash before it leaves one that `sweep_keys` erases.
    """
    done = _empty(pk)
    if done:
        erase_keys(Enquiry.objects.filter(pk=pk).values_list("key_id", flat=True))
    return done


@transaction.atomic
def _empty(pk: Any) -> bool:
    emptied = {name: _empty_value(Enquiry._meta.get_field(name)) for name in fields_to_empty("enquiry")}
    due = Enquiry.objects.closed().filter(pk=pk, anonymised_at__isnull=True)
    if not due.update(anonymised_at=timezone.now(), **emptied):
        return False
    enquiry = Enquiry.objects.get(pk=pk)
    for rows in (
        enquiry.notes,
        enquiry.contact_attempts,
        enquiry.risk_flags,
        enquiry.safety_note_requests,
        enquiry.outbox,
        enquiry.unsaved_texts,
    ):
        rows.all().delete()
    KeptApart.objects.filter(Q(first=enquiry) | Q(second=enquiry)).delete()
    record_event(enquiry=enquiry, action=AuditEvent.Action.ANONYMISED)
    return True


def _empty_value(field: Field) -> Any:
    if field.null:
        return None
    return field.get_default() if field.has_default() else ""


def _refuse_if_unusual(plan: AnonymisationPlan, now: datetime) -> None:
    if len(plan.due) > plan.limit:
        raise TooMuchAtOnce(
            f"{len(plan.due)} of {plan.kept} enquiries are due; a normal run has at most {plan.limit}."
        )
    newest = AuditEvent.objects.order_by("-pk").values_list("at", flat=True).first()
    if plan.due and newest is not None and not newest <= now <= newest + LONGEST_CLOCK_GAP:
        raise TooMuchAtOnce("The clock is far from the last line of the access log.")
