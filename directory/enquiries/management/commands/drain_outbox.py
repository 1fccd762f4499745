"""Send the mails that enquiries owe."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from directory.enquiries.mail.delivery import DrainReport, drain_outbox
from directory.enquiries.storage.key_probe import require_right_keys

POLL_SECONDS = 2


class Command(BaseCommand):
    """One drain, or with `--watch` one every two seconds until SIGTERM. A mail that has begun is finished."""

    help = "Sends mails owed to senders and moderators. With --watch, keeps doing so."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--watch", action="store_true", help="Look again every two seconds until stopped.")

    def handle(self, *args: Any, watch: bool, **options: Any) -> None:
        self._require_right_keys()
        if not watch:
            self._report(drain_outbox())
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            close_old_connections()
            try:
                report = drain_outbox(is_stopping=stop.is_set)
            except DatabaseError as error:
                self.stderr.write(f"The database does not answer: {type(error).__name__}")
            else:
                if report.sent or report.failed:
                    self._report(report)
            stop.wait(POLL_SECONDS)

    def _require_right_keys(self) -> None:
        """Addresses are sealed: with other keys every mail would fail, and be tried again for ever."""
        try:
            require_right_keys()
        except DatabaseError:
            return

    def _report(self, report: DrainReport) -> None:
        self.stdout.write(f"{report.sent} sent, {report.failed} to be tried again")
        if report.without_address:
            self.stderr.write(f"{report.without_address} notices wait for an address in ENQUIRY_NOTIFY")
