"""Switch off the demo's accounts before going live."""

from typing import Any

from django.core.management.base import BaseCommand

from directory.enquiries.access.actions import DEMO_REMOVED, end_access_of_account
from hub.checks import DEMO_DOMAIN
from hub.models import User


class Command(BaseCommand):
    help = "Deactivate every demo account and make its password unusable. What they wrote keeps its author."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        users = User.objects.filter(email__endswith=DEMO_DOMAIN)
        for user in users:
            user.set_unusable_password()
            user.is_active = False
            user.save(update_fields=["password", "is_active"])
            end_access_of_account(person=user, reason=DEMO_REMOVED)
        self.stdout.write(f"{len(users)} demo accounts can no longer sign in.")
