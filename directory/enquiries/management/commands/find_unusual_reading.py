"""Look for reading of enquiries that leads should ask about."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.enquiries.access.unusual_reading import note_unusual_reading


class Command(BaseCommand):
    """Every hour. What is found again is counted up, and told once."""

    help = "Looks through the access log of the last day, and tells the leads what is unusual."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{note_unusual_reading(timezone.now())} new notices")
