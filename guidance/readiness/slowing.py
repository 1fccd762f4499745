"""Slowing whoever tries codes, without shutting out others who share their address.

An address that sent many wrong codes is only asked to take its time: a page must have been open for a few seconds,
which people who type a code do not notice.
"""

from datetime import timedelta

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from guidance.models import WrongReadinessCode

SALT = "guidance.readiness.slowing"
WINDOW = timedelta(minutes=10)
MOST_FROM_AN_ADDRESS = 20
TYPED_IN = timedelta(seconds=5)
OPEN_FOR = timedelta(days=1)


def opened_now() -> str:
    """For a hidden field: when the page was made, signed."""
    return signing.TimestampSigner(salt=SALT).sign("page")


def is_slowed(request: HttpRequest) -> bool:
    """Whether so many wrong codes came from there that the next one must take its time."""
    return _wrong(request).count() >= MOST_FROM_AN_ADDRESS


def took_time(opened: str) -> bool:
    """Whether the page that sent a code had been open for as long as people need."""
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(opened, max_age=OPEN_FOR)
    except signing.BadSignature:
        return False
    try:
        signer.unsign(opened, max_age=TYPED_IN)
    except signing.SignatureExpired:
        return True
    return False


def note_wrong(request: HttpRequest) -> None:
    """A code did not fit. Beyond a bound nothing is added: it is known already."""
    if not is_slowed(request):
        WrongReadinessCode.objects.create(about=_about(request))


def forget_wrong_codes() -> int:
    """Delete what no longer counts."""
    return WrongReadinessCode.objects.filter(at__lte=timezone.now() - WINDOW).delete()[0]


def _wrong(request: HttpRequest) -> QuerySet:
    return WrongReadinessCode.objects.filter(about=_about(request), at__gt=timezone.now() - WINDOW)


def _about(request: HttpRequest) -> str:
    return salted_hmac(SALT, request.META.get("REMOTE_ADDR", ""), algorithm="sha256").hexdigest()
