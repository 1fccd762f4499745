"""Conventions of the hub that Django can check at start-up."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.utils import timezone

from .accounts.demo_accounts import DOMAIN
from .deployment.encryption_keys import key_problems

DEMO_DOMAIN = f"@{DOMAIN}"


@register(Tags.database)
def demo_accounts_stay_off_production(*, databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """The demo's accounts share one password that was printed on a screen."""
    if settings.DEMO_ACCOUNTS_ALLOWED or not databases:
        return []
    try:
        if not demo_accounts_exist():
            return []
    except DatabaseError:
        return []
    return [
        Error(
            f"Accounts ending in {DEMO_DOMAIN} exist.",
            hint="Remove them with `manage.py remove_demo_accounts` before you go live.",
            id="hub.E001",
        )
    ]


def demo_accounts_exist() -> bool:
    """Whether anybody can sign in with an account of the demo."""
    from .models import User

    return User.objects.filter(email__endswith=DEMO_DOMAIN, is_active=True).exists()


@register(Tags.database)
def leads_can_let_people_in(*, databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """What one lead grants, another confirms. The demo brings its own."""
    if settings.DEMO_ACCOUNTS_ALLOWED or not databases:
        return []
    from directory.enquiries.models import InboxAccess

    try:
        if InboxAccess.objects.current().leads().count() > 1:
            return []
    except DatabaseError:
        return []
    hint = "Run `manage.py appoint_lead` for two people. See docs/enquiries.md."
    return [Warning("There are fewer than two leads of enquiries.", hint=hint, id="hub.W019")]


@register(Tags.database)
def keys_open_this_database(*, databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """With keys of another database nothing that people sent can be read, and what they send now is split in two."""
    if not databases:
        return []
    from directory.enquiries.storage.key_probe import WRONG_KEYS, keys_fit
    from directory.enquiries.storage.pairing import pairing_problem

    try:
        if not keys_fit():
            return [Error(WRONG_KEYS, id="hub.E017")]
        problem = pairing_problem()
    except DatabaseError:
        return []
    return [Error(problem, id="hub.E018")] if problem else []


@register(Tags.security)
def keys_are_usable(**kwargs: Any) -> list[CheckMessage]:
    """Without a usable key no enquiry can be saved or read. The start stops for the same reasons."""
    return [Error(text, id=code) for code, _, text in (problem.partition(": ") for problem in key_problems())]


@register()
def reading_hours_are_readable(**kwargs: Any) -> list[CheckMessage]:
    """The clock of urgent enquiries would stop at the first of them."""
    from directory.enquiries.reply_times.working_days import answer_due

    try:
        answer_due(timezone.now(), urgent=True)
    except ImproperlyConfigured as error:
        return [Error(str(error), id="hub.E020")]
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
