"""Prove that nobody has changed the access log."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directory.enquiries.models import AuditEvent
from directory.enquiries.storage.access_log import find_problems, last_hash


class Command(BaseCommand):
    """Keep the hashes it prints, or those of the daily mail, somewhere else, and give them back as `--expect`."""

    help = "Checks the hash chain and the triggers of the enquiries' access log."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--expect",
            action="extend",
            nargs="+",
            default=[],
            metavar="HASH",
            help="Hashes that must still be in the log, as the daily mail told them.",
        )

    def handle(self, *args: Any, expect: list[str], **options: Any) -> None:
        problems = list(find_problems(expected_hashes=expect))
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CommandError(f"The access log was changed: {len(problems)} problems.")
        self.stdout.write(f"{AuditEvent.objects.count()} lines, unbroken. Newest hash: {last_hash()}")
