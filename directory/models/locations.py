"""Where services are."""

from django.db import models


class Location(models.Model):
    """A building, a venue, or a place known only by its town. Open Referral: `location`.

    A confidential location never shows its street, its postcode or its exact point: `public_*` members are the only
    ones templates, feeds and indexes may read.
    """

    name = models.CharField(max_length=200)
    address_1 = models.CharField("street address", max_length=200, blank=True)
    city = models.CharField("town or city", max_length=100, blank=True)
    postal_code = models.CharField("postcode", max_length=10, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    transportation = models.TextField("getting there", blank=True)
    accessibility = models.TextField(blank=True)
    is_confidential = models.BooleanField(
        "keep the address private",
        default=False,
        help_text="Only the town is shown. The rest is given by the service.",
    )

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name if self.is_confidential or not self.city else f"{self.name}, {self.city}"

    @property
    def public_address(self) -> str:
        """The address as anyone may read it; the town alone when the rest is private."""
        if self.is_confidential:
            return self.city
        return ", ".join(part for part in (self.address_1, self.city, self.postal_code) if part)

    @property
    def public_point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, or None when unknown or private."""
        if self.is_confidential or self.latitude is None or self.longitude is None:
            return None
        return (self.latitude, self.longitude)
