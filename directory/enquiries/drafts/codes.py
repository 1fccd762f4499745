"""The code for coming back to a draft."""

from hashlib import sha256

SALT = "directory.enquiries.draft"


def draft_code_digest(code: str) -> str:
    """What is stored of a code, and found by it. 64 random bits need no slow hash."""
    return sha256(f"{SALT}:{code}".encode()).hexdigest()
