"""What a sender says later, about an enquiry that was sent."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class SenderMessageQuerySet(models.QuerySet):
    def unhandled(self) -> "SenderMessageQuerySet":
        """Nobody has said that it is done."""
        return self.filter(handled_at__isnull=True)

    def overdue(self, now: datetime) -> "SenderMessageQuerySet":
        """Promised by now, and not done."""
        return self.unhandled().filter(due_at__lte=now)


class SenderMessage(models.Model):
    """A text from the status page, sealed with the key of its enquiry. `due_at`: by when it is promised an answer."""

    class Kind(models.TextChoices):
        ADDITION = "addition", lazy("Something to add")
        CONTACT = "contact", lazy("A change of how contact is safe")
        CORRECTION = "correction", lazy("A correction")
        COPY = "copy", lazy("A copy")
        COMPLAINT = "complaint", lazy("A complaint")
        WITHDRAWAL = "withdrawal", lazy("A withdrawal")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="sender_messages")
    kind = models.CharField(max_length=20, choices=Kind)
    # One press of the button is one message, however often it arrives.
    token = models.UUIDField(unique=True, editable=False)
    sealed_text = models.TextField(blank=True, editable=False)
    sent_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    # A complaint is acknowledged first, within its own time.
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = SenderMessageQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("sent_at", "pk")
        default_permissions = ()
        indexes = (models.Index(fields=("due_at",), name="sender_message_due", condition=Q(handled_at__isnull=True)),)

    def __str__(self) -> str:
        return _("Message %(pk)s") % {"pk": self.pk}
