"""Run everything that happens at a time."""

import os
import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from hub.scheduling.scheduler import LAST_SECONDS, Scheduler


class Command(BaseCommand):
    """Runs until SIGTERM. Two or more may run: each job is run by one of them."""

    help = "Runs every timed command when it is due: publishing, expiry, retention, clearing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Run what is due now, then end.")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        scheduler = Scheduler()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: scheduler.stop())
        if once:
            while scheduler.look() or scheduler.running:
                scheduler.wait(LAST_SECONDS)
            return
        scheduler.run()
        if scheduler.running:
            # A thread that hangs would keep the process; its lease lapses.
            sys.stdout.flush()
            os._exit(1)
