"""Slowing whoever tries codes, without shutting out others who share their address.

A reference rests after a few wrong codes. An address that sent many wrong codes is only asked to take its time: a
page must have been open for a few seconds, which people who type a code do not notice.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from directory.enquiries.models import WrongCode

SALT = "directory.enquiries.slowing"
WINDOW = timedelta(minutes=10)
MOST_FOR_A_REFERENCE = 5
MOST_FROM_AN_ADDRESS = 20
TYPED_IN = timedelta(seconds=5)
OPEN_FOR = timedelta(days=1)


def about_reference(reference: str) -> str:
    """What a wrong code is noted under: nothing that can be read back."""
    return salted_hmac(SALT, f"reference:{reference}", algorithm="sha256").hexdigest()


def about_address(request: HttpRequest) -> str:
    """The same for where it came from."""
    return salted_hmac(SALT, f"address:{request.META.get('REMOTE_ADDR', '')}", algorithm="sha256").hexdigest()


def opened_now() -> str:
    """For a hidden field: when the page was made, signed. Of one length."""
    return signing.TimestampSigner(salt=SALT).sign("page")


def may_try(*, reference: str, address: str, opened: str) -> bool:
    """Whether a code is looked at: not while its reference rests, nor in haste from an address that guesses."""
    if reference and _wrong(reference) >= MOST_FOR_A_REFERENCE:
        return False
    return _wrong(address) < MOST_FROM_AN_ADDRESS or _took_time(opened)


def note_wrong(abouts: Iterable[str]) -> None:
    """A code did not fit. Beyond a bound nothing is added: it is known already."""
    WrongCode.objects.bulk_create(
        WrongCode(about=about) for about in abouts if about and _wrong(about) < MOST_FROM_AN_ADDRESS
    )


def forget_wrong_codes() -> int:
    """Delete what no longer counts."""
    return WrongCode.objects.filter(at__lte=timezone.now() - WINDOW).delete()[0]


def _wrong(about: str) -> int:
    return WrongCode.objects.filter(about=about, at__gt=timezone.now() - WINDOW).count()


def _took_time(opened: str) -> bool:
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
