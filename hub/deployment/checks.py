"""What `manage.py check --deploy` complains of: a hub that starts and would not do what it promises."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, register
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import DatabaseError

from hub.checks import demo_accounts_exist

from .file_permissions import files_open_to_others

# Mail goes nowhere with these.
IDLE_BACKENDS = ("console", "dummy", "filebased", "locmem")
THIS_MACHINE = ("localhost", "127.0.0.1", "::1", "0.0.0.0")  # noqa: S104 - nothing is bound here


@register(Tags.security, deploy=True)
def someone_is_told_of_enquiries(**kwargs: Any) -> list[CheckMessage]:
    """Without an address nobody learns that an enquiry came in."""
    if not settings.ENQUIRY_NOTIFY:
        hint = "Set it to the addresses of those who read enquiries."
        return [Error("ENQUIRY_NOTIFY is empty: nobody is told of an enquiry.", hint=hint, id="hub.E011")]
    wrong = [place for place, address in enumerate(settings.ENQUIRY_NOTIFY, start=1) if not _is_address(address)]
    return [Error(f"Value {place} in ENQUIRY_NOTIFY is not an e-mail address.", id="hub.E011") for place in wrong]


@register(Tags.security, deploy=True)
def hosts_are_named(**kwargs: Any) -> list[CheckMessage]:
    """With every host allowed, links in mails and redirects can be made to lead elsewhere."""
    if not any(host.strip() in ("*", ".") for host in settings.ALLOWED_HOSTS):
        return []
    return [Error("ALLOWED_HOSTS allows every host.", hint="Name the hosts of this site.", id="hub.E012")]


@register(Tags.security, deploy=True)
def mail_is_sent(**kwargs: Any) -> list[CheckMessage]:
    """Mails that only reach a console reach nobody, and are in a log."""
    if settings.EMAIL_BACKEND.split(".")[-2] not in IDLE_BACKENDS:
        return []
    return [Error("Mail is not sent: EMAIL_URL names no mail server.", hint="See docs/settings.md.", id="hub.E013")]


@register(Tags.security, deploy=True)
def addresses_are_secure(**kwargs: Any) -> list[CheckMessage]:
    """Staff would sign in, and links in mails lead, over an address that others can read along."""
    addresses = (
        ("WAGTAILADMIN_BASE_URL", settings.WAGTAILADMIN_BASE_URL),
        *(("CSRF_TRUSTED_ORIGINS", origin) for origin in settings.CSRF_TRUSTED_ORIGINS),
    )
    return [
        Error(problem, id="hub.E014") for name, address in addresses for problem in _address_problems(name, address)
    ]


@register(Tags.security, deploy=True)
def no_demo_accounts(**kwargs: Any) -> list[CheckMessage]:
    """The demo's accounts share one password. Settings that allow them are for a developer's machine."""
    problems: list[CheckMessage] = []
    if settings.DEMO_ACCOUNTS_ALLOWED:
        hint = "Use hub.settings.production."
        problems.append(Error("These settings allow the accounts of the demo.", hint=hint, id="hub.E015"))
    try:
        if demo_accounts_exist():
            hint = "Remove them with `manage.py remove_demo_accounts`."
            problems.append(Error("Accounts of the demo can sign in.", hint=hint, id="hub.E015"))
    except DatabaseError:
        problems.append(_cannot_tell())
    return problems


@register(Tags.security, deploy=True)
def stored_files_are_private(**kwargs: Any) -> list[CheckMessage]:
    """Other users of the machine must not read the database, the keys or the index."""
    hint = "Change its owner to the user that runs the hub, or its mode to 600 (a folder: 700)."
    return [Error(f"{path} can be read by others.", hint=hint, id="hub.E016") for path in files_open_to_others()]


@register(Tags.security, deploy=True)
def erased_keys_can_be_listed(**kwargs: Any) -> list[CheckMessage]:
    """What cannot be listed is not erased, so nothing would be deleted any more."""
    path = Path(settings.ERASED_KEYS_FILE)
    if os.access(path if path.exists() else path.parent, os.W_OK):
        return []
    hint = "Make its folder, writable for the user that runs the hub. See docs/running.md."
    return [Error(f"ERASED_KEYS_FILE cannot be written: {path}", hint=hint, id="hub.E019")]


def _cannot_tell() -> CheckMessage:
    return Info("The database was not asked for accounts of the demo: it does not answer or is empty.", id="hub.I001")


def _address_problems(name: str, address: str) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme != "https":
        yield f"{name} is not an https address."
    elif not parts.hostname or parts.hostname in THIS_MACHINE:
        yield f"{name} names this machine and not the site."


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
