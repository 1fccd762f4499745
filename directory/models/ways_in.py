"""How somebody reaches a service, as against who may refer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class WayIn(Orderable):
    """One way to reach a service. A service has as many as it truly offers; pages show these and no others.

    Open Referral has one free text for all of them, `application_process`: nobody can tell from it whether an
    enquiry would ever be read.
    """

    class Kind(models.TextChoices):
        CALL = "call", _("Call")
        DROP_IN = "drop-in", _("Drop in")
        ASK_STAFF = "ask-staff", _("Ask the person’s worker or the staff there")
        PROFESSIONAL = "professional", _("A professional refers")
        ENQUIRY = "enquiry", _("Send an enquiry here")

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="ways_in")
    kind = models.CharField(_("way in"), max_length=12, choices=Kind)
    description = models.CharField(
        _("details"),
        max_length=120,
        blank=True,
        help_text=_(
            "Who or when, in a few words: custody nurse, social work. Numbers and hours have their own fields."
        ),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("usually answers within"),
        null=True,
        blank=True,
        help_text=_("In working days; 0 is the same day. Empty: not known."),
    )

    class Meta(Orderable.Meta):
        verbose_name_plural = _("ways in")
        constraints = (models.UniqueConstraint(fields=("service", "kind"), name="unique_way_into_service"),)

    def __str__(self) -> str:
        return self.get_kind_display()
