"""What is kept of a second factor: a sealed secret, and digests of recovery codes."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django_otp.models import Device, ThrottlingMixin, VerifyNotAllowed

from .one_time_codes import matching_step
from .sealing import unseal

LONGEST_WAIT = timedelta(minutes=15)


class Authenticator(ThrottlingMixin, Device):
    """An app that shows a code of six digits, new every thirty seconds. One for each account."""

    sealed_secret = models.BinaryField()
    # The newest of the steps of thirty seconds whose code was used. No code of it or before it is taken again.
    last_step = models.BigIntegerField(default=-1)
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("user",), name="one_authenticator_each"),)

    def __str__(self) -> str:
        return _("authenticator %(pk)s") % {"pk": self.pk}

    def get_throttle_factor(self) -> int:
        """Seconds after the first wrong code; twice as many after each further one."""
        return 1

    @property
    def locked_until(self) -> datetime | None:
        """When the next code is looked at, if that is later than now.

        A quarter of an hour at most. Whoever knows the passphrase and goes on guessing for a year has one chance in
        ten, and keeps the owner from using the app meanwhile, but not from using a recovery code.
        """
        if not self.throttling_failure_count or self.throttling_failure_timestamp is None:
            return None
        wait = min(timedelta(seconds=2 ** min(self.throttling_failure_count - 1, 20)), LONGEST_WAIT)
        until = self.throttling_failure_timestamp + wait
        return until if until > timezone.now() else None

    def verify_is_allowed(self) -> tuple[bool, dict[str, Any] | None]:
        until = self.locked_until
        if until is None:
            return True, None
        reason = VerifyNotAllowed.N_FAILED_ATTEMPTS
        return False, {
            "reason": reason,
            "failure_count": self.throttling_failure_count,
            "locked_until": until,
        }

    def verify_token(self, token: str) -> bool:
        """Whether this code is right now and was not used before. Call it with the row locked."""
        if not self.verify_is_allowed()[0]:
            return False
        step = matching_step(unseal(bytes(self.sealed_secret)), token, after=self.last_step)
        if step is None:
            self.throttle_increment()
            return False
        self.last_step = step
        self.throttle_reset()
        return True


class RecoveryCode(models.Model):
    """One code that stands in for the app, once. The row goes when the code is used."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("user", "digest"), name="recovery_code_once"),)

    def __str__(self) -> str:
        return _("recovery code %(pk)s") % {"pk": self.pk}
