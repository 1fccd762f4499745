"""Checks of readiness: what an organisation answered, kept by a private link and without an account."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from guidance.choices import Jurisdiction

KEPT_FOR = timedelta(days=365)
# Begun and left: nobody answered anything.
EMPTY_FOR = timedelta(days=2)


class ReadinessCheckQuerySet(models.QuerySet["ReadinessCheck"]):
    """Reads of checks, as verbs."""

    def kept(self, now: datetime) -> "ReadinessCheckQuerySet":
        """Those whose link still opens them."""
        return self.filter(used_at__gt=now - KEPT_FOR)

    def over(self, now: datetime) -> "ReadinessCheckQuerySet":
        """Those that nobody opened for a year, and those that were begun and hold nothing."""
        is_empty = models.Q(sealed="", used_at__lte=now - EMPTY_FOR)
        return self.filter(models.Q(used_at__lte=now - KEPT_FOR) | is_empty)


class ReadinessCheck(models.Model):
    """One organisation's answers.

    What it said is encrypted under its link, of which only a keyed digest is kept: nobody without the link reads it,
    in the database or in a copy.
    """

    digest = models.CharField(max_length=64, unique=True)
    stage_key = models.UUIDField(
        null=True, help_text=lazy("The translation key of the one stage it asks; none for all.")
    )
    nation = models.CharField(max_length=20, choices=Jurisdiction.choices, blank=True)
    sealed = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = ReadinessCheckQuerySet.as_manager()

    class Meta:
        verbose_name = lazy("readiness check")

    def __str__(self) -> str:
        return _("Readiness check %(pk)s") % {"pk": self.pk}


class ReadinessSnapshot(models.Model):
    """How a check stood on a day when its result was asked for."""

    check_of = models.ForeignKey(ReadinessCheck, on_delete=models.CASCADE, related_name="snapshots")
    day = models.DateField()
    sealed = models.TextField()

    class Meta:
        verbose_name = lazy("snapshot of a readiness check")
        constraints = (models.UniqueConstraint(fields=("check_of", "day"), name="one_readiness_snapshot_a_day"),)

    def __str__(self) -> str:
        return _("Snapshot %(pk)s") % {"pk": self.pk}


class WrongReadinessCode(models.Model):
    """Somebody typed a code that opens nothing. `about`: where from, as a keyed digest that cannot be read back."""

    about = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = lazy("wrong code of a readiness check")
        indexes = (models.Index(fields=("about", "at"), name="wrong_readiness_codes"),)

    def __str__(self) -> str:
        return _("Wrong code %(pk)s") % {"pk": self.pk}
