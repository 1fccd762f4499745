"""Count what people searched for, by day, and nothing about them."""

import logging
import re
from datetime import date, timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from search.editorial import distress_in
from search.folding import folded_words
from search.models import SoughtCount
from search.models.sought import MAX_SCOPE, MAX_TEXT
from search.query import SearchQuery

logger = logging.getLogger(__name__)

REPORTED_DAYS = 90
KEPT_DAYS = 400
# Whatever holds one of these, up to the next space, may name someone: mail, accounts, web addresses.
TELLING = re.compile(r"\S*[@/\\]\S*")
# Postcodes, telephone numbers, dates, prison and case numbers all hold digits.
DIGIT = re.compile(r"\d")


def record(query: SearchQuery, total: int) -> None:
    """Count one search and whether it found something. Call it with the first page of what a visitor searched.

    Later pages and texts of which nothing may be kept are not counted, nor is what somebody typed in distress. Never
    raises: a search is worth more than its count.
    """
    text = normalised(query.text)
    if not text or query.offset:
        return
    try:
        if distress_in(query.text):
            return
        with transaction.atomic():
            _count(timezone.localdate(), text, ",".join(sorted(query.kinds))[:MAX_SCOPE], total == 0)
    except DatabaseError as fault:
        # The message of a database may quote the text.
        logger.warning("A search was not counted: %s", type(fault).__name__)


def normalised(text: str) -> str:
    """What may be kept of a text: its folded words without those that hold a digit or may be an address."""
    kept: list[str] = []
    for word in folded_words(TELLING.sub(" ", text)):
        if DIGIT.search(word):
            continue
        if len(" ".join([*kept, word])) > MAX_TEXT:
            break
        kept.append(word)
    return " ".join(kept)


def found_nothing(days: int = REPORTED_DAYS) -> QuerySet:
    """What found nothing in the last days, most often first: text_normalised, searches, without_results."""
    since = timezone.localdate() - timedelta(days=days)
    return (
        SoughtCount.objects.filter(day__gt=since)
        .order_by()
        .values("text_normalised")
        .annotate(searches=Sum("searches"), without_results=Sum("without_results"))
        .filter(without_results__gt=0)
        .order_by("-without_results", "text_normalised")
    )


def forget_old() -> int:
    """Drop counts older than 400 days. Returns how many rows went."""
    return SoughtCount.objects.filter(day__lt=timezone.localdate() - timedelta(days=KEPT_DAYS)).delete()[0]


def _count(day: date, text: str, scope: str, nothing: bool) -> None:
    """Add one, in one statement, so that no two searches at once lose one of them."""
    table = connection.ops.quote_name(SoughtCount._meta.db_table)
    # Only the name of our own table is put into the statement.
    statement = f"""
        INSERT INTO {table} (day, text_normalised, kind_scope, searches, without_results) VALUES (%s, %s, %s, 1, %s)
        ON CONFLICT (day, text_normalised, kind_scope) DO UPDATE SET
            searches = {table}.searches + 1,
            without_results = {table}.without_results + excluded.without_results
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [day.isoformat(), text, scope, int(nothing)])
