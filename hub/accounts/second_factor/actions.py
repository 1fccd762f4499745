"""Everything that sets up, asks for, changes or takes away a second factor."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.access.guards import require_leads_word
from hub.accounts.sessions import end_sessions

from .models import Authenticator, RecoveryCode
from .one_time_codes import grouped, matching_step, new_recovery_codes, recovery_digest, seconds_fast
from .sealing import seal, sealed_again

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

logger = logging.getLogger(__name__)


class CodeRefused(Exception):
    """The code is wrong, was used before, or is too old."""


class ClockIsWrong(CodeRefused):
    """The code would be right if the clock of the app were. Told only while setting up, where nothing is guessed."""

    def __init__(self, seconds: int) -> None:
        super().__init__(_("The clock of the app is wrong."))
        self.seconds = seconds


class TooEarly(CodeRefused):
    """Too many wrong codes: the next is looked at later."""

    def __init__(self, until: datetime) -> None:
        super().__init__(_("Too many wrong codes."))
        self.until = until


class AlreadySetUp(Exception):
    """This account has a second factor."""


@sensitive_variables()
@transaction.atomic
def set_up_second_factor(*, user: "AbstractUser", secret: bytes, token: str) -> list[str]:
    """Take over the secret that an app shows right codes for, end all sessions, and return new recovery codes.

    Raises `CodeRefused`, `ClockIsWrong` or `AlreadySetUp`.
    """
    step = matching_step(secret, token)
    if step is None:
        off = seconds_fast(secret, token)
        raise CodeRefused if off is None else ClockIsWrong(off)
    try:
        with transaction.atomic():
            Authenticator.objects.create(user=user, sealed_secret=seal(secret), last_step=step)
    except IntegrityError as error:
        raise AlreadySetUp from error
    end_sessions(user=user)
    logger.info("Account %s has a second factor", user.pk)
    return make_recovery_codes(user=user)


@sensitive_variables()
def use_code(*, user: "AbstractUser", token: str) -> Authenticator:
    """Let in with a code of the app, once. Raises `CodeRefused`, `TooEarly` or `UnreadableSecret`."""
    # Not inside one transaction with the exceptions: a wrong code must stay counted.
    with transaction.atomic():
        device = _locked(user)
        until = device.locked_until
        accepted = until is None and device.verify_token(token)
        if accepted:
            _keep_readable(device)
    if until is not None:
        raise TooEarly(until)
    if not accepted:
        raise CodeRefused
    return device


@sensitive_variables()
@transaction.atomic
def use_recovery_code(*, user: "AbstractUser", typed: str) -> Authenticator:
    """Let in with a recovery code, which is gone then. Raises `CodeRefused`.

    Not slowed, so that somebody who guesses codes of the app can't keep the owner out.
    """
    device = _locked(user)
    used, _unused = RecoveryCode.objects.filter(user=user, digest=recovery_digest(typed)).delete()
    if not used:
        raise CodeRefused
    logger.info("Account %s used a recovery code", user.pk)
    return device


@transaction.atomic
def make_recovery_codes(*, user: "AbstractUser") -> list[str]:
    """New codes, as they are shown this once; the ones before end."""
    codes = new_recovery_codes()
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=recovery_digest(code)) for code in codes)
    return [grouped(code) for code in codes]


@transaction.atomic
def remove_second_factor(*, user: "AbstractUser") -> None:
    """Take away app and recovery codes and end all sessions. Whoever must have one sets up another at once."""
    Authenticator.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()
    end_sessions(user=user)
    logger.info("Account %s has no second factor any more", user.pk)


@transaction.atomic
def reset_second_factor(*, user: "AbstractUser", by: "AbstractUser | None") -> None:
    """Take away what a colleague lost together with the recovery codes. `by` is nobody for a command.

    Raises `LeadsWordNeeded` when the colleague reads enquiries and no lead has allowed it.
    """
    require_leads_word(person=user, change="second_factor", by=by)
    remove_second_factor(user=user)
    logger.warning("The second factor of account %s was reset by account %s", user.pk, by.pk if by else "none")


def _locked(user: "AbstractUser") -> Authenticator:
    device = Authenticator.objects.select_for_update().filter(user=user, confirmed=True).first()
    if device is None:
        raise CodeRefused
    return device


def _keep_readable(device: Authenticator) -> None:
    """Seal the secret again, so that it stays readable when an old SECRET_KEY is taken out."""
    device.sealed_secret = sealed_again(bytes(device.sealed_secret))
    device.save(update_fields=["sealed_secret"])
