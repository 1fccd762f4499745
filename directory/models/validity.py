"""From when until when a part of a listing holds."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy


class ValidityQuerySet(models.QuerySet):
    def in_force(self, day: date | None = None) -> "ValidityQuerySet":
        """Those that hold on a day, today unless one is given. Both ends count."""
        day = day or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_to=None) | Q(valid_to__gte=day),
        )


class Validity(models.Model):
    """Something that holds between two days. An empty day is no limit. Open Referral: `valid_from`, `valid_to`."""

    valid_from = models.DateField(lazy("from"), null=True, blank=True, help_text=lazy("First day. Empty: already."))
    valid_to = models.DateField(
        lazy("until"), null=True, blank=True, help_text=lazy("Last day. Empty: until further notice.")
    )

    objects = ValidityQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_in_force(self, day: date | None = None) -> bool:
        """Whether it holds on a day, today unless one is given."""
        day = day or timezone.localdate()
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    @property
    def has_ended(self) -> bool:
        """Whether its last day is over."""
        return self.valid_to is not None and self.valid_to < timezone.localdate()

    @property
    def has_not_begun(self) -> bool:
        """Whether its first day is still to come."""
        return self.valid_from is not None and self.valid_from > timezone.localdate()

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day is before the first day.")})
