"""Sends the keys to their own database, and nothing else."""

from typing import Any

from django.db.models import Model

ALIAS = "enquiry_keys"
APP_LABEL = "enquiry_keys"


class KeyStoreRouter:
    """Django asks this for every model."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return ALIAS if model._meta.app_label == APP_LABEL else None

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool | None:
        """A relation between the two databases could not be kept true by either."""
        labels = {one._meta.app_label == APP_LABEL, other._meta.app_label == APP_LABEL}
        return None if len(labels) == 1 else False

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return (db == ALIAS) == (app_label == APP_LABEL)
