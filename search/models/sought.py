"""How often something was searched for on a day, without anything about who did."""

from django.db import models

MAX_TEXT = 100
MAX_SCOPE = 100


class SoughtCount(models.Model):
    """One text on one day in one part of the site. The text has been through `search.sought.normalised`."""

    day = models.DateField()
    text_normalised = models.CharField("searched for", max_length=MAX_TEXT)
    kind_scope = models.CharField("in", max_length=MAX_SCOPE, blank=True)
    searches = models.PositiveIntegerField(default=0)
    without_results = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day", "text_normalised", "kind_scope")
        # People can look at the report; nobody edits what was counted.
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(fields=("day", "text_normalised", "kind_scope"), name="search_sought_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.day}: {self.text_normalised}"
