"""A moderator asks a lead for a safety note."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from .enquiry import Enquiry


class SafetyNoteRequest(models.Model):
    """Somebody asked to read the safety note of an enquiry, and what a lead said to it."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="safety_note_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    # Until when the note may be read; empty when a lead said no, or nothing yet.
    allowed_until = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("asked_at", "pk")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("enquiry", "asked_by"), condition=models.Q(answered_at=None), name="one_open_safety_request"
            ),
        )

    def __str__(self) -> str:
        return _("Safety note request %(pk)s") % {"pk": self.pk}

    def allows(self, now: datetime) -> bool:
        """Whether the note may be read by whoever asked."""
        return self.allowed_until is not None and now < self.allowed_until
