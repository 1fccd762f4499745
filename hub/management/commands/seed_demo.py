"""Build the demo through the models and actions a user would use."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from directory.demo.create import create_directory
from directory.demo.search_words import create_search_words
from guidance.demo.create import create_guidance
from home.demo.create import create_plain_pages
from home.models import HomePage
from search.indexing.indexer import update_index


class Command(BaseCommand):
    help = "Load the demo: directory, guidance, stories, plain pages and one account a role. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ACCOUNTS_ALLOWED:
            raise CommandError("The demo cannot be loaded under these settings.")
        steps = (
            ("accounts", lambda: call_command("demo_accounts", quiet=True)),
            ("directory", self._directory),
            ("guidance", self._guidance),
            ("search words", create_search_words),
            ("search index", lambda: update_index(seconds=None)),
        )
        with tqdm(
            steps, unit="step", bar_format="{desc:<16}{bar:20}{n_fmt}/{total_fmt}", disable=not options["verbosity"]
        ) as progress:
            for name, step in progress:
                progress.set_description(name)
                # One transaction a step: hundreds of small ones would each wait for the disk.
                with transaction.atomic():
                    step()
        if options["verbosity"]:
            self.stdout.write("The demo is loaded.")

    def _directory(self) -> None:
        self.services = create_directory()

    def _guidance(self) -> None:
        root = HomePage.objects.get()
        create_guidance(root=root, services=self.services)
        create_plain_pages(root=root)
