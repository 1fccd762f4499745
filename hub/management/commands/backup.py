"""Copy both databases into a folder."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from directory.enquiries.storage.pairing import WrongKeyStore
from hub.backups.copies import CopyFailed
from hub.backups.making import BackupRunning, make_backup
from hub.backups.restoring import folder_of


class Command(BaseCommand):
    """Others may write meanwhile. Copies of keys that are older than 14 days are deleted, never those of enquiries."""

    help = "Copies the database, then the keys of enquiries, into a new folder, and deletes keys copied long ago."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", help="Where backups are kept. Each gets a folder of its own in it.")

    def handle(self, *args: Any, folder: str, **options: Any) -> None:
        try:
            made = make_backup(folder_of(folder))
        except (BackupRunning, CopyFailed, WrongKeyStore) as error:
            raise CommandError(str(error)) from error
        except (OSError, DatabaseError) as error:
            raise CommandError(f"The backup was not made: {type(error).__name__}.") from error
        self.stdout.write(f"{made.folder}")
        if made.old_keys:
            self.stdout.write(f"{made.old_keys} copies of keys older than 14 days deleted")
