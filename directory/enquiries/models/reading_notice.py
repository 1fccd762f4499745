"""Reading that leads should ask about."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .access import NAME_LENGTH


class ReadingNotice(models.Model):
    """One person, one rule, one day or hour. Written once and counted up, so that leads are told once."""

    class Rule(models.TextChoices):
        MANY = "many", lazy("Opened many more than usual in an hour")
        CLOSED = "closed", lazy("Opened closed enquiries of others")
        OTHERS = "others", lazy("Opened enquiries that others work on")
        HOURS = "hours", lazy("Opened enquiries outside usual hours")

    rule = models.CharField(max_length=10, choices=Rule)
    account_number = models.BigIntegerField()
    name = models.CharField(max_length=NAME_LENGTH)
    since = models.DateTimeField()
    count = models.PositiveIntegerField()
    found_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("rule", "account_number", "since"), name="one_reading_notice"),)
        indexes = (models.Index(fields=("since",), name="reading_notice_since"),)

    def __str__(self) -> str:
        return _("Reading notice %(pk)s") % {"pk": self.pk}
