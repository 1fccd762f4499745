"""Take the metadata out of pictures that were stored with it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand

from hub.models import HubImage


class Command(BaseCommand):
    """Safe to stop and to run again. Pages show the new files at once."""

    help = "Stores every picture again without metadata, for pictures that were uploaded before that was done."

    def handle(self, *args: Any, **options: Any) -> None:
        done = failed = 0
        for image in HubImage.objects.order_by("pk").iterator():
            try:
                self._store_again(image)
                done += 1
            except (ValidationError, OSError):
                failed += 1
                self.stderr.write(f"Picture {image.pk} cannot be read.")
        self.stdout.write(f"{done} pictures stored again, {failed} not")

    def _store_again(self, image: HubImage) -> None:
        name, storage = image.file.name, image.file.storage
        with storage.open(name) as stored:
            content = stored.read()
        image.file = ContentFile(content, name=name.rpartition("/")[2])
        image.save()
        for copy in image.renditions.all():
            copy.file.storage.delete(copy.file.name)
            copy.delete()
        if image.file.name != name:
            storage.delete(name)
