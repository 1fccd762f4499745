"""Try again to send mail to staff that the mail server did not take."""

from typing import Any

from django.core.management.base import BaseCommand

from hub.mail.delivery import deliver_due_mail


class Command(BaseCommand):
    """The worker sends each mail at once; this is for what failed, or lost its worker."""

    help = "Sends queued mail to staff that is due, and drops what is older than a day."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{deliver_due_mail()} sent")
