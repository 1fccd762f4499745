"""How often something was searched for on a day, without anything about who did."""

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

MAX_TEXT = 100
MAX_SCOPE = 100
KEY_LENGTH = 64


class SoughtCount(models.Model):
    """One text on one day in one part of the site, under a keyed hash: see `search.search_log`."""

    day = models.DateField()
    text_key = models.CharField(max_length=KEY_LENGTH)
    kind_scope = models.CharField(lazy("in"), max_length=MAX_SCOPE, blank=True)
    searches = models.PositiveIntegerField(default=0)
    without_results = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day", "text_key", "kind_scope")
        # People can look at the report; nobody edits what was counted.
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(fields=("day", "text_key", "kind_scope"), name="search_sought_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.day}: {self.text_key[:8]}"


class SoughtTextQuerySet(models.QuerySet):
    def of_keys(self, keys: Sequence[str]) -> "SoughtTextQuerySet":
        """The text with one of these hashes."""
        return self.filter(text_key__in=keys)

    def readable(self) -> "SoughtTextQuerySet":
        """Not forgotten by an editor."""
        return self.filter(forgotten_at__isnull=True)


class SoughtText(models.Model):
    """A text that found nothing on three different days, or the mark that it is never to be kept again."""

    text_key = models.CharField(max_length=KEY_LENGTH, unique=True)
    text = models.CharField(lazy("searched for"), max_length=MAX_TEXT, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)

    objects = SoughtTextQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("pk",)
        verbose_name = lazy("search")
        verbose_name_plural = lazy("searches")
        # To delete is to have it forgotten.
        default_permissions = ("view", "delete")

    def __str__(self) -> str:
        # Never the text: names of objects go into logs.
        return _("search %(pk)s") % {"pk": self.pk}
