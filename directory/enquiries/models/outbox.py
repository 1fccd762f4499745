"""Mails that are owed."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class OutboxQuerySet(models.QuerySet):
    def owed(self) -> "OutboxQuerySet":
        """Not sent yet."""
        return self.filter(sent_at__isnull=True)

    def due(self, now: datetime) -> "OutboxQuerySet":
        """Owed, time to try, and no worker holds a lease."""
        unleased = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
        return self.owed().filter(unleased, next_attempt_at__lte=now)


class OutboxMessage(models.Model):
    """One mail, written in the transaction that made it necessary and sent by `drain_outbox`.

    The Message-ID is fixed here, so that a mail sent twice by a crash is recognised as one by the recipient.
    """

    class Kind(models.TextChoices):
        RECEIPT = "receipt", lazy("Reference for the sender")
        NOTICE = "notice", lazy("Notice for moderators")
        SENDER_WROTE = "wrote", lazy("Notice for moderators that the sender wrote")
        UPDATE = "update", lazy("How it stands, for the sender")
        QUESTION = "question", lazy("A question for the sender")

    # Those that go to the address in the settings, not to the sender.
    TO_MODERATORS = (Kind.NOTICE, Kind.SENDER_WROTE)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="outbox")
    kind = models.CharField(max_length=10, choices=Kind)
    # What sets one mail of a kind apart from the next, such as its day. Empty where an enquiry owes only one.
    occasion = models.CharField(max_length=36, blank=True)
    # Empty for moderators: their address is a setting, read when the mail is sent.
    sealed_recipient = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    lease = models.UUIDField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    # The class of the last failure only: a server's answer may quote the address.
    last_error = models.CharField(max_length=100, blank=True)

    objects = OutboxQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("next_attempt_at",), name="outbox_owed", condition=Q(sent_at__isnull=True)),)
        constraints = (
            models.UniqueConstraint(fields=("enquiry", "kind", "occasion"), name="one_mail_of_an_occasion"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
