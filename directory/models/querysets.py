"""Reads of services, as verbs."""

from django.db import models

from .service_with_parts import attach_parts
from .ways_in import WayIn


class ServiceQuerySet(models.QuerySet):
    # Whether `with_parts` was asked for, and whether the services read have them.
    _wants_parts = False
    _has_parts = False

    def published(self) -> "ServiceQuerySet":
        """Services the public may see."""
        return self.filter(live=True).exclude(status="defunct")

    def with_enquiries(self) -> "ServiceQuerySet":
        """With `takes_enquiries`: whether an enquiry sent from here would be answered by the service."""
        ways = WayIn.objects.filter(service=models.OuterRef("pk"), kind=WayIn.Kind.ENQUIRY)
        return self.annotate(takes_enquiries=models.Exists(ways))

    def with_parts(self) -> "ServiceQuerySet":
        """With the organization and everything that hangs on a service, for a page or a print. Two queries in all."""
        found = self.select_related("organization")
        found._wants_parts = True
        return found

    # Django attaches what is prefetched in the same two places; it has no public one.
    def _clone(self) -> "ServiceQuerySet":
        clone = super()._clone()
        clone._wants_parts = self._wants_parts
        return clone

    def _fetch_all(self) -> None:
        super()._fetch_all()
        if self._wants_parts and not self._has_parts:
            attach_parts(self._result_cache)
            self._has_parts = True
