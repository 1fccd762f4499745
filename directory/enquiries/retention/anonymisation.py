"""Deleting names and words when their time has come. What is left counts and names nobody."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Field, Q
from django.utils import timezone

from directory.enquiries.key_store.keys import erase_keys
from directory.enquiries.models import AuditEvent, Enquiry, Hold
from directory.enquiries.storage.access_log import record_event

from .clock import find_doubts, remember_clock
from .rules import fields_to_empty, relations_to_delete
from .unclosed import due_unclosed, tell_leads

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

WITHDRAWN = str(Enquiry.CloseReason.WITHDRAWN)
# A run that would touch more than this share of what is kept is more likely a wrong clock than a busy day.
LARGEST_SHARE = 0.05
# Below this many a share says nothing.
SMALLEST_LIMIT = 20
SHORTEST_YEAR = timedelta(days=364)
PRACTICE_KEPT = timedelta(days=30)


class TooMuchAtOnce(Exception):
    """The run would delete more than a normal one, or the clock jumped. Nothing was deleted."""


@dataclass(frozen=True, slots=True)
class AnonymisationPlan:
    """What a run would do."""

    closed: list[Any]
    practice: list[Any]
    unclosed: list[Any]
    kept: int

    @property
    def due(self) -> list[Any]:
        return [*self.closed, *self.practice, *self.unclosed]

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
    """Which enquiries are due, those that a lead holds left out. Reads only."""
    today = timezone.localdate(now)
    kept = Enquiry.objects.filter(anonymised_at__isnull=True)
    free = kept.exclude(pk__in=Hold.objects.active(today).values("enquiry"))
    closed = free.closed().filter(closed_at__lte=now - SHORTEST_YEAR, is_practice=False).without_content()
    practice = free.filter(is_practice=True, received_at__lte=now - PRACTICE_KEPT)
    unclosed = due_unclosed(now).exclude(pk__in=Hold.objects.active(today).values("enquiry"))
    return AnonymisationPlan(
        closed=[enquiry.pk for enquiry in closed if (day := delete_on(enquiry)) is not None and day <= today],
        practice=list(practice.values_list("pk", flat=True)),
        unclosed=list(unclosed.values_list("pk", flat=True)),
        kept=kept.real().count(),
    )


def anonymise_due_enquiries(*, confirmed: int | None = None) -> int:
    """Empty what is due, tell leads of what will be, and return how many were emptied. Raises `TooMuchAtOnce`.

    `confirmed` is the number an operator has looked at and expects; it lifts the guard for exactly that many, not
    the one for a clock that nobody can believe.
    """
    now = timezone.now()
    _refuse_if_the_clock_jumped(now)
    plan = plan_anonymising(now)
    if confirmed != len(plan.due) and len(plan.due) > plan.limit:
        raise TooMuchAtOnce(
            f"{len(plan.due)} of {plan.kept} enquiries are due; a normal run has at most {plan.limit}."
        )
    count = sum(anonymise_enquiry(pk=pk) for pk in (*plan.closed, *plan.practice))
    count += sum(_anonymise_unclosed(pk, now) for pk in plan.unclosed)
    tell_leads(now)
    remember_clock(now)
    return count


def _anonymise_unclosed(pk: Any, now: datetime) -> bool:
    # Somebody may have opened it since the plan was made.
    if not due_unclosed(now).filter(pk=pk).exists():
        return False
    return empty_enquiry(pk=pk, detail="unclosed", reason=str(Enquiry.CloseReason.NO_CONTACT))


def anonymise_enquiry(*, pk: Any) -> bool:
    """Erase the key, the ciphertext and everything else about one closed or practice enquiry. Whether it was done."""
    finished = Q(closed_at__isnull=False) | Q(is_practice=True)
    held = Hold.objects.active(timezone.localdate()).values("enquiry")
    if not Enquiry.objects.filter(finished, pk=pk).exclude(pk__in=held).exists():
        return False
    return empty_enquiry(pk=pk)


def empty_enquiry(*, pk: Any, by: "AbstractUser | None" = None, detail: str = "", reason: str = WITHDRAWN) -> bool:
    """Delete names and words of one enquiry, and its key. Whether it was done now. One that is open is closed.

    The key goes last: a crash before it leaves one that `sweep_enquiry_keys` erases.
    """
    done = _empty(pk, by, detail, reason)
    if done:
        erase_keys(Enquiry.objects.filter(pk=pk).values_list("key_id", flat=True))
    return done


@transaction.atomic
def _empty(pk: Any, by: "AbstractUser | None", detail: str, reason: str) -> bool:
    now = timezone.now()
    emptied = {name: _empty_value(Enquiry._meta.get_field(name)) for name in fields_to_empty("enquiry")}
    due = Enquiry.objects.filter(pk=pk, anonymised_at__isnull=True)
    due.filter(closed_at__isnull=True).update(closed_at=now, close_reason=reason)
    if not due.update(anonymised_at=now, **emptied):
        return False
    enquiry = Enquiry.objects.get(pk=pk)
    for relation in relations_to_delete():
        relation.model._base_manager.filter(**{relation.name: enquiry}).delete()
    record_event(enquiry=enquiry, action=AuditEvent.Action.ANONYMISED, by=by, detail=detail)
    return True


def _empty_value(field: Field) -> Any:
    if field.null:
        return None
    return field.get_default() if field.has_default() else ""


def _refuse_if_the_clock_jumped(now: datetime) -> None:
    doubts = list(find_doubts(now))
    if doubts:
        raise TooMuchAtOnce(" ".join(["The clock may have jumped.", *doubts]))
