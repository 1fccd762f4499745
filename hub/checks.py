"""Conventions of the hub that Django can check at start-up."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from .demo_accounts import DOMAIN

DEMO_DOMAIN = f"@{DOMAIN}"


@register(Tags.database)
def demo_accounts_stay_off_production(*, databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The demo's accounts share one password that was printed on a screen."""
    if settings.DEMO_ACCOUNTS_ALLOWED or not databases:
        return []
    from .models import User

    try:
        found = User.objects.filter(email__endswith=DEMO_DOMAIN, is_active=True).exists()
    except DatabaseError:
        return []
    if not found:
        return []
    return [
        Error(
            f"Accounts ending in {DEMO_DOMAIN} exist.",
            hint="Remove them with `manage.py remove_demo_accounts` before you go live.",
            id="hub.E001",
        )
    ]


@register(Tags.security, deploy=True)
def enquiry_keys_are_usable(**kwargs: Any) -> list[CheckMessage]:
    """Without a usable key no enquiry can be saved or read."""
    from cryptography.fernet import Fernet

    try:
        for key in settings.ENQUIRY_KEYS:
            Fernet(key)
    except (TypeError, ValueError):
        return [Error("ENQUIRY_KEYS holds a value that is not a Fernet key.", id="hub.E002")]
    if not settings.ENQUIRY_KEYS:
        return [Error("ENQUIRY_KEYS is empty.", hint="See docs/settings.md.", id="hub.E002")]
    return []


@register(Tags.security)
def map_tiles_are_usable(**kwargs: Any) -> list[CheckMessage]:
    """A wrong address of map pictures would only show in a visitor's browser."""
    url = settings.MAP_TILES_URL
    if not url:
        return []
    hint = "See docs/settings.md."
    if not url.startswith("https://") or any(part not in url for part in ("{z}", "{x}", "{y}")) or " " in url:
        return [Error("MAP_TILES_URL is not an https address with {z}, {x} and {y}.", hint=hint, id="hub.E003")]
    if not settings.MAP_ATTRIBUTION:
        return [Error("MAP_ATTRIBUTION is empty: makers of maps ask to be named.", hint=hint, id="hub.E004")]
    return []
