"""Traces of trouble, kept for a day: neither holds an address, a reference or a word."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _


class WrongCode(models.Model):
    """A code that did not fit. `about`: a keyed hash of the reference, or of the network address, it came with."""

    about = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("about", "at"), name="wrong_code_about"),)

    def __str__(self) -> str:
        return _("Wrong code %(pk)s") % {"pk": self.pk}


class RepeatedText(models.Model):
    """That an enquiry with these words, by a keyed hash, arrived: machines send the same again and again."""

    digest = models.CharField(max_length=64)
    # Of the enquiry, so that sending it again counts once.
    token = models.UUIDField(unique=True)
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("digest", "at"), name="repeated_text_digest"),)

    def __str__(self) -> str:
        return _("Repeated text %(pk)s") % {"pk": self.pk}
