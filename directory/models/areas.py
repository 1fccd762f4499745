"""Places that a listing can cover, by their official code."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .validity import Validity


class Area(Validity):
    """A nation, health board, local authority or establishment.

    Codes are the Office for National Statistics' nine-character codes; establishments have none and carry a slug.
    A code that has ended is kept, because listings may still name it, but cannot be chosen any more.
    """

    class Kind(models.TextChoices):
        NATION = "nation", lazy("nation")
        HEALTH_BOARD = "health_board", lazy("health board")
        LOCAL_AUTHORITY = "local_authority", lazy("local authority")
        PRISON = "prison", lazy("prison or young offender institution")
        SECURE_CARE = "secure_care", lazy("secure care centre")
        SECURE_HOSPITAL = "secure_hospital", lazy("secure hospital")
        POLICE_CUSTODY = "police_custody", lazy("police custody centre")
        COURT = "court", lazy("court")

    class Held(models.TextChoices):
        WOMEN = "women", lazy("Women")
        MEN = "men", lazy("Men")

    # Where somebody is held or heard, as against where they live.
    ESTABLISHMENTS = frozenset({Kind.PRISON, Kind.SECURE_CARE, Kind.SECURE_HOSPITAL, Kind.POLICE_CUSTODY, Kind.COURT})

    code = models.CharField(
        lazy("code"),
        max_length=40,
        unique=True,
        help_text=lazy(
            "The official nine-character code. An establishment has none: give it a short name with hyphens, "
            "like hmp-perth, and never change it."
        ),
    )
    name = models.CharField(lazy("name"), max_length=120)
    holds = models.CharField(
        lazy("who is held there"),
        max_length=5,
        choices=Held,
        blank=True,
        help_text=lazy("For an establishment, if it holds women only or men only."),
    )
    kind = models.CharField(lazy("kind"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=lazy("lies in"),
        help_text=lazy("For an establishment: its nation. It does not serve the council around it."),
    )

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def is_establishment(self) -> bool:
        """Whether people are held or heard there, as against living there."""
        return self.kind in self.ESTABLISHMENTS

    @property
    def ended_note(self) -> str:
        """What to say beside the name of an area that no longer exists, or nothing."""
        if not self.has_ended:
            return ""
        return _("this area ended on %(day)s") % {"day": date_format(self.valid_to, "j F Y")}


def still_valid() -> Q:
    """Areas that may be chosen for a listing today or later."""
    return Q(valid_to=None) | Q(valid_to__gte=timezone.localdate())
