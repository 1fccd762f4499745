"""Enquiries that nobody closed: leads are told first, and something that happens keeps them."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils import timezone

from directory.enquiries.access.notices import leads_addresses, tell_of_unclosed
from directory.enquiries.models import Enquiry, Hold, UnclosedNotice

WARNING = timedelta(days=30)


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
    if not fresh or not leads_addresses():
        return 0
    UnclosedNotice.objects.bulk_create(
        [UnclosedNotice(enquiry_id=pk, told_at=now) for pk in fresh], ignore_conflicts=True
    )
    tell_of_unclosed(count=len(fresh), months=settings.UNCLOSED_ENQUIRY_MONTHS)
    return len(fresh)


def _take_back_notices() -> None:
    """Somebody acted: the clock begins anew."""
    acted = UnclosedNotice.objects.annotate(last_event=Max("enquiry__events__at"))
    UnclosedNotice.objects.filter(enquiry__closed_at__isnull=False).delete()
    moved = acted.filter(last_event__gt=F("told_at")).values_list("pk", flat=True)
    UnclosedNotice.objects.filter(pk__in=list(moved)).delete()
