"""What moderators write for each other."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class Note(models.Model):
    """A note for colleagues, encrypted with the key of its enquiry."""

    class Kind(models.TextChoices):
        NOTE = "note", lazy("Note")
        DONE = "done", lazy("What was done")
        CLOSING = "closing", lazy("On closing")
        REOPENING = "reopening", lazy("On reopening")
        QUARANTINE = "quarantine", lazy("On quarantine")
        LATE = "late", lazy("Late note")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="notes")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NOTE)
    sealed_text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("written_at", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return _("Note %(pk)s") % {"pk": self.pk}
