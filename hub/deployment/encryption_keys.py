"""What must be true before any process of the hub goes on: a web server, a worker, a command."""

from contextlib import suppress

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

# gunicorn stops for good at this one; at others it tries again without end.
EXIT_CODE = 3


def require_usable_keys() -> None:
    """Raise `ImproperlyConfigured` with one line when a key in the settings cannot be used."""
    for problem in key_problems():
        raise ImproperlyConfigured(problem)


def key_problems() -> list[str]:
    """What is wrong with the keys in the settings. Names the setting and the place, never the value."""
    problems = []
    if not settings.ENQUIRY_KEYS:
        problems.append("hub.E002: ENQUIRY_KEYS is empty. See docs/settings.md.")
    for code, name in (("hub.E002", "ENQUIRY_KEYS"), ("hub.E010", "FACTS_COOKIE_KEYS")):
        for place, key in enumerate(getattr(settings, name), start=1):
            if not _is_key(key):
                problems.append(f"{code}: value {place} in {name} is not a Fernet key. See docs/settings.md.")
    return problems


def require_right_keys_for_serving() -> None:
    """Raise `ImproperlyConfigured` when the keys do not open this database. One that does not answer is let be."""
    from directory.enquiries.storage.key_probe import require_right_keys

    try:
        # One that is not migrated, or down, is told of by the address for readiness.
        with suppress(DatabaseError):
            require_right_keys()
    finally:
        # Processes that are forked from this one must not share its connection.
        connections.close_all()


def _is_key(key: object) -> bool:
    try:
        Fernet(key)
    except (TypeError, ValueError):
        return False
    return True
