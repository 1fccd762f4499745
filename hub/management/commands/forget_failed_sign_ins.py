"""Delete what was counted of those who typed a wrong passphrase."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.accounts.sign_in.slowing import forget_failures


class Command(BaseCommand):
    """An address of the internet is a personal detail: it is kept for a day after the last failure."""

    help = "Deletes failed sign-ins that are older than a day."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{forget_failures()} forgotten")
