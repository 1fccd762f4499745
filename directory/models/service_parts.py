"""What hangs on a service: the areas it covers and the places it is at."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey

from .areas import Area, still_valid
from .locations import Location
from .validity import Validity


class ServiceArea(Validity):
    """An area the service takes people from. Open Referral: `service_area`. No row at all means not recorded."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="service_areas")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="service_areas", verbose_name=lazy("area"))

    class Meta:
        ordering = ("area__name",)
        constraints = (models.UniqueConstraint(fields=("service", "area"), name="unique_area_of_service"),)

    def __str__(self) -> str:
        return str(self.area)

    def clean(self) -> None:
        super().clean()
        # One that was chosen while it existed stays, so that an old listing can still be saved.
        if self.area_id is None or self._is_kept():
            return
        if not Area.objects.filter(still_valid(), pk=self.area_id).exists():
            raise ValidationError(
                {
                    "area": _("%(area)s: %(ended_note)s. Choose the area that replaced it.")
                    % {"area": self.area, "ended_note": self.area.ended_note}
                }
            )

    def _is_kept(self) -> bool:
        return self.pk is not None and ServiceArea.objects.filter(pk=self.pk, area=self.area_id).exists()


class ServiceAtLocation(models.Model):
    """A service as it is given at one place. Open Referral: `service_at_location`."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(
        Location, on_delete=models.PROTECT, related_name="service_at_locations", verbose_name=lazy("place")
    )
    description = models.CharField(
        lazy("description"),
        max_length=200,
        blank=True,
        help_text=lazy("What is different here, if anything. Not shown when the address is private."),
    )

    class Meta:
        ordering = ("location__name",)
        constraints = (models.UniqueConstraint(fields=("service", "location"), name="unique_location_of_service"),)

    def __str__(self) -> str:
        return str(self.location)

    @property
    def public_description(self) -> str:
        """What is different here; nothing when the address is private."""
        return "" if self.location.is_confidential else self.description
