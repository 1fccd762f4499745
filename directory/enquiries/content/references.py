"""The code a sender keeps: short enough to say on the phone, long enough not to be guessed."""

import re
import secrets

# No vowels, so no words; no pairs that look or sound alike in handwriting (0 O, 1 I L, 2 Z, 5 S, 8 B, U V).
ALPHABET = "2346789CDFGHJKMNPQRTVWXY"
CODE_LENGTH = 8
PREFIX = "PSH"


def new_reference() -> str:
    """A random reference such as PSH-4K7M-2XQD; one of 110 thousand million."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return f"{PREFIX}-{code[:4]}-{code[4:]}"


def tidy_reference(typed: str) -> str:
    """What someone typed as a reference, in the form that is stored; empty when it cannot be one."""
    code = re.sub(r"[^A-Z0-9]", "", typed[:40].upper()).removeprefix(PREFIX)
    return f"{PREFIX}-{code[:4]}-{code[4:]}" if len(code) == CODE_LENGTH else ""
