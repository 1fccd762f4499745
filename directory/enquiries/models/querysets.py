"""Reads of enquiries, as verbs. Everything staff see starts at `visible_to`.

No verb of a queue shows invented enquiries, which somebody practises with.
"""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Case, CharField, Count, F, Q, QuerySet, TextChoices, TextField, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from .access import works_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

REAL = Q(is_practice=False)
CLOSED = Q(closed_at__isnull=False)
HELD = Q(closed_at__isnull=True, quarantined_at__isnull=False)
OPEN = Q(closed_at__isnull=True, quarantined_at__isnull=True)
# A claim whose moderator's account was deleted is nobody's claim: the enquiry is back in triage, not lost.
CLAIMED = OPEN & Q(claimed_by__isnull=False)
TO_TRIAGE = OPEN & Q(claimed_by__isnull=True)
# Whoever withdrew it waits for no answer.
UNANSWERED = Q(answered_at__isnull=True, withdrawn_at__isnull=True)
URGENT = OPEN & UNANSWERED & Q(is_urgent=True)
# The tables of lists carry everything but what is sealed.
SEALED = ("sealed_answers", "sealed_safety_note")
FOLLOWED_FOR = timedelta(days=90)
TOLD_WITHIN = timedelta(days=30)


class Status(TextChoices):
    TO_TRIAGE = "to_triage", lazy("To triage")
    CLAIMED = "claimed", lazy("Claimed")
    QUARANTINED = "quarantined", lazy("In quarantine")
    CLOSED = "closed", lazy("Closed")


def waiting_now(now: datetime) -> Q:
    """Waiting for somebody, and the day until which has not passed."""
    return Q(waiting_for__gt="") & (Q(waiting_until__isnull=True) | Q(waiting_until__gte=timezone.localdate(now)))


def wait_over(now: datetime) -> Q:
    """Waited for somebody longer than was meant."""
    return Q(waiting_for__gt="", waiting_until__lt=timezone.localdate(now))


def overdue(now: datetime) -> Q:
    """The answer is late, or what was waited for did not come. Whoever still waits is not late."""
    return OPEN & (wait_over(now) | (UNANSWERED & Q(answer_due_at__lt=now) & ~waiting_now(now)))


def silent_for_long(now: datetime) -> Q:
    """Open for thirty days since the sender heard how it stands. Whoever withdrew it need not hear."""
    since = now - TOLD_WITHIN
    never_told = Q(sender_told_at__isnull=True, received_at__lte=since)
    return OPEN & Q(withdrawn_at__isnull=True) & (Q(sender_told_at__lte=since) | never_told)


def sender_waits(now: datetime) -> Q:
    """The sender wrote and nobody has dealt with it, also after the end, or they have not heard for long."""
    messages = apps.get_model("enquiries.SenderMessage").objects.unhandled()
    return Q(pk__in=messages.values("enquiry")) | silent_for_long(now)


class EnquiryQuerySet(QuerySet):
    def visible_to(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """Enquiries this user may list and open: all for whoever has access, none for anyone else."""
        return self.all() if works_inbox(user) else self.none()

    def with_status(self) -> "EnquiryQuerySet":
        """Adds `status`, derived from who did what and when."""
        return self.annotate(
            status=Case(
                When(CLOSED, then=Value(Status.CLOSED.value)),
                When(HELD, then=Value(Status.QUARANTINED.value)),
                When(CLAIMED, then=Value(Status.CLAIMED.value)),
                default=Value(Status.TO_TRIAGE.value),
                output_field=CharField(),
            )
        )

    def without_content(self) -> "EnquiryQuerySet":
        """Leaves the ciphertext in the database."""
        return self.defer(*SEALED)

    def real(self) -> "EnquiryQuerySet":
        """Not invented."""
        return self.filter(REAL)

    def practice_of(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """The invented ones that this user practises with."""
        return self.filter(is_practice=True, recorded_by=user)

    def open(self) -> "EnquiryQuerySet":
        """Somebody has to do something, or waits for somebody."""
        return self.real().filter(OPEN)

    def urgent(self) -> "EnquiryQuerySet":
        """Cannot wait, and has no answer yet."""
        return self.real().filter(URGENT)

    def to_triage(self) -> "EnquiryQuerySet":
        """Nobody has taken them."""
        return self.real().filter(TO_TRIAGE)

    def mine(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """Claimed by this user and still open."""
        return self.real().filter(CLAIMED, claimed_by=user)

    def claimed_by_others(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """Claimed by colleagues and still open."""
        return self.real().filter(CLAIMED).exclude(claimed_by=user)

    def waiting(self, now: datetime) -> "EnquiryQuerySet":
        """Waiting for somebody else until a day that has not passed."""
        return self.open().filter(waiting_now(now))

    def overdue(self, now: datetime) -> "EnquiryQuerySet":
        """Should have been answered, or chased."""
        return self.real().filter(overdue(now))

    def quarantined(self) -> "EnquiryQuerySet":
        """Held back until somebody has looked through them."""
        return self.real().filter(HELD)

    def closed(self) -> "EnquiryQuerySet":
        """Finished, with a reason."""
        return self.real().filter(CLOSED)

    def sender_waits(self, now: datetime) -> "EnquiryQuerySet":
        """Whose sender wrote and has no answer, or has not heard for thirty days how it stands."""
        return self.real().filter(sender_waits(now))

    def followed(self, now: datetime) -> "EnquiryQuerySet":
        """Those whose sender may look up how they stand: until ninety days after the end."""
        return self.filter(~CLOSED | Q(closed_at__gt=now - FOLLOWED_FOR), anonymised_at__isnull=True).exclude(
            code_digest=""
        )

    def sender_to_be_told(self, now: datetime) -> "EnquiryQuerySet":
        """Open for thirty days since their sender last heard how they stand. The longest silence first."""
        silent = self.real().filter(silent_for_long(now))
        return silent.order_by(Coalesce("sender_told_at", "received_at"), "pk")

    def needing(self, need: str) -> "EnquiryQuerySet":
        """That ask for help with this need: a slug. SQLite cannot look into a list, so both look at its text."""
        return self.annotate(needs_text=Cast("needs", TextField())).filter(needs_text__contains=f'"{need}"')

    def of_keys(self, key_ids: Collection[uuid.UUID]) -> "EnquiryQuerySet":
        """Those whose data keys these are."""
        return self.real().filter(key_id__in=key_ids)

    def most_pressing_first(self, now: datetime) -> "EnquiryQuerySet":
        """Urgent ones first, then whose clock runs, soonest due first; then those that are answered or wait."""
        rests = ~wait_over(now) & (Q(answered_at__isnull=False) | waiting_now(now))
        resting = Case(When(rests, then=Value(1)), default=Value(0))
        return self.order_by(
            F("is_urgent").desc(), resting, F("answer_due_at").asc(nulls_last=True), "received_at", "pk"
        )

    def counts_for(
        self, user: "AbstractUser", now: datetime, chosen: "EnquiryQuerySet | None" = None
    ) -> dict[str, int]:
        """How many are in each of the inbox's queues, and as "chosen" in what is left of one, in one query."""
        queues = {
            "open": OPEN,
            "urgent": URGENT,
            "new": TO_TRIAGE,
            "mine": CLAIMED & Q(claimed_by=user),
            "waiting": OPEN & waiting_now(now),
            "overdue": overdue(now),
            "sender": sender_waits(now),
            "quarantined": HELD,
            "closed": CLOSED,
        }
        if chosen is not None:
            queues["chosen"] = Q(pk__in=chosen.order_by().values("pk"))
        return self.real().aggregate(**{name: Count("pk", filter=queue) for name, queue in queues.items()})

    def urgent_and_new(self) -> tuple[int, int]:
        """How many cannot wait, and how many nobody has claimed, in one query."""
        found = self.open().aggregate(urgent=Count("pk", filter=URGENT), new=Count("pk", filter=TO_TRIAGE))
        return found["urgent"], found["new"]
