"""Enquiries that nobody closed: leads are told first, and something that happens keeps them."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from directory.enquiries.models import Enquiry, Hold, UnclosedNotice
from directory.enquiries.models.access import leads

WARNING = timedelta(days=30)
SUBJECT = "Enquiries that nothing happens with"
BODY = """Nothing has happened for {months} months with enquiries that nobody closed ({count} new ones).

Their names and words will be deleted in 30 days, unless somebody opens them, works on them or keeps them from
deletion. They are listed under Requests about data:

{address}/admin/enquiries/requests/

This mail says nothing about anybody, and needs no answer.
"""


def forgotten(now: datetime) -> QuerySet[Enquiry]:
    """Open enquiries with which nothing has happened for the months of the setting, practice left out."""
    before = now - relativedelta(months=settings.UNCLOSED_ENQUIRY_MONTHS)
    found = Enquiry.objects.filter(closed_at=None, anonymised_at=None, is_practice=False, received_at__lte=before)
    return found.annotate(last_event=Max("events__at")).filter(last_event__lte=before)


def due_unclosed(now: datetime) -> QuerySet[Enquiry]:
    """Those of which leads were told 30 days ago and with which nothing has happened since."""
    told = forgotten(now).filter(unclosed_notice__told_at__lte=now - WARNING)
    return told.filter(last_event__lte=F("unclosed_notice__told_at"))


@transaction.atomic
def tell_leads(now: datetime) -> int:
    """Have leads know of what has newly been forgotten, and return how many. Nothing is told when there is nobody."""
    _take_back_notices()
    held = Hold.objects.active(timezone.localdate(now)).values("enquiry")
    fresh = list(forgotten(now).filter(unclosed_notice=None).exclude(pk__in=held).values_list("pk", flat=True))
    addresses = [address for address in leads().values_list("email", flat=True) if address]
    if not fresh or not addresses:
        return 0
    UnclosedNotice.objects.bulk_create(
        [UnclosedNotice(enquiry_id=pk, told_at=now) for pk in fresh], ignore_conflicts=True
    )
    body = BODY.format(
        months=settings.UNCLOSED_ENQUIRY_MONTHS, count=len(fresh), address=settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    )
    for address in addresses:
        # One each: nobody learns who else is a lead. Queued, and sent with what this transaction writes.
        EmailMessage(SUBJECT, body, to=[address]).send()
    return len(fresh)


def _take_back_notices() -> None:
    """Somebody acted: the clock begins anew."""
    acted = UnclosedNotice.objects.annotate(last_event=Max("enquiry__events__at"))
    UnclosedNotice.objects.filter(enquiry__closed_at__isnull=False).delete()
    moved = acted.filter(last_event__gt=F("told_at")).values_list("pk", flat=True)
    UnclosedNotice.objects.filter(pk__in=list(moved)).delete()
