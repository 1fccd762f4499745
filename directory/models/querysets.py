"""Reads of services, as verbs."""

from django.db import models

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

    def for_cards(self) -> "ServiceQuerySet":
        """With what a result card shows of the service's own row and its organization, and nothing else."""
        return self.select_related("organization").only(*CARD_FIELDS, "organization__name", "organization__slug")
