"""The mails of an enquiry. They carry its reference and nothing else about it."""

import uuid
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.models import OutboxMessage

SUBJECTS = {
    OutboxMessage.Kind.RECEIPT: lazy("Your reference %(reference)s"),
    OutboxMessage.Kind.NOTICE: lazy("New enquiry %(reference)s"),
    OutboxMessage.Kind.SENDER_WROTE: lazy("The sender wrote about %(reference)s"),
    OutboxMessage.Kind.UPDATE: lazy("About your reference %(reference)s"),
    OutboxMessage.Kind.QUESTION: lazy("A question about %(reference)s"),
}


class NoRecipient(Exception):
    """A mail is owed to moderators, and no address is set."""


def new_message_id() -> str:
    """A Message-ID that is ours for good."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<enquiry.{uuid.uuid4().hex}@{domain}>"


def moderators_addresses() -> list[str]:
    """Where notices of new enquiries go."""
    return list(getattr(settings, "ENQUIRY_NOTIFY", []))


@sensitive_variables("recipients")
def compose(message: OutboxMessage, connection: BaseEmailBackend) -> EmailMessage:
    """The mail to send. Raises `NoRecipient` when nobody is set to receive it."""
    if message.kind in OutboxMessage.TO_MODERATORS:
        recipients = moderators_addresses()
    else:
        recipients = [message.enquiry.data_key.open(message.sealed_recipient)]
    if not recipients:
        raise NoRecipient
    context = {
        "reference": message.enquiry.reference,
        "inbox_url": settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("enquiries_inbox:list"),
    }
    return EmailMessage(
        subject=SUBJECTS[message.kind] % {"reference": message.enquiry.reference},
        body=render_to_string(f"enquiries/mail/{message.kind}.txt", context),
        to=recipients,
        headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
        connection=connection,
    )
