"""Mails to leads. They say that something happened and where to look, and name nobody."""

from collections.abc import Collection

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.models import InboxAccess

CHANGED = lazy("Access to enquiries changed")
UNUSUAL = lazy("Unusual reading of enquiries")
UNCLOSED = lazy("Enquiries that nothing happens with")
WITNESS = lazy("Access log of enquiries: newest hash")


def leads_addresses(*, but_not: int | None = None) -> list[str]:
    """The addresses of all leads, of all but one if somebody is the matter."""
    rows = InboxAccess.objects.current().leads().exclude(account_number=but_not).order_by("pk")
    return list(rows.values_list("person__email", flat=True))


def witnesses() -> list[str]:
    """Who keeps the newest hash of the log: the setting, else all leads."""
    return list(settings.ACCESS_LOG_WITNESSES) or leads_addresses()


def tell_that_access_changed(*, also: Collection[str] = ()) -> None:
    """Mail all leads. Written in the transaction of the change; a worker sends it."""
    _send(CHANGED, "access_changed", "enquiries_access:list", {*leads_addresses(), *also} or set(witnesses()), {})


def tell_of_unusual_reading(*, about: int) -> None:
    """Mail the leads. Where the only lead is the matter, whoever keeps the hashes is told instead."""
    others = set(leads_addresses(but_not=about)) or set(settings.ACCESS_LOG_WITNESSES)
    _send(UNUSUAL, "unusual_reading", "enquiries_inbox:log", others | set(leads_addresses()), {})


def tell_of_unclosed(*, count: int, months: int) -> None:
    """Mail all leads that so many enquiries are about to be emptied. Written in the transaction that notes it."""
    context: dict[str, object] = {"count": count, "months": months}
    _send(UNCLOSED, "unclosed", "enquiries_requests:list", leads_addresses(), context)


def send_newest_hash(*, newest: str, lines: int) -> int:
    """Mail the end of the log to its witnesses. Returns how many were told."""
    addresses = set(witnesses())
    _send(WITNESS, "log_witness", "enquiries_inbox:log", addresses, {"newest": newest, "lines": lines})
    return len(addresses)


def _send(subject: str, template: str, page: str, addresses: Collection[str], context: dict[str, object]) -> None:
    """One mail for each address, so that nobody learns the addresses of the others."""
    url = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse(page)
    body = render_to_string(f"enquiries/mail/{template}.txt", {"url": url, **context})
    headers = {"Auto-Submitted": "auto-generated"}
    mails = [EmailMessage(str(subject), body, to=[address], headers=headers) for address in sorted(addresses)]
    get_connection().send_messages(mails)
