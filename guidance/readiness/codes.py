"""The code in a private link: made, written, read as people type it, and known again without being kept."""

import re
import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

from search.text.invisible_characters import clean_code

# Nothing in it is taken for something else: 0 and 1 are read as o and l.
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
# 28 letters of 5 bits each are 140 bits.
LENGTH, GROUP = 28, 4
SALT = "guidance.readiness.link"
_NOISE = re.compile(r"[\s-]+")
_MISREAD = str.maketrans("01", "ol")
_WHOLE = re.compile(f"[{LETTERS}]{{{LENGTH}}}")


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """As it stands in the link and on paper: groups of four."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read_code(typed: str) -> str:
    """The code in what was typed or pasted, a whole link as well; empty when there is none. Never fails."""
    last = clean_code(typed[:1000]).rpartition("#")[2]
    plain = _NOISE.sub("", last).lower().translate(_MISREAD)
    return plain if _WHOLE.fullmatch(plain) else ""


def digest_of(code: str) -> str:
    """What a new check is known by. A digest with a key: a list of digests alone cannot be tried against codes."""
    return _digest(code, settings.SECRET_KEY)


def digests_of(code: str) -> list[str]:
    """What a check may be known by: keys that have been changed still count."""
    return [_digest(code, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _digest(code: str, secret: str) -> str:
    return salted_hmac(SALT, code, secret=secret, algorithm="sha256").hexdigest()
