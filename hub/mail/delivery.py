"""Sending what is queued: at once by the task, again by the timed job, and never by a request."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db.models import F
from django.utils import timezone

from .encryption import decrypt_mail
from .models import QueuedMail

logger = logging.getLogger(__name__)

# Longer than the mail server may take. Meanwhile nobody else tries this mail.
ATTEMPT = timedelta(minutes=3)
LONGEST_PAUSE = timedelta(minutes=30)
# A link to set a password has ended by then, and a notice is no news any more.
GIVEN_UP_AFTER = timedelta(days=1)
BATCH = 50
# One mail that fails may be at fault itself. After three in a row it is the mail server, and each further attempt
# would wait for its timeout.
FAILURES_IN_A_RUN = 3


def deliver_mail(pk: str) -> bool:
    """Try one mail that is due. Whether it was sent. Never raises for what a mail server does."""
    now = timezone.now()
    due = QueuedMail.objects.filter(pk=pk, next_attempt_at__lte=now)
    if not due.update(next_attempt_at=now + ATTEMPT, attempts=F("attempts") + 1):
        return False
    queued = QueuedMail.objects.get(pk=pk)
    try:
        connection = get_connection(settings.EMAIL_DELIVERY_BACKEND, timeout=settings.EMAIL_TIMEOUT)
        connection.send_messages([decrypt_mail(queued.sealed)])
    except Exception as error:
        # Neither the answer of a mail server nor a traceback may be logged: both can quote the address.
        logger.warning("Mail %s failed: %s", pk, type(error).__name__)
        _try_later(queued, type(error).__name__)
        return False
    QueuedMail.objects.filter(pk=pk).delete()
    return True


def deliver_due_mail() -> int:
    """Try what is due and drop what is too old. Returns how many were sent."""
    now = timezone.now()
    dropped, _ = QueuedMail.objects.filter(created_at__lt=now - GIVEN_UP_AFTER).delete()
    if dropped:
        logger.error("%s mails to staff were given up after a day", dropped)
    due = QueuedMail.objects.filter(next_attempt_at__lte=now).order_by("next_attempt_at")
    sent = failed = 0
    for pk in list(due.values_list("pk", flat=True)[:BATCH]):
        if deliver_mail(str(pk)):
            sent += 1
        else:
            failed += 1
        if failed == FAILURES_IN_A_RUN:
            break
    return sent


def _try_later(queued: QueuedMail, fault: str) -> None:
    pause = min(timedelta(minutes=1) * 2 ** min(queued.attempts - 1, 20), LONGEST_PAUSE)
    QueuedMail.objects.filter(pk=queued.pk).update(next_attempt_at=timezone.now() + pause, last_error=fault[:100])
