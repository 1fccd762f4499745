"""What hangs on a service: coverage, places, phones, opening hours."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .areas import Area
from .locations import Location


class ServiceArea(models.Model):
    """An area the service takes people from. Open Referral: `service_area`. No row at all means not recorded."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="service_areas")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="service_areas")

    class Meta:
        ordering = ("area__name",)
        constraints = (models.UniqueConstraint(fields=("service", "area"), name="unique_area_of_service"),)

    def __str__(self) -> str:
        return str(self.area)


class ServiceAtLocation(models.Model):
    """A service as it is given at one place. Open Referral: `service_at_location`."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="service_at_locations")
    description = models.CharField(max_length=200, blank=True, help_text="What is different here, if anything.")

    class Meta:
        ordering = ("location__name",)
        constraints = (models.UniqueConstraint(fields=("service", "location"), name="unique_location_of_service"),)

    def __str__(self) -> str:
        return str(self.location)


class Phone(Orderable):
    """A number to call. Open Referral: `phone`."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(max_length=30)
    description = models.CharField(max_length=100, blank=True, help_text="Who answers, if not the team itself.")

    def __str__(self) -> str:
        return self.number

    @property
    def href(self) -> str:
        """The number as a `tel:` address."""
        return "tel:" + "".join(character for character in self.number if character.isdigit() or character == "+")


class Schedule(Orderable):
    """Opening hours on some days of the week. Open Referral: `schedule`."""

    class Weekday(models.TextChoices):
        MONDAY = "MO", "Monday"
        TUESDAY = "TU", "Tuesday"
        WEDNESDAY = "WE", "Wednesday"
        THURSDAY = "TH", "Thursday"
        FRIDAY = "FR", "Friday"
        SATURDAY = "SA", "Saturday"
        SUNDAY = "SU", "Sunday"

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="schedules")
    byday = models.CharField("first day", max_length=2, choices=Weekday)
    until_day = models.CharField("last day", max_length=2, choices=Weekday, blank=True)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    description = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        days = self.get_byday_display()
        if self.until_day:
            days = f"{days} to {self.get_until_day_display()}"
        if self.opens_at is None or self.closes_at is None:
            return days
        return f"{days}, {self.opens_at:%H:%M} to {self.closes_at:%H:%M}"
