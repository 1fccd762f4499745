"""Put every enquiry's key under the newest key of the settings."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from directory.enquiries.content.encryption import UnreadableContent, rewrap
from directory.enquiries.key_store.models import ContactHashKey, EnquiryKey
from directory.enquiries.storage.key_probe import seal_again


class Command(BaseCommand):
    """Safe to stop and to run again, while enquiries come in. The content itself is not touched."""

    help = "Re-encrypts the keys of all enquiries with the first key in ENQUIRY_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        rotated = unreadable = 0
        for model, pk, wrapped in _stored():
            try:
                fresh = rewrap(wrapped)
            except UnreadableContent:
                unreadable += 1
                self.stderr.write(f"No key in ENQUIRY_KEYS opens key {pk}.")
                continue
            rotated += model.objects.filter(pk=pk, wrapped_key=wrapped).update(wrapped_key=fresh)
        self.stdout.write(f"{rotated} keys rotated")
        if not unreadable:
            seal_again()
        if unreadable:
            raise CommandError(f"{unreadable} keys cannot be opened. Keep all old keys until none is left.")


def _stored() -> Iterator[tuple[Any, Any, str]]:
    for model in (ContactHashKey, EnquiryKey):
        for pk, wrapped in model.objects.order_by("pk").values_list("pk", "wrapped_key").iterator(chunk_size=500):
            yield model, pk, wrapped
