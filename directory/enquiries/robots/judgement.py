"""Looking at an enquiry for signs of a machine, at the moment it is received.

None of the signs is proof: whatever shows one is set aside for a person to look through, and its sender gets the same
receipt as everyone.
"""

import re
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import EnquiryAnswers
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.key_store.keys import keys_with_contact
from directory.enquiries.models import Enquiry, OutboxMessage, RepeatedText

from .verdict import Verdict

SALT = "directory.enquiries.robots"
LINK = re.compile(r"https?://|www\.|\[url", re.IGNORECASE)
MOST_LINKS = 2
# Shorter texts are equal by chance.
SHORTEST_TEXT = 20
MOST_EQUAL_TEXTS = 3
MOST_IN_A_MAILBOX = 20
REMEMBERED = timedelta(days=1)
ONE_MAIL_IN = timedelta(hours=1)


class QuarantineFull(Exception):
    """More was set aside than people can look through: `ENQUIRY_QUARANTINE_MOST`."""


@sensitive_variables()
def judge(answers: EnquiryAnswers, *, was_trapped: bool, begun_at: datetime, token: uuid.UUID) -> Verdict:
    """What to do with an enquiry that is about to be received.

    Raises `QuarantineFull` for one that would be set aside while there is no room. Never for an urgent one.
    """
    now = timezone.now()
    mailbox = answers.receipt_address
    keys = keys_with_contact(ContactPoint.email(mailbox)) if mailbox else []
    recent = Enquiry.objects.filter(key_id__in=keys[-1000:], received_at__gt=now - REMEMBERED).exclude(token=token)
    odd = was_trapped or any(_signs(answers, now - begun_at, token, recent.count() if keys else 0))
    mailed = OutboxMessage.objects.filter(
        kind=OutboxMessage.Kind.RECEIPT, enquiry__in=recent, created_at__gt=now - ONE_MAIL_IN
    )
    mails_sender = not (keys and mailed.exists())
    if not odd:
        return Verdict(mails_sender=mails_sender)
    return _set_aside(answers, token, now, mails_sender)


def _set_aside(answers: EnquiryAnswers, token: uuid.UUID, now: datetime, mails_sender: bool) -> Verdict:
    aside = Enquiry.objects.filter(quarantined_at__isnull=False, closed_at__isnull=True).exclude(token=token)
    if answers.is_urgent:
        return Verdict(is_quarantined=True, mails_sender=mails_sender)
    if aside.count() >= settings.ENQUIRY_QUARANTINE_MOST:
        raise QuarantineFull
    # The first of an hour tells moderators to look; the rest would only fill their mailbox.
    is_first = not aside.filter(quarantined_at__gt=now - ONE_MAIL_IN).exists()
    return Verdict(is_quarantined=True, tells_moderators=is_first, mails_sender=mails_sender)


@sensitive_variables()
def _signs(answers: EnquiryAnswers, took: timedelta, token: uuid.UUID, in_mailbox: int) -> Iterator[bool]:
    text = "\n".join(answers.free_texts)
    yield took < timedelta(seconds=settings.ENQUIRY_FASTEST_SECONDS)
    yield len(LINK.findall(text)) > MOST_LINKS
    yield in_mailbox >= MOST_IN_A_MAILBOX
    yield _is_repeated(text, token)


@sensitive_variables()
def _is_repeated(text: str, token: uuid.UUID) -> bool:
    if len(text) < SHORTEST_TEXT:
        return False
    plain = " ".join(text.casefold().split())
    digest = salted_hmac(SALT, plain, algorithm="sha256").hexdigest()
    RepeatedText.objects.bulk_create([RepeatedText(digest=digest, token=token)], ignore_conflicts=True)
    equal = RepeatedText.objects.filter(digest=digest, at__gt=timezone.now() - REMEMBERED).exclude(token=token)
    return equal.count() >= MOST_EQUAL_TEXTS


def forget_texts() -> int:
    """Delete what is older than it is remembered."""
    return RepeatedText.objects.filter(at__lte=timezone.now() - REMEMBERED).delete()[0]
