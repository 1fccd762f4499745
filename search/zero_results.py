"""The searches that found nothing, for editors to read and to have forgotten."""

from datetime import timedelta

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.utils import timezone

from search.models import SoughtCount, SoughtText

REPORTED_DAYS = 90


def zero_result_searches(days: int = REPORTED_DAYS) -> QuerySet:
    """The texts that found nothing in the last days, most often first, with searches and without_results."""
    since = timezone.localdate() - timedelta(days=days)
    counts = SoughtCount.objects.filter(day__gt=since, text_key=OuterRef("text_key")).order_by().values("text_key")
    return (
        SoughtText.objects.readable()
        .annotate(
            searches=Subquery(counts.annotate(sum=Sum("searches")).values("sum")),
            without_results=Subquery(counts.annotate(sum=Sum("without_results")).values("sum")),
        )
        .filter(without_results__gt=0)
        .order_by("-without_results", "text")
    )


@transaction.atomic
def forget(searched: SoughtText) -> None:
    """Delete a text and its counts, and leave a mark that it is never to be kept again."""
    SoughtText.objects.filter(pk=searched.pk).update(text="", forgotten_at=timezone.now())
    SoughtCount.objects.filter(text_key=searched.text_key).delete()
