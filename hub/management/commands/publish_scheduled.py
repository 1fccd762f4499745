"""Wagtail's command, in which one page that fails does not keep the others."""

from typing import Any

from django.core.management.base import CommandError
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand

from hub.scheduling.publishing import publish_and_expire


class Command(WagtailCommand):
    """Fails in the end when anything failed, so that the scheduler shows it."""

    help = "Publishes and expires pages at the time editors set."

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            super().handle(*args, **options)
            return
        faults = publish_and_expire()
        if faults:
            raise CommandError(f"{len(faults)} pages could not be published or taken down.") from faults[0]
