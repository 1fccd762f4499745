"""What people ask about their data: to see it, to have it put right, to have it deleted."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class DataRequestQuerySet(models.QuerySet):
    def waiting(self) -> "DataRequestQuerySet":
        """Not answered yet, the next due first."""
        return self.filter(answered_at=None).order_by("due_on", "pk")


class DataRequest(models.Model):
    """One request, from the day it came to its answer. Holds no words: those are with the enquiry, sealed."""

    class Kind(models.TextChoices):
        ACCESS = "access", lazy("To see what we hold")
        CORRECTION = "correction", lazy("To have something put right")
        ERASURE = "erasure", lazy("To have it deleted")

    class Outcome(models.TextChoices):
        DONE = "done", lazy("Done as asked")
        PARTLY = "partly", lazy("Done in part, and told why")
        REFUSED = "refused", lazy("Refused, and told why")
        WITHDRAWN = "withdrawn", lazy("No longer asked for")
        NOT_THEIRS = "not_theirs", lazy("Could not show that it is theirs")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="data_requests")
    kind = models.CharField(max_length=10, choices=Kind)
    received_on = models.DateField()
    due_on = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)

    objects = DataRequestQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("due_on", "pk")
        default_permissions = ()
        indexes = (
            models.Index(fields=("due_on",), name="data_request_waiting", condition=models.Q(answered_at=None)),
        )

    def __str__(self) -> str:
        return _("Request %(pk)s") % {"pk": self.pk}


class Correction(models.Model):
    """What somebody says is right, beside what they sent, sealed with its key. Nothing that was sent is changed."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="corrections")
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    sealed_text = models.TextField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("written_at", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return _("Correction %(pk)s") % {"pk": self.pk}
