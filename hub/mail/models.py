"""Mail to staff that no request may send itself."""

import uuid

from django.db import models
from django.utils import timezone


class QueuedMail(models.Model):
    """One mail on its way to the mail server, encrypted: it may hold an address and a link that opens an account.

    The row goes when the mail is sent, or after a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    # The class of the last failure only: a server's answer may quote the address.
    last_error = models.CharField(max_length=100, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"mail {self.pk}"
