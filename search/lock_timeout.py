"""A short lock timeout, for writes that a reader must not wait for and that may be left out."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

# Most writers are done after a few milliseconds, and nobody notices a tenth of a second.
LOCK_TIMEOUT_MILLISECONDS = 100


@contextmanager
def short_lock_timeout() -> Iterator[None]:
    """A transaction that fails with `OperationalError` where it would have to wait for another one to end."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with _sqlite_short_lock_timeout(), transaction.atomic():
            yield
        return
    with transaction.atomic():
        nested = len(connection.savepoint_ids) > 0
        # Asked of the driver itself, as these are no queries of the page.
        connection.connection.execute(f"SET LOCAL lock_timeout = {LOCK_TIMEOUT_MILLISECONDS}")
        yield
        if nested:
            connection.connection.execute("SET LOCAL lock_timeout = DEFAULT")


@contextmanager
def _sqlite_short_lock_timeout() -> Iterator[None]:
    driver = connection.connection
    before = driver.execute("PRAGMA busy_timeout").fetchone()[0]
    driver.execute(f"PRAGMA busy_timeout = {LOCK_TIMEOUT_MILLISECONDS}")
    try:
        yield
    finally:
        # A fault may have closed the connection; the next one begins with the timeout of the settings.
        if connection.connection is driver:
            driver.execute(f"PRAGMA busy_timeout = {int(before)}")
