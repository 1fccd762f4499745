"""Delete what readers said about pages when it was kept long enough."""

from typing import Any

from django.core.management.base import BaseCommand

from guidance.feedback.actions import forget_feedback


class Command(BaseCommand):
    help = "Deletes answers to “Was this page useful?” that are older than two years."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{forget_feedback()} forgotten")
