"""Two enquiries that look alike and are not."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class KeptApart(models.Model):
    """Somebody compared these two and found that they are not the same: nobody is asked again."""

    # The one with the smaller key first, so that a pair has one row.
    first = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        verbose_name_plural = lazy("kept apart")
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="kept_apart_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="kept_apart_in_order"),
        )

    def __str__(self) -> str:
        return f"Kept apart {self.pk}"
