"""Deletes checks of readiness whose time is over, and traces of wrong codes that no longer count."""

from typing import Any

from django.core.management.base import BaseCommand

from guidance.readiness.actions import purge_checks
from guidance.readiness.slowing import forget_wrong_codes


class Command(BaseCommand):
    help = "Delete readiness checks that nobody opened for a year, and empty ones after two days."

    def handle(self, *args: Any, **options: Any) -> None:
        purged = purge_checks()
        forget_wrong_codes()
        self.stdout.write(f"{purged} readiness {'check' if purged == 1 else 'checks'} deleted.")
