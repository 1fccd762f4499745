"""Reads of enquiries, as verbs. Everything staff see starts at `visible_to`."""

from typing import TYPE_CHECKING

from django.db.models import Case, CharField, Count, Q, QuerySet, TextChoices, Value, When

from .access import works_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

CLOSED = Q(closed_at__isnull=False)
# A claim whose moderator's account was deleted is nobody's claim: the enquiry is back in triage, not lost.
CLAIMED = ~CLOSED & Q(claimed_by__isnull=False)
TO_TRIAGE = ~CLOSED & Q(claimed_by__isnull=True)


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
        """Leaves key and ciphertext in the database."""
        return self.defer("wrapped_key", "sealed_answers")

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

    def counts_for(self, user: "AbstractUser") -> dict[str, int]:
        """How many are in each of the inbox's tabs, in one query."""
        return self.aggregate(
            triage=Count("pk", filter=TO_TRIAGE),
            mine=Count("pk", filter=CLAIMED & Q(claimed_by=user)),
            others=Count("pk", filter=CLAIMED & ~Q(claimed_by=user)),
            closed=Count("pk", filter=CLOSED),
        )
