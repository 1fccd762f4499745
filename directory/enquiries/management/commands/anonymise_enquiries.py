"""Delete names and words twelve months after an enquiry was closed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from directory.enquiries.retention.anonymisation import TooMuchAtOnce, anonymise_due_enquiries, plan_anonymising


class Command(BaseCommand):
    """Stops, and deletes nothing, when it would delete unusually many or the clock jumped."""

    help = "Deletes names and words of enquiries that were closed twelve months ago."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Say how many are due, and delete nothing.")
        parser.add_argument("--confirm", type=int, metavar="N", help="Delete although unusual, if exactly N are due.")

    def handle(self, *args: Any, dry_run: bool, confirm: int | None, **options: Any) -> None:
        if dry_run:
            self.stdout.write(f"{len(plan_anonymising(timezone.now()).due)} enquiries are due")
            return
        try:
            count = anonymise_due_enquiries(confirmed=confirm)
        except TooMuchAtOnce as error:
            raise CommandError(f"{error} Nothing was deleted. See docs/enquiries.md.") from error
        self.stdout.write(f"{count} enquiries anonymised")
