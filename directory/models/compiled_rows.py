"""Rows for some keys from a query that is compiled once for each number of keys.

For queries that every page or every batch of an index runs, and whose compilation takes longer than their answer.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

Build = Callable[[Sequence[int]], QuerySet]
T = TypeVar("T")

# No primary key is that small: it marks the place of a key among the parameters.
_FIRST_PLACE = -(2**62)


def rows_of(build: Build, keys: Sequence[int]) -> list[tuple]:
    """The rows of `build(keys)`, which must be of `values_list`, in its order.

    They come as the database driver gives them. On SQLite dates and times are text: see `read_column`.
    """
    if not keys:
        return []
    sql, parameters = _compiled(build, len(keys), timezone.localdate(), connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [other if place is None else keys[place] for place, other in parameters])
        return cursor.fetchall()


def read_column(value: Any, from_text: Callable[[str], T]) -> T | Any:
    """A value as the driver gave it, which is text where the database has no type of its own for it."""
    return from_text(value) if isinstance(value, str) else value


@lru_cache(maxsize=256)
def _compiled(build: Build, count: int, today: date, vendor: str) -> tuple[str, list[tuple[int | None, object]]]:
    """The SQL, and its parameters: for each the index of the key that takes its place, or None and a fixed value.

    Some queries contain the date, so a statement that was compiled on another day is not used.
    """
    sql, parameters = build([_FIRST_PLACE + number for number in range(count)]).query.sql_with_params()
    return sql, [(_place(parameter, count), parameter) for parameter in parameters]


def _place(parameter: object, count: int) -> int | None:
    if isinstance(parameter, int) and _FIRST_PLACE <= parameter < _FIRST_PLACE + count:
        return parameter - _FIRST_PLACE
    return None
