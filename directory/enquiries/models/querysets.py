"""Reads of enquiries, as verbs. Everything staff see starts at `visible_to`."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Case, CharField, Count, Q, QuerySet, TextChoices, Value, When
from django.db.models.functions import Coalesce

from .access import works_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

CLOSED = Q(closed_at__isnull=False)
# A claim whose moderator's account was deleted is nobody's claim: the enquiry is back in triage, not lost.
CLAIMED = ~CLOSED & Q(claimed_by__isnull=False)
TO_TRIAGE = ~CLOSED & Q(claimed_by__isnull=True)
FOLLOWED_FOR = timedelta(days=90)
TOLD_WITHIN = timedelta(days=30)


class Status(TextChoices):
    TO_TRIAGE = "to_triage", "To triage"
    CLAIMED = "claimed", "Claimed"
    CLOSED = "closed", "Closed"


class EnquiryQuerySet(QuerySet):
    def visible_to(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """Enquiries this user may list and open: all for whoever has access, none for anyone else."""
        return self.all() if works_inbox(user) else self.none()

    def with_status(self) -> "EnquiryQuerySet":
        """Adds `status`, derived from who did what and when."""
        return self.annotate(
            status=Case(
                When(CLOSED, then=Value(Status.CLOSED.value)),
                When(CLAIMED, then=Value(Status.CLAIMED.value)),
                default=Value(Status.TO_TRIAGE.value),
                output_field=CharField(),
            )
        )

    def without_content(self) -> "EnquiryQuerySet":
        """Leaves the ciphertext in the database."""
        return self.defer("sealed_answers", "sealed_safety_note")

    def to_triage(self) -> "EnquiryQuerySet":
        """Nobody has taken them."""
        return self.filter(TO_TRIAGE)

    def mine(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """Claimed by this user and still open."""
        return self.filter(CLAIMED, claimed_by=user)

    def claimed_by_others(self, user: "AbstractUser") -> "EnquiryQuerySet":
        """Claimed by colleagues and still open."""
        return self.filter(CLAIMED).exclude(claimed_by=user)

    def closed(self) -> "EnquiryQuerySet":
        """Finished, with a reason."""
        return self.filter(CLOSED)

    def followed(self, now: datetime) -> "EnquiryQuerySet":
        """Those whose sender may look up how they stand: until ninety days after the end."""
        return self.filter(~CLOSED | Q(closed_at__gt=now - FOLLOWED_FOR), anonymised_at__isnull=True).exclude(
            code_digest=""
        )

    def sender_to_be_told(self, now: datetime) -> "EnquiryQuerySet":
        """Open for thirty days since their sender last heard how they stand. The longest silence first."""
        heard = Coalesce("sender_told_at", "received_at")
        silent = self.filter(~CLOSED, is_practice=False, quarantined_at__isnull=True, withdrawn_at__isnull=True)
        return silent.annotate(heard_at=heard).filter(heard_at__lte=now - TOLD_WITHIN).order_by("heard_at", "pk")

    def counts_for(self, user: "AbstractUser") -> dict[str, int]:
        """How many are in each of the inbox's tabs, in one query."""
        return self.aggregate(
            triage=Count("pk", filter=TO_TRIAGE),
            mine=Count("pk", filter=CLAIMED & Q(claimed_by=user)),
            others=Count("pk", filter=CLAIMED & ~Q(claimed_by=user)),
            closed=Count("pk", filter=CLOSED),
        )
