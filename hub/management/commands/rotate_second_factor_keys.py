"""Seal the secrets of all authenticators under the newest SECRET_KEY."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from hub.accounts.second_factor.models import Authenticator
from hub.accounts.second_factor.sealing import UnreadableSecret, sealed_again


class Command(BaseCommand):
    help = "Run it after a new SECRET_KEY, before the old one leaves SECRET_KEY_FALLBACKS. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(Authenticator.objects.values_list("pk", flat=True))
        unreadable = [key for key in keys if not _seal_again(key)]
        if unreadable:
            raise CommandError(f"{len(unreadable)} authenticators can't be read. Put the old key back.")
        self.stdout.write("Every authenticator is sealed under the newest key.")


@transaction.atomic
def _seal_again(key: int) -> bool:
    device = Authenticator.objects.select_for_update().filter(pk=key).first()
    if device is None:
        return True
    try:
        device.sealed_secret = sealed_again(bytes(device.sealed_secret))
    except UnreadableSecret:
        return False
    device.save(update_fields=["sealed_secret"])
    return True
