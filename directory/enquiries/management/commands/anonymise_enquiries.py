"""Delete names and words when their time has come."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from directory.enquiries.retention.anonymisation import TooMuchAtOnce, anonymise_due_enquiries, plan_anonymising
from directory.enquiries.retention.clock import believe_clock, find_doubts


class Command(BaseCommand):
    """Says what is due. With `--apply` does it, unless that were unusually many or the clock may have jumped."""

    help = "Says whose names and words are due for deletion: closed a year ago, practice, or never closed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--apply", action="store_true", help="Delete them.")
        parser.add_argument("--confirm", type=int, metavar="N", help="Delete although unusual, if exactly N are due.")
        parser.add_argument(
            "--clock-is-right", action="store_true", help="I looked: the time of this machine is right."
        )

    def handle(self, *args: Any, apply: bool, confirm: int | None, clock_is_right: bool, **options: Any) -> None:
        if clock_is_right:
            believe_clock(timezone.now())
        if not apply:
            self._say_what_is_due()
            return
        try:
            count = anonymise_due_enquiries(confirmed=confirm)
        except TooMuchAtOnce as error:
            raise CommandError(f"{error} Nothing was deleted. See docs/enquiries.md.") from error
        self.stdout.write(f"{count} enquiries anonymised")

    def _say_what_is_due(self) -> None:
        now = timezone.now()
        plan = plan_anonymising(now)
        self.stdout.write(
            f"{len(plan.due)} enquiries are due: {len(plan.closed)} closed a year ago, {len(plan.practice)} practice, "
            f"{len(plan.unclosed)} never closed. Nothing was deleted; --apply deletes."
        )
        for doubt in find_doubts(now):
            self.stdout.write(doubt)
