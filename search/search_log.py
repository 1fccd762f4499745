"""Count what people searched for, by day, and nothing about them.

Words may be somebody's name, and hardly anybody searches for the same name on several days. So a text is counted under
a keyed hash, and kept as text only when it has found nothing on its third different day.
"""

import logging
import re
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from search.editorial import distress_in
from search.lock_timeout import short_lock_timeout
from search.models import SoughtCount, SoughtText
from search.models.search_log import MAX_SCOPE, MAX_TEXT
from search.query import SearchQuery
from search.text.normalise import folded_words

logger = logging.getLogger(__name__)

KEPT_DAYS = 400
DAYS_BEFORE_TEXT = 3
# What was counted before this module had its name is found under it.
SALT = "search.sought"
# Whatever holds one of these, up to the next space, may name someone: mail, accounts, web addresses.
MAY_NAME_SOMEONE = re.compile(r"\S*[@/\\]\S*")
# Postcodes, telephone numbers, dates, prison and case numbers all hold digits.
DIGIT = re.compile(r"\d")


def log_search(query: SearchQuery, total: int) -> None:
    """Count one search and whether it found something. Call it with the first page of what a visitor searched.

    Later pages and texts of which nothing may be kept are not counted, nor is what somebody typed in distress, nor
    what an editor had forgotten. Never raises and hardly waits: a search is worth more than its count.
    """
    text = normalised(query.text)
    if not text or query.offset:
        return
    try:
        if distress_in(query.text):
            return
        with short_lock_timeout():
            _count(text, ",".join(sorted(query.kinds))[:MAX_SCOPE], total == 0)
    except DatabaseError as fault:
        # The message of a database may quote the text.
        logger.warning("A search was not counted: %s", type(fault).__name__)


def keys_of(text: str) -> list[str]:
    """The hashes of a text, the one to write first. Older secrets find what was counted before they were replaced."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [salted_hmac(SALT, text, secret=secret, algorithm="sha256").hexdigest() for secret in secrets]


def normalised(text: str) -> str:
    """What may be kept of a text: its folded words without those that hold a digit or may be an address."""
    kept: list[str] = []
    for word in folded_words(MAY_NAME_SOMEONE.sub(" ", text)):
        if DIGIT.search(word):
            continue
        if len(" ".join([*kept, word])) > MAX_TEXT:
            break
        kept.append(word)
    return " ".join(kept)


def delete_old_counts() -> int:
    """Drop counts older than 400 days, texts without any left, and marks as old. Returns how many rows went."""
    now = timezone.now()
    counts, _ = SoughtCount.objects.filter(day__lt=timezone.localdate() - timedelta(days=KEPT_DAYS)).delete()
    uncounted = Q(forgotten_at__isnull=True) & ~Q(text_key__in=SoughtCount.objects.order_by().values("text_key"))
    old_marks = Q(forgotten_at__lt=now - timedelta(days=KEPT_DAYS))
    texts, _ = SoughtText.objects.filter(uncounted | old_marks).delete()
    return counts + texts


def _count(text: str, scope: str, nothing: bool) -> None:
    keys = keys_of(text)
    kept = SoughtText.objects.of_keys(keys).values_list("text_key", "forgotten_at").first()
    if kept is not None and kept[1] is not None:
        return
    _add_one(kept[0] if kept else keys[0], scope, nothing)
    if kept is None and nothing and _days_without_results(keys) >= DAYS_BEFORE_TEXT:
        SoughtText.objects.bulk_create([SoughtText(text_key=keys[0], text=text)], ignore_conflicts=True)


def _days_without_results(keys: list[str]) -> int:
    unanswered = SoughtCount.objects.filter(text_key__in=keys, without_results__gt=0)
    return unanswered.order_by().values("day").distinct().count()


def _add_one(key: str, scope: str, nothing: bool) -> None:
    """In one statement, so that no two searches at once lose one of them."""
    table = connection.ops.quote_name(SoughtCount._meta.db_table)
    # Only the name of our own table is put into the statement.
    statement = f"""
        INSERT INTO {table} (day, text_key, kind_scope, searches, without_results) VALUES (%s, %s, %s, 1, %s)
        ON CONFLICT (day, text_key, kind_scope) DO UPDATE SET
            searches = {table}.searches + 1,
            without_results = {table}.without_results + excluded.without_results
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [timezone.localdate().isoformat(), key, scope, int(nothing)])
