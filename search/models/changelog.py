"""The change log: which public objects changed, in order."""

import secrets

from django.db import models


def new_token() -> str:
    """A random mark that tells two rows with one sequence number apart."""
    return secrets.token_hex(8)


class Change(models.Model):
    """One object that may have to be indexed anew. The primary key is the sequence number.

    The token lets an index notice that the log it followed is not this one, as after a restored backup.
    """

    kind = models.CharField(max_length=50)
    key = models.CharField(max_length=64)
    token = models.CharField(max_length=16, default=new_token)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.pk}: {self.kind} {self.key}"


class DayReached(models.Model):
    """The day up to which changes that come with the calendar are in the log. One row."""

    day = models.DateField()

    def __str__(self) -> str:
        return self.day.isoformat()
