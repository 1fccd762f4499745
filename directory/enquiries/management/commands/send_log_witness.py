"""Mail the newest hash of the access log to people who keep it."""

from typing import Any

from django.core.management.base import BaseCommand

from directory.enquiries.access.notices import send_newest_hash
from directory.enquiries.models import AuditEvent
from directory.enquiries.storage.access_log import last_hash


class Command(BaseCommand):
    """Whoever cuts the end of the log off would have to cut it out of these mailboxes too."""

    help = "Mails the newest hash and the number of lines to ACCESS_LOG_WITNESSES, or to all leads."

    def handle(self, *args: Any, **options: Any) -> None:
        # Read before the count: a line that comes in between is missing in neither.
        newest = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        lines = AuditEvent.objects.filter(pk__lte=newest).count()
        told = send_newest_hash(newest=last_hash(up_to=newest), lines=lines)
        self.stdout.write(f"{told} told")
        if not told:
            self.stderr.write("There is no lead, and ACCESS_LOG_WITNESSES is empty.")
