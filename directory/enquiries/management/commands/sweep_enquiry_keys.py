"""Erase keys that belong to nothing."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from directory.enquiries.retention.key_sweeping import SweepRefused, empty_what_was_erased, sweep_keys


class Command(BaseCommand):
    """Stops, and erases nothing, when it would erase unusually many or the database may be the wrong one."""

    help = "Erases keys older than an hour that no enquiry and no draft needs, and finishes erasures cut off."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--confirm", type=int, metavar="N", help="Erase although unusual, if exactly N are due.")

    def handle(self, *args: Any, confirm: int | None, **options: Any) -> None:
        emptied = empty_what_was_erased()
        if emptied:
            self.stdout.write(f"{emptied} enquiries whose keys were erased are emptied")
        try:
            count = sweep_keys(confirmed=confirm)
        except SweepRefused as error:
            raise CommandError(f"{error} Nothing was erased. See docs/running.md.") from error
        except OSError as error:
            raise CommandError(f"The list of erased keys cannot be written: {type(error).__name__}.") from error
        self.stdout.write(f"{count} keys erased")
