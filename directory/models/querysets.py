"""Reads of services, as verbs."""

from django.db import models

from .ways_in import WayIn

CARD_FIELDS = (
    "name",
    "slug",
    "summary",
    "status",
    "referrals",
    "referrals_as_of",
    "wait_minimum",
    "wait_maximum",
    "wait_unit",
    "wait_time",
    "eligibility_description",
    "minimum_age",
    "maximum_age",
    "is_virtual",
    "is_helpline",
    "is_example",
    "alert",
    "assured_date",
    "is_synthetic",
)


class ServiceQuerySet(models.QuerySet):
    def published(self) -> "ServiceQuerySet":
        """Services the public may see."""
        return self.filter(live=True).exclude(status="defunct")

    def with_enquiries(self) -> "ServiceQuerySet":
        """With `takes_enquiries`: whether an enquiry sent from here would be answered by the service."""
        ways = WayIn.objects.filter(service=models.OuterRef("pk"), kind=WayIn.Kind.ENQUIRY)
        return self.annotate(takes_enquiries=models.Exists(ways))

    def for_cards(self) -> "ServiceQuerySet":
        """With what a result card shows of the service's own row and its organization, and nothing else."""
        return self.select_related("organization").only(*CARD_FIELDS, "organization__name", "organization__slug")
