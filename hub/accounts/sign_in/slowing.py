"""Slows down whoever guesses a passphrase: one account from one address, never the account everywhere.

Somebody who guesses from one place does not lock the owner out elsewhere, and a shared address (a prison, an office)
is not locked because of one of those who sit there.
"""

from datetime import timedelta
from math import ceil
from typing import Any

from axes.backends import AxesStandaloneBackend
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from hub.accounts.email_addresses import normalised

SALT = "hub.accounts.sign_in"
FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=30)
FORGOTTEN_AFTER = timedelta(days=1)


def wait_after(failures: int) -> timedelta:
    """Nothing for the first tries, then a minute, and twice as long each time up to half an hour."""
    if failures < FREE_TRIES:
        return timedelta()
    return min(FIRST_WAIT * 2 ** min(failures - FREE_TRIES, 10), LONGEST_WAIT)


def account_digest(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """What stands for the account in the table: the same for each way to write its address, and for one without."""
    name = normalised(str((credentials or {}).get("username") or ""))
    return salted_hmac(SALT, name, algorithm="sha256").hexdigest()


def nobody_in_particular(*args: Any) -> str:
    """What logs call whoever signs in."""
    return "somebody"


def seconds_to_wait(request: HttpRequest) -> int:
    """What the last look at this request's account and address found."""
    return int(getattr(request, "sign_in_wait", 0))


def too_early(request: HttpRequest, response: HttpResponse, credentials: Any) -> HttpResponse:
    """The page that was made, which holds what was typed, with the status that tells a program to wait."""
    response.status_code = 429
    response.headers["Retry-After"] = str(max(1, seconds_to_wait(request)))
    return response


def forget_failures() -> int:
    """Delete what was counted until a day ago. Returns how many rows."""
    old = AccessAttempt.objects.filter(attempt_time__lte=timezone.now() - FORGOTTEN_AFTER)
    return int(old.delete()[0])


class SlowingBackend(AxesStandaloneBackend, ModelBackend):
    """Django's own, which first refuses who has to wait. What has no request comes from no address: a command."""

    @sensitive_variables()
    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **credentials: Any
    ) -> Any:
        if request is not None:
            AxesStandaloneBackend.authenticate(self, request, username, password, **credentials)
        return ModelBackend.authenticate(self, request, username, password, **credentials)


class SlowingHandler(AxesDatabaseHandler):
    """Counts failures by account and address. Of a request it keeps nothing else: no browser, no page, no form."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        found = self._rows(request, credentials).values_list("failures_since_start", "attempt_time").first()
        request.sign_in_wait = 0
        if found is not None:
            left = found[1] + wait_after(found[0]) - timezone.now()
            request.sign_in_wait = max(0, ceil(left.total_seconds()))
        return seconds_to_wait(request) > 0

    def user_login_failed(self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any) -> None:
        # A try while waiting was not looked at, so it does not count.
        if request is None or request.axes_locked_out:
            return
        forget_failures()
        self._count(request, credentials)
        request.axes_locked_out = self.is_locked(request, credentials)

    def _rows(self, request: Any, credentials: dict[str, Any] | None) -> Any:
        return AccessAttempt.objects.filter(
            username=account_digest(request, credentials), ip_address=request.axes_ip_address, user_agent=""
        )

    def _count(self, request: Any, credentials: dict[str, Any]) -> None:
        now = timezone.now()
        with transaction.atomic():
            row, is_new = AccessAttempt.objects.select_for_update().get_or_create(
                username=account_digest(request, credentials),
                ip_address=request.axes_ip_address,
                user_agent="",
                defaults={"failures_since_start": 1},
            )
            if not is_new:
                AccessAttempt.objects.filter(pk=row.pk).update(
                    failures_since_start=F("failures_since_start") + 1, attempt_time=now
                )
