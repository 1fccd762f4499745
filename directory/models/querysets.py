"""Reads of services, as verbs."""

from django.db import models
from django.db.models import Prefetch


def _children(model: str, relation: str) -> models.QuerySet:
    from django.apps import apps

    return apps.get_model("directory", model).objects.select_related(relation)


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

    def with_page_details(self) -> "ServiceQuerySet":
        """With everything a service page shows, in a fixed number of queries."""
        return self.select_related("organization").prefetch_related(
            "referral_routes",
            Prefetch("service_areas", _children("ServiceArea", "area")),
            Prefetch("service_at_locations", _children("ServiceAtLocation", "location")),
            Prefetch("partners", _children("ServicePartner", "organization")),
            "needs",
            "settings",
            "peer_roles",
            "order_types",
            "phones",
            "schedules",
        )
