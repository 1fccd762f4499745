"""A lead's word that an administrator may change an account that has access to enquiries."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .access import InboxAccess

# Long enough to meet somebody the next morning, short enough not to lie about.
VALID_FOR = timedelta(hours=24)


class AllowedChangeQuerySet(models.QuerySet):
    def usable(self, now: datetime) -> "AllowedChangeQuerySet":
        """Given within the last day and not used."""
        return self.filter(used_at__isnull=True, allowed_at__gt=now - VALID_FOR)


class AllowedChange(models.Model):
    """Good for one change of one kind to one account, once, for a day."""

    class Change(models.TextChoices):
        PASSWORD = "password", lazy("Password")
        EMAIL = "email", lazy("E-mail address")
        SECOND_FACTOR = "second_factor", lazy("Second factor")
        ACTIVE = "active", lazy("Switched on or off")
        DELETION = "deletion", lazy("Deletion")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    account_number = models.BigIntegerField()
    change = models.CharField(max_length=20, choices=Change)
    allowed_by = models.ForeignKey(InboxAccess, on_delete=models.PROTECT, related_name="+")
    allowed_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    objects = AllowedChangeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("account_number", "change"), name="allowed_change_of_account"),)

    def __str__(self) -> str:
        return _("Allowed change %(pk)s") % {"pk": self.pk}

    @property
    def ends_at(self) -> datetime:
        return self.allowed_at + VALID_FOR
