"""Django's command for both databases, so that nobody forgets the one with the keys."""

from typing import Any

from django.core.management.commands.migrate import Command as DjangoCommand
from django.db import DEFAULT_DB_ALIAS

from directory.enquiries.key_store.router import ALIAS, APP_LABEL


class Command(DjangoCommand):
    """The keys first: what the other database seals later must find its place."""

    def handle(self, *args: Any, **options: Any) -> None:
        if options["app_label"] in (None, APP_LABEL):
            # Nothing else has tables there, and going through all of it takes as long as the other database.
            super().handle(*args, **{**options, "database": ALIAS, "app_label": APP_LABEL, "run_syncdb": False})
        if options["app_label"] != APP_LABEL and options["database"] == DEFAULT_DB_ALIAS:
            super().handle(*args, **options)
