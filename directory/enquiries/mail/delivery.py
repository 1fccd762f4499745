"""Sending what the outbox owes: at least once, never two workers on one mail, never given up.

A mail server that takes seconds for each mail must not make the last of a hundred wait for minutes, so several are
sent at a time. Threads only talk to the mail server; the database is asked by one.
"""

import logging
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import F
from django.utils import timezone

from directory.enquiries.models import OutboxMessage
from directory.enquiries.models.outbox import OutboxQuerySet

from .messages import compose, moderators_addresses

logger = logging.getLogger(__name__)

# A mail server may take `EMAIL_TIMEOUT` for each of its eight or so answers, and a lease must not end before them.
LEASE_TIMEOUTS = 10
FIRST_RETRY = timedelta(seconds=30)
LONGEST_RETRY = timedelta(hours=1)
BATCH = 50
AT_A_TIME = 8

Sending = dict["Future[int]", OutboxMessage]


@dataclass(slots=True)
class DrainReport:
    """What one drain did."""

    sent: int = 0
    failed: int = 0
    without_address: int = 0


def drain_outbox(*, is_stopping: Callable[[], bool] = lambda: False) -> DrainReport:
    """Try every mail that is due once. When told to stop, finish what has begun and begin nothing more."""
    report = DrainReport()
    sending: Sending = {}
    with ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="mail") as pool:
        for message in _leased_messages(report):
            mail = _composed(message, report)
            if mail is not None:
                sending[pool.submit(mail.send)] = message
            if len(sending) >= AT_A_TIME:
                _note_done(sending, report)
            if is_stopping():
                break
        while sending:
            _note_done(sending, report)
    return report


def lease_time() -> timedelta:
    """How long one worker has a mail for itself."""
    return timedelta(seconds=LEASE_TIMEOUTS * settings.EMAIL_TIMEOUT)


def retry_delay(attempts: int) -> timedelta:
    """How long to wait after this many attempts: doubling, with a ceiling."""
    return min(FIRST_RETRY * 2 ** min(attempts - 1, 20), LONGEST_RETRY)


def _leased_messages(report: DrainReport) -> Iterator[OutboxMessage]:
    due = OutboxMessage.objects.due(timezone.now())
    if not moderators_addresses():
        report.without_address = due.filter(kind__in=OutboxMessage.TO_MODERATORS).count()
        due = due.exclude(kind__in=OutboxMessage.TO_MODERATORS)
    for pk in list(due.order_by("next_attempt_at").values_list("pk", flat=True)[:BATCH]):
        now, lease = timezone.now(), uuid.uuid4()
        taken = (
            OutboxMessage.objects.due(now)
            .filter(pk=pk)
            .update(lease=lease, leased_until=now + lease_time(), attempts=F("attempts") + 1)
        )
        if taken:
            yield OutboxMessage.objects.select_related("enquiry").get(pk=pk)


def _composed(message: OutboxMessage, report: DrainReport) -> EmailMessage | None:
    try:
        return compose(message, get_connection(settings.EMAIL_DELIVERY_BACKEND, timeout=settings.EMAIL_TIMEOUT))
    except Exception as error:
        _note_failed(message, error, report)
        return None


def _note_done(sending: Sending, report: DrainReport) -> None:
    """Wait until at least one is sent or has failed, and write down which."""
    for future in wait(sending, return_when=FIRST_COMPLETED).done:
        message, error = sending.pop(future), future.exception()
        if isinstance(error, Exception):
            _note_failed(message, error, report)
        elif error is not None:
            raise error
        else:
            _held(message).update(sent_at=timezone.now(), lease=None, leased_until=None, last_error="")
            report.sent += 1


def _note_failed(message: OutboxMessage, error: Exception, report: DrainReport) -> None:
    # Whatever goes wrong with one mail must not keep the others waiting. Neither the answer of a mail server nor
    # a traceback may be logged: both can quote the address.
    report.failed += 1
    logger.warning("Outbox message %s failed: %s", message.pk, type(error).__name__)
    _held(message).update(
        lease=None,
        leased_until=None,
        next_attempt_at=timezone.now() + retry_delay(message.attempts),
        last_error=type(error).__name__[:100],
    )


def _held(message: OutboxMessage) -> OutboxQuerySet:
    return OutboxMessage.objects.filter(pk=message.pk, lease=message.lease)
