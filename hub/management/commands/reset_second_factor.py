"""Take away the second factor of somebody who lost the phone and the recovery codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.accounts.second_factor.actions import reset_second_factor
from hub.models import User


class Command(BaseCommand):
    """For whoever has the server, at a lead's word. Of somebody who reads enquiries it is logged and told to leads."""

    help = "Takes away an account's second factor and ends its sessions. Speak to the person first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="The address that the account signs in with.")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        user = User.objects.filter(email__iexact=email.strip()).first()
        if user is None:
            raise CommandError("No account signs in with this address.")
        reset_second_factor(user=user, by=None)
        self.stdout.write(
            f"Account {user.pk} has no second factor. It sets one up at the next sign-in if it needs one."
        )
