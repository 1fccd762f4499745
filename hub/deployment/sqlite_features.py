"""What Django would find out about SQLite at the first use, and could find out wrongly."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def ask_for_json(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Ask now, and without a transaction, whether SQLite knows JSON.

    Django asks inside a transaction. While another process writes for long, that fails, and the answer "no" stays:
    every page that needs JSON would fail until this process ends.
    """
    if connection.vendor == "sqlite" and "supports_json_field" not in vars(connection.features):
        connection.connection.execute("SELECT json('{}')")
        connection.features.supports_json_field = True
