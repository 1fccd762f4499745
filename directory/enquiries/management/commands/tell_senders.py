"""Has senders told how their enquiry stands, before thirty days are over."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from directory.enquiries.status.actions import tell_senders


class Command(BaseCommand):
    help = "Mail senders who have not heard for thirty days and said that mail is safe. The others are left to people."

    def handle(self, *args: Any, **options: Any) -> None:
        mailed, left = tell_senders(timezone.now())
        self.stdout.write(f"{mailed} to be mailed. {left} to be told by a moderator.")
