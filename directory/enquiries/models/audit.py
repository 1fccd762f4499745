"""Who did what to which enquiry, and who was let in, for good."""

import hashlib
import json
from datetime import UTC

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .access import NAME_LENGTH, InboxAccess
from .enquiry import Enquiry

FIRST_HASH = "0" * 64
# What is hashed. Lines of the first version have no subject and no role, and the name that the actor had just then.
FIRST_VERSION, VERSION = 1, 2


class AuditEvent(models.Model):
    """One line of the access log. Triggers in the database refuse to change or delete it.

    Holds no free text. The actor is a copy, not a relation: deleting an account may neither be blocked by the log nor
    change it. Of whoever has access it is the number of the account and the name that two leads saw; nobody can
    change either. The subject is whose access or account a line is about.
    """

    class Action(models.TextChoices):
        RECEIVED = "received", _("Received")
        OPENED = "opened", _("Opened")
        CLAIMED = "claimed", _("Claimed")
        RELEASED = "released", _("Put back to triage")
        ASSIGNED = "assigned", _("Given to a colleague")
        NOTED = "noted", _("Note added")
        LATE_NOTED = "late_noted", _("Late note added")
        CONTACT_SHOWN = "contact_shown", _("Contact details shown")
        CONTACTED = "contacted", _("Contact recorded")
        ASKED = "asked", _("Sender asked")
        ANSWERED = "answered", _("What was done recorded")
        WAITING = "waiting", _("Waiting recorded")
        FLAGGED = "flagged", _("Risk recorded")
        UNFLAGGED = "unflagged", _("Risk lifted")
        SAFETY_ASKED = "safety_asked", _("Safety note asked for")
        SAFETY_ALLOWED = "safety_allowed", _("Safety note allowed")
        SAFETY_REFUSED = "safety_refused", _("Safety note refused")
        SAFETY_SHOWN = "safety_shown", _("Safety note shown")
        COMPARED = "compared", _("Opened to compare")
        MERGED = "merged", _("Merged")
        KEPT_APART = "kept_apart", _("Kept apart")
        QUARANTINED = "quarantined", _("Put into quarantine")
        LET_THROUGH = "let_through", _("Let through")
        CLOSED = "closed", _("Closed")
        REOPENED = "reopened", _("Reopened")
        LOOKED_UP = "looked_up", _("Looked up by the sender")
        SENDER_WROTE = "sender_wrote", _("The sender wrote")
        WITHDRAWN = "withdrawn", _("Withdrawn by the sender")
        MESSAGE_READ = "message_read", _("What the sender wrote was acknowledged")
        MESSAGE_DONE = "message_done", _("What the sender wrote was dealt with")
        SENDER_TOLD = "sender_told", _("The sender was told how it stands")
        ANONYMISED = "anonymised", _("Names and words deleted")
        HELD = "held", _("Kept from deletion")
        HOLD_LIFTED = "hold_lifted", _("No longer kept from deletion")
        DATA_ASKED = "data_asked", _("A request about data came")
        DATA_ANSWERED = "data_answered", _("A request about data was answered")
        DATA_PRINTED = "data_printed", _("Printed for the person")
        DATA_CORRECTED = "data_corrected", _("Correction written beside it")
        SEARCHED = "searched", _("Searched by phone or email")
        LISTED = "listed", _("Exported in a list without names and words")
        LEAD_APPOINTED = "lead_appointed", _("Lead appointed on the server")
        ACCESS_GRANTED = "access_granted", _("Access granted")
        ACCESS_CONFIRMED = "access_confirmed", _("Access confirmed")
        ACCESS_ENDED = "access_ended", _("Access ended")
        CHANGE_ALLOWED = "change_allowed", _("Change of account allowed")
        ACCOUNT_CHANGED = "account_changed", _("Account changed")
        LOG_READ = "log_read", _("Access log read")
        STATEMENT_MADE = "statement_made", _("Statement made")

    # Empty for what is about no single enquiry, such as a search.
    enquiry = models.ForeignKey(Enquiry, null=True, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(max_length=20, choices=Action)
    detail = models.CharField(max_length=20, blank=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    actor_role = models.CharField(max_length=10, choices=InboxAccess.Kind, blank=True)
    subject_id = models.BigIntegerField(null=True)
    subject_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    at = models.DateTimeField(default=timezone.now)
    version = models.PositiveSmallIntegerField()
    # Unique, so that a chain cannot fork even if a lock were missed.
    previous_hash = models.CharField(max_length=64, unique=True)
    entry_hash = models.CharField(max_length=64, unique=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("pk",)
        default_permissions = ()
        indexes = (
            models.Index(fields=("actor_id",), name="log_of_actor"),
            models.Index(fields=("subject_id",), name="log_of_subject"),
            models.Index(fields=("at",), name="log_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.enquiry_id} {self.action}"

    def computed_hash(self) -> str:
        """The hash this line must carry, over everything it says and the line before it."""
        enquiry = None if self.enquiry_id is None else str(self.enquiry_id)
        hashed: tuple[object, ...] = (
            self.previous_hash,
            enquiry,
            self.action,
            self.detail,
            self.actor_id,
            self.actor_name,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
        )
        if self.version != FIRST_VERSION or self._says_more_than_the_first_version:
            hashed = (self.version, self.actor_role, self.subject_id, self.subject_name, *hashed)
        return hashlib.sha256(json.dumps(hashed).encode()).hexdigest()

    @property
    def _says_more_than_the_first_version(self) -> bool:
        """A line of the first version to which somebody added what it could not hold."""
        return bool(self.actor_role or self.subject_id is not None or self.subject_name)
