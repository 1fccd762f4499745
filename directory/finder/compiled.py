"""Rows for some keys from a query that is compiled once for each number of keys.

For queries that every page runs and whose compilation takes longer than their answer.
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
    """The rows of `build(keys)`, which must be of `values_list`, in no order.

    They come as the database driver gives them: on SQLite, dates and times are text: see `read_column`.
    """
    sql, parameters = _compiled(build, len(keys), timezone.localdate(), connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [_key(parameter, keys) for parameter in parameters])
        return cursor.fetchall()


def read_column(value: Any, from_text: Callable[[str], T]) -> T | Any:
    """A value as the driver gave it, which is text where the database has no type of its own for it."""
    return from_text(value) if isinstance(value, str) else value


@lru_cache(maxsize=256)
def _compiled(build: Build, count: int, today: date, vendor: str) -> tuple[str, tuple[object, ...]]:
    """The statement and its parameters. Some queries hold the day, so what was compiled on another is not used."""
    sql, parameters = build([_FIRST_PLACE + number for number in range(count)]).query.sql_with_params()
    return sql, tuple(parameters)


def _key(parameter: object, keys: Sequence[int]) -> object:
    if isinstance(parameter, int) and _FIRST_PLACE <= parameter < _FIRST_PLACE + len(keys):
        return keys[parameter - _FIRST_PLACE]
    return parameter
