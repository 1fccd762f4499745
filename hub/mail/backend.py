"""Django's door for mail. What comes through it is written down, and a worker sends it."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from .encryption import encrypt_mail


class QueueingBackend(BaseEmailBackend):
    """Writes each mail, encrypted, into the database: a request never waits for a mail server."""

    @sensitive_variables()
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        from .models import QueuedMail  # imported late: Django may import this module before its models
        from .tasks import deliver

        wanted = [message for message in email_messages if message.recipients()]
        for message in wanted:
            with transaction.atomic():
                queued = QueuedMail.objects.create(sealed=encrypt_mail(message))
                deliver.enqueue(str(queued.pk))
        return len(wanted)

    def open(self) -> Any:
        """Nothing to open."""
        return False
