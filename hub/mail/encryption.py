"""Encrypts a mail for the database and decrypts it for the mail server. Our mails have no attachments."""

import json
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.views.decorators.debug import sensitive_variables

from hub.derived_keys import key_ring

SALT = "hub.mail"
FIELDS = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to")


class MailHasAttachment(Exception):
    """A mail with an attachment, which nothing here sends."""


@sensitive_variables()
def encrypt_mail(message: EmailMessage) -> bytes:
    """Encrypt a mail. Raises `MailHasAttachment`."""
    if message.attachments:
        raise MailHasAttachment
    parts = {name: _plain(getattr(message, name)) for name in FIELDS}
    parts["headers"] = {name: str(value) for name, value in message.extra_headers.items()}
    # Always one, so that a mail sent twice by a crash is recognised as one.
    parts["headers"].setdefault("Message-ID", make_msgid(domain=_own_domain()))
    parts["alternatives"] = [[str(part) for part in pair] for pair in getattr(message, "alternatives", ())]
    return key_ring(SALT).encrypt(json.dumps(parts).encode())


@sensitive_variables()
def decrypt_mail(sealed: bytes) -> EmailMultiAlternatives:
    """The mail of `encrypt_mail`. Raises `cryptography.fernet.InvalidToken`."""
    parts = json.loads(key_ring(SALT).decrypt(bytes(sealed)))
    alternatives = [tuple(pair) for pair in parts.pop("alternatives")]
    return EmailMultiAlternatives(**parts, alternatives=alternatives)


def _own_domain() -> str:
    """Django would ask the network for the name of this machine, and tell it to everyone who gets a mail."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def _plain(value: object) -> object:
    return [str(part) for part in value] if isinstance(value, list | tuple) else str(value)
