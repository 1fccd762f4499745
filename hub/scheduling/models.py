"""When each timed job runs next, who runs it now and how it went."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy


class ScheduledJobQuerySet(models.QuerySet):
    def due(self, now: datetime) -> "ScheduledJobQuerySet":
        """Time to run, and no scheduler holds a lease."""
        return self.filter(Q(leased_until__isnull=True) | Q(leased_until__lte=now), due_at__lte=now)

    def held_by(self, holder: str) -> "ScheduledJobQuerySet":
        """Run by this scheduler, whose lease nobody took over."""
        return self.filter(holder=holder)


class ScheduledJob(models.Model):
    """One row a job of `hub.scheduling.jobs`. Nothing about anybody: an outcome is `done` or a fault's name."""

    name = models.CharField(max_length=50, primary_key=True)
    due_at = models.DateTimeField(default=timezone.now)
    holder = models.CharField(max_length=40, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(lazy("last done"), null=True, blank=True)
    seconds = models.FloatField(lazy("took"), null=True, blank=True)
    outcome = models.CharField(max_length=100, blank=True)
    failures = models.PositiveIntegerField(lazy("failures in a row"), default=0)

    objects = ScheduledJobQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("name",)
        # People can look; only the scheduler writes.
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name
