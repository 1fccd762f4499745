"""What a colleague must know before anything else."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class RiskFlag(models.Model):
    """A risk that a moderator saw. Its kind is sealed as well: it says something of somebody's health or safety."""

    class Kind(models.TextChoices):
        SELF = "self", lazy("May harm themselves")
        FROM_OTHERS = "from_others", lazy("In danger from someone else")
        TO_OTHERS = "to_others", lazy("May harm someone else")
        CHILD = "child", lazy("A child is affected")
        CONTACT = "contact", lazy("Contact is not safe")
        LONE_WORKING = "lone_working", lazy("Do not meet them alone")

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="risk_flags")
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    raised_at = models.DateTimeField(default=timezone.now)
    # An object with kind and reason.
    sealed_text = models.TextField()
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("raised_at", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return _("Risk flag %(pk)s") % {"pk": self.pk}
