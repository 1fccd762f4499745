"""Create the demo's accounts, or give them the password of the environment."""

import os
import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser

from directory.enquiries.access.actions import seed_demo_access
from hub.accounts.demo_accounts import ACCOUNTS, Account
from hub.accounts.second_factor.actions import remove_second_factor
from hub.accounts.second_factor.requirement import has_second_factor
from hub.models import User


class Command(BaseCommand):
    help = "Create the demo's accounts. The password is DEMO_PASSWORD, else made anew and printed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="do not print the password")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ACCOUNTS_ALLOWED:
            raise CommandError("Demo accounts cannot exist under these settings.")
        password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
        # One slow hash serves all of them: they share the password anyway.
        encoded = make_password(password)
        for account in ACCOUNTS:
            _save(account, password, encoded)
        if not options["quiet"]:
            self.stdout.write(f"Demo accounts sign in with the password {password}")


def _save(account: Account, password: str, encoded: str) -> None:
    user, created = User.objects.get_or_create(
        email=account.email, defaults={"first_name": account.first_name, "password": encoded}
    )
    if not created and not check_password(password, user.password):
        user.password = encoded
        user.save(update_fields=["password"])
    user.groups.set([Group.objects.get(name=account.role)])
    if account.access:
        seed_demo_access(person=user, kind=account.access)
    # Whoever tried out the second factor took the phone along.
    if has_second_factor(user):
        remove_second_factor(user=user)
