"""Put a backup back."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.backups.copies import CopyFailed
from hub.backups.manifest import NoBackup
from hub.backups.restoring import Restored, TargetInUse, restore
from hub.backups.verifying import BackupUnusable

from .verify_backup import add_source_arguments, sources_of, words_of

MIGRATE = (
    "Run `manage.py migrate`, then `manage.py sweep_enquiry_keys`: until then what was erased since is not emptied."
)
CURRENT = "All migrations are there."
REBUILD = (
    "Run `manage.py search rebuild`: the index is still of the replaced database. Everybody has to sign in again."
)


class Command(BaseCommand):
    """Stop every process of the hub first."""

    help = "Proves a backup, puts it in the place of the databases of the settings, and erases again what was erased."

    def add_arguments(self, parser: CommandParser) -> None:
        add_source_arguments(parser)
        parser.add_argument("--replace", action="store_true", help="Lose what the databases hold now.")
        parser.add_argument(
            "--lose", type=int, default=0, metavar="N", help="Leave exactly N enquiries without a key."
        )

    def handle(self, *args: Any, folder: str, keys_from: str, only: str, **options: Any) -> None:
        try:
            sources = sources_of(folder, keys_from, only)
            restored = restore(sources, replace=options["replace"], lose=options["lose"])
        except (BackupUnusable, CopyFailed, NoBackup, TargetInUse) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"The list of erased keys cannot be kept: {type(error).__name__}.") from error
        self.stdout.write(words_of(restored.findings))
        self._say(restored)

    def _say(self, restored: Restored) -> None:
        self.stdout.write(f"{restored.keys_erased} keys erased again, {restored.enquiries_emptied} enquiries emptied")
        self.stdout.write(CURRENT if restored.findings.is_current else MIGRATE)
        self.stdout.write(REBUILD)
