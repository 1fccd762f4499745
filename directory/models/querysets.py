"""Reads of services, as verbs."""

from django.db import models
from django.db.models import Prefetch


def _children(model: str, relation: str) -> models.QuerySet:
    from django.apps import apps

    return apps.get_model("directory", model).objects.select_related(relation)


class ServiceQuerySet(models.QuerySet):
    def published(self) -> "ServiceQuerySet":
        """Services the public may see."""
        return self.filter(live=True).exclude(status="defunct")

    def with_card_details(self) -> "ServiceQuerySet":
        """With everything a result card shows, in five queries whatever the number of cards."""
        return self.select_related("organization").prefetch_related(
            "referral_routes",
            Prefetch("service_areas", _children("ServiceArea", "area")),
            Prefetch("service_at_locations", _children("ServiceAtLocation", "location")),
            Prefetch("partners", _children("ServicePartner", "organization")),
        )

    def with_page_details(self) -> "ServiceQuerySet":
        """With everything a service page shows, in a fixed number of queries."""
        return self.with_card_details().prefetch_related(
            "needs", "settings", "peer_roles", "order_types", "phones", "schedules"
        )
