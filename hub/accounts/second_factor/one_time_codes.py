"""Codes of an app (RFC 6238) and recovery codes: made and compared. Stores nothing."""

import re
import secrets
import time
from base64 import b32encode
from hashlib import sha256
from urllib.parse import quote, urlencode

import segno
from django.conf import settings
from django.views.decorators.debug import sensitive_variables
from django_otp.oath import TOTP

SECRET_BYTES = 20
STEP_SECONDS = 30
DIGITS = 6
# A clock that is half a minute wrong, or a code typed as it changes.
TOLERANCE = 1
# How far a clock is looked for when somebody sets up.
WIDE_TOLERANCE = 20

RECOVERY_CODES = 10
# Without what is mistaken for something else in handwriting: 0 and o, 1, i and l.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
RECOVERY_LENGTH = 16
GROUP = 4


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


@sensitive_variables()
def secret_words(secret: bytes) -> str:
    """The secret as somebody types it into an app, in groups."""
    return grouped(b32encode(secret).decode())


@sensitive_variables()
def qr_code(secret: bytes, account: str) -> str:
    """The address that an app reads, as a picture in SVG without styles or scripts."""
    issuer = settings.WAGTAIL_SITE_NAME
    label = quote(f"{issuer}:{account}", safe="")
    query = urlencode({"secret": b32encode(secret).decode(), "issuer": issuer}, quote_via=quote)
    made = segno.make(f"otpauth://totp/{label}?{query}", error="m", micro=False)
    return str(made.svg_inline(scale=1, border=4, omitsize=True, light="#fff", dark="#000", svgclass="", lineclass=""))


@sensitive_variables()
def matching_step(secret: bytes, token: str, *, after: int = -1, tolerance: int = TOLERANCE) -> int | None:
    """Which step of thirty seconds the code belongs to: now or a neighbour, and later than `after`."""
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", token):
        return None
    clock = TOTP(secret, step=STEP_SECONDS, digits=DIGITS)
    clock.time = time.time()
    return int(clock.t()) if clock.verify(int(token), tolerance=tolerance, min_t=after + 1) else None


@sensitive_variables()
def seconds_fast(secret: bytes, token: str) -> int | None:
    """By how much the clock of the app is ahead of ours, or behind it, for one that is up to ten minutes wrong."""
    step = matching_step(secret, token, tolerance=WIDE_TOLERANCE)
    return None if step is None else (step - int(time.time()) // STEP_SECONDS) * STEP_SECONDS


def new_recovery_codes() -> list[str]:
    """Codes of 79 bits: too many to try, so trying them need not be slowed."""
    return ["".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)]


@sensitive_variables()
def recovery_digest(typed: str) -> str:
    """What is kept of a recovery code, whatever blanks, dashes and capitals it is typed with."""
    return sha256(re.sub(r"[^0-9a-z]", "", typed.lower()).encode()).hexdigest()


def grouped(text: str) -> str:
    return "-".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))
