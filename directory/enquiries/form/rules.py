"""Answers that depend on each other. Pure, so that each rule can be read and tested alone."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import Channel, ConsentBasis, SenderKind

# The field each way of contact needs, and what to say when it is empty.
CHANNEL_FIELDS = {
    Channel.PHONE: ("phone", lazy("Enter the number that is safe to call")),
    Channel.TEXT: ("phone", lazy("Enter the number that is safe to text")),
    Channel.EMAIL: ("email", lazy("Enter the email address that is safe to write to")),
    Channel.LETTER: ("address", lazy("Enter the address that is safe to write to")),
}


@sensitive_variables()
def find_gaps(cleaned: dict[str, Any], *, already_wrong: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each field that the other answers make necessary and that is empty, with what to tell the sender."""
    told = set(already_wrong)
    for name, message in (*_contact_gaps(cleaned), *_help_gaps(cleaned), *_sender_gaps(cleaned), *_consent(cleaned)):
        if name not in told:
            told.add(name)
            yield name, message


@sensitive_variables()
def _contact_gaps(cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for channel in cleaned.get("channels", ()):
        if channel in CHANNEL_FIELDS:
            name, message = CHANNEL_FIELDS[channel]
            if not cleaned.get(name):
                yield name, message


@sensitive_variables()
def _help_gaps(cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if not cleaned.get("needs") and not cleaned.get("words"):
        yield "needs", _("Choose what would help, or say it in your words")


@sensitive_variables()
def _sender_gaps(cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = cleaned.get("sender_kind")
    if kind == SenderKind.PROFESSIONAL and not cleaned.get("sender_role"):
        yield "sender_role", _("Enter your role")
    someone_else = kind in (SenderKind.RELATIVE, SenderKind.PROFESSIONAL)
    if someone_else and not cleaned.get("sender_email") and not cleaned.get("sender_phone"):
        yield "sender_email", _("Enter your email address or your phone number, so that we can reply")
    if kind == SenderKind.PERSON and cleaned.get("channels") == [Channel.SENDER]:
        yield "channels", _("Choose how we can reach you, other than through you")
    if cleaned.get("email_reference") and not _receipt_field_filled(cleaned):
        yield (
            ("email" if kind == SenderKind.PERSON else "sender_email"),
            _("Enter the email address for the reference"),
        )


@sensitive_variables()
def _receipt_field_filled(cleaned: dict[str, Any]) -> bool:
    own = cleaned.get("email") if cleaned.get("sender_kind") == SenderKind.PERSON else ""
    return bool(cleaned.get("sender_email") or own)


@sensitive_variables()
def _consent(cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind, basis = cleaned.get("sender_kind"), cleaned.get("consent_basis")
    if not kind or not basis:
        return
    if (kind == SenderKind.PERSON) != (basis == ConsentBasis.OWN):
        yield "consent_basis", _("Choose the answer that fits who the enquiry is for")
