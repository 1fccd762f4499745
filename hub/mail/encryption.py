"""Encrypts a mail for the database and decrypts it for the mail server. Our mails have no attachments."""

import json
from base64 import urlsafe_b64encode
from email.utils import make_msgid, parseaddr

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

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
    return _key_ring().encrypt(json.dumps(parts).encode())


@sensitive_variables()
def decrypt_mail(sealed: bytes) -> EmailMultiAlternatives:
    """The mail of `encrypt_mail`. Raises `cryptography.fernet.InvalidToken`."""
    parts = json.loads(_key_ring().decrypt(bytes(sealed)))
    alternatives = [tuple(pair) for pair in parts.pop("alternatives")]
    return EmailMultiAlternatives(**parts, alternatives=alternatives)


def _own_domain() -> str:
    """Django would ask the network for the name of this machine, and tell it to everyone who gets a mail."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def _plain(value: object) -> object:
    return [str(part) for part in value] if isinstance(value, list | tuple) else str(value)


def _key_ring() -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest() for secret in secrets)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
