"""Who did what to which enquiry, for good."""

import hashlib
import json
from datetime import UTC

from django.db import models
from django.utils import timezone

from .enquiry import Enquiry

FIRST_HASH = "0" * 64


class AuditEvent(models.Model):
    """One line of the access log. Triggers in the database refuse to change or delete it.

    Holds no free text. The actor is a copy, not a relation: deleting an account may neither be blocked by the log nor
    change it.
    """

    class Action(models.TextChoices):
        RECEIVED = "received", "Received"
        OPENED = "opened", "Opened"
        CLAIMED = "claimed", "Claimed"
        RELEASED = "released", "Put back to triage"
        ASSIGNED = "assigned", "Given to a colleague"
        NOTED = "noted", "Note added"
        LATE_NOTED = "late_noted", "Late note added"
        CONTACT_SHOWN = "contact_shown", "Contact details shown"
        CONTACTED = "contacted", "Contact recorded"
        ASKED = "asked", "Sender asked"
        ANSWERED = "answered", "What was done recorded"
        WAITING = "waiting", "Waiting recorded"
        FLAGGED = "flagged", "Risk recorded"
        UNFLAGGED = "unflagged", "Risk lifted"
        SAFETY_ASKED = "safety_asked", "Safety note asked for"
        SAFETY_ALLOWED = "safety_allowed", "Safety note allowed"
        SAFETY_REFUSED = "safety_refused", "Safety note refused"
        SAFETY_SHOWN = "safety_shown", "Safety note shown"
        COMPARED = "compared", "Opened to compare"
        MERGED = "merged", "Merged"
        KEPT_APART = "kept_apart", "Kept apart"
        QUARANTINED = "quarantined", "Put into quarantine"
        LET_THROUGH = "let_through", "Let through"
        CLOSED = "closed", "Closed"
        REOPENED = "reopened", "Reopened"
        SEARCHED = "searched", "Searched by phone or email"
        ANONYMISED = "anonymised", "Names and words deleted"

    # Empty for what is about no single enquiry, such as a search.
    enquiry = models.ForeignKey(Enquiry, null=True, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(max_length=20, choices=Action)
    detail = models.CharField(max_length=20, blank=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=320, blank=True)
    at = models.DateTimeField(default=timezone.now)
    # Unique, so that a chain cannot fork even if a lock were missed.
    previous_hash = models.CharField(max_length=64, unique=True)
    entry_hash = models.CharField(max_length=64, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("pk",)
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.enquiry_id} {self.action}"

    def computed_hash(self) -> str:
        """The hash this line must carry, over everything it says and the line before it."""
        hashed = (
            self.previous_hash,
            str(self.enquiry_id),
            self.action,
            self.detail,
            self.actor_id,
            self.actor_name,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
        )
        return hashlib.sha256(json.dumps(hashed).encode()).hexdigest()
