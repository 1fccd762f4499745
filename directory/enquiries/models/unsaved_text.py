"""What a moderator typed and could not save."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from .enquiry import Enquiry


class UnsavedText(models.Model):
    """What was sent after its writer had been signed out. For its writer, for an hour, encrypted."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="unsaved_texts")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sealed_text = models.TextField()
    kept_until = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("enquiry", "writer"), name="one_unsaved_text_each"),)

    def __str__(self) -> str:
        return _("Unsaved text %(pk)s") % {"pk": self.pk}
