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
        NOTED = "noted", "Note added"
        CLOSED = "closed", "Closed"
        ANONYMISED = "anonymised", "Names and words deleted"
        HELD = "held", "Kept from deletion"
        HOLD_LIFTED = "hold_lifted", "No longer kept from deletion"
        DATA_ASKED = "data_asked", "A request about data came"
        DATA_ANSWERED = "data_answered", "A request about data was answered"
        DATA_PRINTED = "data_printed", "Printed for the person"
        DATA_CORRECTED = "data_corrected", "Correction written beside it"
        LISTED = "listed", "Exported in a list without names and words"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="events")
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
