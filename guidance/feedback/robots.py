"""Telling apart, by what was sent alone, what a machine may have sent. Nothing of who sent it is looked at or kept.

None of the signs is proof, so what shows one is set aside for an editor and its sender is thanked like everyone.
"""

import re
from collections.abc import Iterator

from django.core import signing
from django.utils import timezone

from guidance.models import PageFeedback

SALT = "guidance.feedback"
TRAP = "website"
FASTEST_SECONDS = 2
LINK = re.compile(r"https?://|www\.|\[url", re.IGNORECASE)
MOST_LINKS = 1
MOST_A_DAY = 500
MOST_SET_ASIDE = 2000


def opened_now() -> str:
    """For a hidden field: when the form was shown, signed."""
    return signing.TimestampSigner(salt=SALT).sign("form")


def looks_like_a_machine(*, comment: str, trap: str, opened: str) -> bool:
    """Whether any sign shows."""
    return any(_signs(comment, trap, opened))


def is_full() -> bool:
    """Whether more was set aside than anybody will look through."""
    return PageFeedback.objects.filter(is_set_aside=True).count() >= MOST_SET_ASIDE


def _signs(comment: str, trap: str, opened: str) -> Iterator[bool]:
    yield bool(trap.strip())
    yield not _took_time(opened)
    yield len(LINK.findall(comment)) > MOST_LINKS
    yield PageFeedback.objects.filter(received_on=timezone.localdate()).count() >= MOST_A_DAY


def _took_time(opened: str) -> bool:
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(opened)
        signer.unsign(opened, max_age=FASTEST_SECONDS)
    except signing.SignatureExpired:
        return True
    except signing.BadSignature:
        return False
    return False
