"""One change of access at a time, so that two leads who end each other's access do not leave the hub without one."""

from django.db import connection

# Any number that no other advisory lock of the hub uses.
ACCESS_LOCK = 7_310_119


def lock_access() -> None:
    """Wait until nobody else changes who has access. Ends with the transaction; call it first in one."""
    # On SQLite every transaction of the hub starts as a writer (see hub/settings/databases.py), so it is alone.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ACCESS_LOCK])
