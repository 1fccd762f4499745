"""When pages change although nobody publishes anything."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from directory.models import Organization, Service


def end_of(moments: Iterable[datetime], now: datetime) -> datetime:
    """The first moment after now at which a page changes that was made now.

    moments are those that the page itself named. Besides, days are counted from midnight, and what an editor gave a
    last day leaves every list at that moment, whether or not the scheduler has come by.
    """
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    coming = [moment for moment in (*moments, *_last_moments(now)) if moment > now]
    return min([midnight, *coming])


def _last_moments(now: datetime) -> list[datetime]:
    """The coming last moments of pages and listings, in one query."""
    pages, *listings = (
        model.objects.filter(live=True, expire_at__gt=now).order_by().values_list("expire_at")
        for model in (Page, Service, Organization)
    )
    return [row[0] for row in pages.union(*listings)]
