"""Where services are."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from search.text.invisible_characters import clean_code
from search.text.lists_in_words import listed

from .retirement import Retirable, RetirableQuerySet


class Location(Retirable, ClusterableModel):
    """A building, a venue, or a place known only by its town. Open Referral: `location`.

    A confidential location never shows its name, its street, its postcode, its exact point or how to get there:
    `public_*` members are the only ones templates, feeds and indexes may read.
    """

    name = models.CharField(lazy("name"), max_length=200)
    address_1 = models.CharField(lazy("street address"), max_length=200, blank=True)
    city = models.CharField(lazy("town or city"), max_length=100, blank=True)
    postal_code = models.CharField(lazy("postcode"), max_length=10, blank=True)
    latitude = models.FloatField(lazy("latitude"), null=True, blank=True, help_text=lazy("In degrees, like 55.86."))
    longitude = models.FloatField(lazy("longitude"), null=True, blank=True, help_text=lazy("In degrees, like -4.25."))
    transportation = models.TextField(
        lazy("getting there"),
        blank=True,
        help_text=lazy("Buses, trains, parking. Not shown when the address is private."),
    )
    is_confidential = models.BooleanField(
        lazy("keep the address private"),
        default=False,
        help_text=lazy("Only the town is shown. The rest is given by the service."),
    )

    objects = RetirableQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name = lazy("place")
        indexes = (models.Index(fields=("name", "id"), name="location_name_id"),)

    def __str__(self) -> str:
        return self.name if self.is_confidential or not self.city else f"{self.name}, {self.city}"

    @property
    def public_name(self) -> str:
        """The name as anyone may read it: the name of a private place can give its address away."""
        return (self.city or _("Address kept private")) if self.is_confidential else self.name

    @property
    def public_address(self) -> str:
        """The address as anyone may read it; the town alone when the rest is private."""
        if self.is_confidential:
            return self.city
        return listed((self.address_1, self.city, self.postal_code))

    @property
    def public_point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, or None when unknown or private."""
        if self.is_confidential or self.latitude is None or self.longitude is None:
            return None
        return (self.latitude, self.longitude)

    @property
    def public_transportation(self) -> str:
        """How to get there; nothing when the address is private."""
        return "" if self.is_confidential else self.transportation

    @property
    def public_accessibility(self) -> list["Accessibility"]:
        """How the place can be used; of a private place what it says, without details and links."""
        if not self.is_confidential:
            return list(self.accessibility.all())
        return [Accessibility(description=row.description) for row in self.accessibility.all()]

    def clean(self) -> None:
        super().clean()
        for name in ("address_1", "city", "postal_code"):
            setattr(self, name, clean_code(getattr(self, name)))
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({missing: _("Give both latitude and longitude, or neither.")})
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            raise ValidationError({"latitude": _("Latitude lies between -90 and 90 degrees.")})
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            raise ValidationError({"longitude": _("Longitude lies between -180 and 180 degrees.")})


class Accessibility(Orderable):
    """What makes a place usable for disabled people. Open Referral: `accessibility`."""

    location = ParentalKey(Location, on_delete=models.CASCADE, related_name="accessibility")
    description = models.CharField(
        lazy("description"),
        max_length=100,
        help_text=lazy("In a few words: step-free entrance, hearing loop, quiet room. Always public."),
    )
    details = models.TextField(
        lazy("details"),
        blank=True,
        help_text=lazy("Where it is or how to ask. Not shown when the address is private."),
    )
    url = models.URLField(lazy("page with more"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name_plural = lazy("accessibility")

    def __str__(self) -> str:
        return f"{self.description} ({self.details})" if self.details else self.description
