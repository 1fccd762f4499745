"""What is no longer chosen, and stays where it was chosen before."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy


class RetirableQuerySet(models.QuerySet):
    """Reads of what can be retired, as verbs."""

    def offered(self, keeping: Iterable[object] = ()) -> "RetirableQuerySet":
        """Those that may be chosen now, and those among these keys, which were chosen while they could be."""
        return self.filter(Q(retired_at=None) | Q(pk__in=[key for key in keeping if key is not None]))


class Retirable(models.Model):
    """Something that listings name. In use it cannot be deleted; retired it is no longer offered. It can come back."""

    retired_at = models.DateTimeField(lazy("retired"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None

    @property
    def name_for_editors(self) -> str:
        """What it is called where editors choose, with a word when it cannot be chosen any more."""
        return _("%(self)s (retired)") % {"self": self} if self.is_retired else str(self)
