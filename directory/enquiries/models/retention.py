"""What decides when an enquiry is emptied: holds, what leads were told, and whether the clock can be believed."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class HoldQuerySet(models.QuerySet):
    def active(self, today: date) -> "HoldQuerySet":
        """Neither ended nor lifted."""
        return self.filter(released_at=None, until__gte=today)


class Hold(models.Model):
    """A lead keeps an enquiry from deletion until a day. The reason is one of a list: words could name somebody."""

    class Reason(models.TextChoices):
        COMPLAINT = "complaint", lazy("A complaint is being looked into")
        CLAIM = "claim", lazy("A legal claim, or one that is expected")
        INVESTIGATION = "investigation", lazy("An investigation by somebody with the power to ask")
        REQUEST = "request", lazy("The person asked us to keep it")
        HARM = "harm", lazy("Somebody may be harmed if it goes")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="holds")
    reason = models.CharField(max_length=20, choices=Reason)
    until = models.DateField()
    placed_at = models.DateTimeField(default=timezone.now, editable=False)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    released_at = models.DateTimeField(null=True, blank=True)

    objects = HoldQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("until", "pk")
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("enquiry",), condition=Q(released_at=None), name="one_hold_of_an_enquiry_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return _("Hold %(pk)s") % {"pk": self.pk}


class UnclosedNotice(models.Model):
    """Leads were told that nothing happens with an enquiry. It goes again as soon as something does."""

    enquiry = models.OneToOneField(Enquiry, on_delete=models.CASCADE, related_name="unclosed_notice")
    told_at = models.DateTimeField(default=timezone.now, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("told_at", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return _("Notice %(pk)s") % {"pk": self.pk}


class ClockReading(models.Model):
    """What the clock said when it was last believed, and how long the machine had been running then."""

    at = models.DateTimeField()
    # Empty where the system does not say: only readings of one run of one machine can be compared.
    boot_id = models.CharField(max_length=64, blank=True)
    uptime = models.FloatField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("-at",)
        default_permissions = ()

    def __str__(self) -> str:
        return _("Reading %(pk)s") % {"pk": self.pk}
