"""An enquiry that is being written."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _


class DraftQuerySet(models.QuerySet):
    def alive(self, now: datetime) -> "DraftQuerySet":
        """Not yet to be swept."""
        return self.filter(expires_at__gt=now)

    def expired(self, now: datetime) -> "DraftQuerySet":
        """Left alone for an hour, or saved fourteen days ago."""
        return self.filter(expires_at__lte=now)

    def held_by(self, holder_digest: str, now: datetime) -> "DraftQuerySet":
        """Those that this browser may go on with: it did so within the hour."""
        return self.alive(now).filter(holder_digest=holder_digest, held_until__gt=now)


class Draft(models.Model):
    """What somebody has answered so far, sealed like an enquiry, under a data key of its own.

    A browser holds it by a cookie of which only a digest is kept here, and for an hour at a time. Whoever saved it
    holds it by a code, of which only a digest is kept either.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # The token of the enquiry it becomes: one draft is one enquiry, however often it is sent.
    token = models.UUIDField(unique=True, editable=False)
    holder_digest = models.CharField(max_length=64, editable=False)
    # In the address, so that two drafts of one browser do not mix: the first is 1, the second 2.
    number = models.PositiveSmallIntegerField()
    key_id = models.UUIDField(unique=True, editable=False)
    sealed_state = models.TextField(editable=False)
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(null=True, blank=True)
    held_until = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = DraftQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("holder_digest", "number"), name="one_draft_of_a_number"),
            models.UniqueConstraint(fields=("code_digest",), name="one_draft_of_a_code", condition=~Q(code_digest="")),
        )

    def __str__(self) -> str:
        return _("Draft %(pk)s") % {"pk": self.pk}
