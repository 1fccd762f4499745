"""Places that a listing can cover, by their official code."""

from django.db import models


class Area(models.Model):
    """A nation, health board, local authority or establishment.

    Codes are the Office for National Statistics' nine-character codes; establishments have none and carry a slug.
    """

    class Kind(models.TextChoices):
        NATION = "nation", "nation"
        HEALTH_BOARD = "health_board", "health board"
        LOCAL_AUTHORITY = "local_authority", "local authority"
        PRISON = "prison", "prison"

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, help_text="The day an abolished area stopped existing.")

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
