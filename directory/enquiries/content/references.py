"""The codes a sender keeps: a reference, short enough to say on the phone, and a secret that shows how it stands."""

import hmac
import re
import secrets
import uuid
from hashlib import sha256

from django.utils.crypto import salted_hmac

# No vowels, so no words; no pairs that look or sound alike in handwriting (0 O, 1 I L, 2 Z, 5 S, 8 B, U V).
ALPHABET = "2346789CDFGHJKMNPQRTVWXY"
CODE_LENGTH = 8
PREFIX = "PSH"
# 24 letters to the power of 14 are 64 bits.
SECRET_LENGTH = 14
SECRET_GROUPS = (5, 10)
CODE_SALT = "directory.enquiries.code"


def new_reference() -> str:
    """A random reference such as PSH-4K7M-2XQD; one of 110 thousand million."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return f"{PREFIX}-{code[:4]}-{code[4:]}"


def tidy_reference(typed: str) -> str:
    """What someone typed as a reference, in the form that is stored; empty when it cannot be one."""
    code = re.sub(r"[^A-Z0-9]", "", typed[:40].upper()).removeprefix(PREFIX)
    return f"{PREFIX}-{code[:4]}-{code[4:]}" if len(code) == CODE_LENGTH else ""


def new_secret() -> str:
    """A random secret code of 64 bits such as 4K7M2-XQD9W-7RAC."""
    return _grouped("".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH)))


def code_of(token: uuid.UUID) -> str:
    """The secret code of the enquiry with this token: the same however often it is sent, and stored nowhere."""
    number = int.from_bytes(salted_hmac(CODE_SALT, token.hex, algorithm="sha256").digest())
    letters = []
    for _ in range(SECRET_LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return _grouped("".join(letters))


def tidy_secret(typed: str) -> str:
    """What someone typed as a secret code, in the form that is shown; empty when it cannot be one."""
    code = re.sub(r"[^A-Z0-9]", "", typed[:60].upper())
    return _grouped(code) if len(code) == SECRET_LENGTH and set(code) <= set(ALPHABET) else ""


def code_digest(reference: str, code: str) -> str:
    """What is stored of a secret code. 64 random bits need no slow hash."""
    return sha256(f"{reference}:{code}".encode()).hexdigest()


def code_fits(reference: str, code: str, digest: str) -> bool:
    """Whether the code is the one of the digest, in the same time whether it is or not."""
    return hmac.compare_digest(code_digest(reference, code), digest or "-")


def _grouped(code: str) -> str:
    first, second = SECRET_GROUPS
    return f"{code[:first]}-{code[first:second]}-{code[second:]}"
