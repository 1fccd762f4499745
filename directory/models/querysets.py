"""Reads of services, as verbs."""

from django.db import models


class ServiceQuerySet(models.QuerySet):
    def published(self) -> "ServiceQuerySet":
        """Services the public may see."""
        return self.filter(live=True).exclude(status="defunct")

    def with_card_details(self) -> "ServiceQuerySet":
        """With everything a result card shows, in a fixed number of queries."""
        return self.select_related("organization").prefetch_related(
            "service_areas__area", "service_at_locations__location", "referral_routes", "partners__organization"
        )

    def with_page_details(self) -> "ServiceQuerySet":
        """With everything a service page shows, in a fixed number of queries."""
        return self.with_card_details().prefetch_related(
            "needs", "settings", "peer_roles", "order_types", "phones", "schedules"
        )

    def with_document_details(self) -> "ServiceQuerySet":
        """With everything the search document holds."""
        return self.select_related("organization").prefetch_related(
            "service_areas__area",
            "service_at_locations__location",
            "needs",
            "settings",
            "referral_routes",
            "peer_roles",
            "order_types",
            "tagged_items__tag",
        )
