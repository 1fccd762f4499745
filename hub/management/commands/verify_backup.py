"""Prove that a backup can be restored."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hub.backups.copies import CopyFailed
from hub.backups.manifest import NoBackup
from hub.backups.restoring import folder_of
from hub.backups.verifying import BackupFindings, BackupUnusable, Sources, verify


class Command(BaseCommand):
    """Puts it into databases of its own, opens texts, and checks the access log. Changes nothing that is in use."""

    help = "Restores a backup into scratch databases, opens a sample of what it holds, and says what it found."

    def add_arguments(self, parser: CommandParser) -> None:
        add_source_arguments(parser)

    def handle(self, *args: Any, folder: str, keys_from: str, only: str, **options: Any) -> None:
        try:
            findings = verify(sources_of(folder, keys_from, only))
            findings.require_sound()
        except (BackupUnusable, CopyFailed, NoBackup) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(words_of(findings))


def add_source_arguments(parser: ArgumentParser) -> None:
    """Which copies are meant."""
    parser.add_argument("folder", help="The folder of one backup.")
    parser.add_argument("--keys-from", default="", metavar="FOLDER", help="Take the keys of this newer backup.")
    parser.add_argument("--only", default="", choices=("database", "keys"), help="Leave the other one as it is.")


def sources_of(folder: str, keys_from: str, only: str) -> Sources:
    """What the arguments mean. Raises `NoBackup`."""
    return Sources.of(folder_of(folder), keys_from=folder_of(keys_from) if keys_from else None, only=only)


def words_of(findings: BackupFindings) -> str:
    """What was found, for people."""
    lines = [
        f"{findings.enquiries} enquiries, {findings.with_content} of them with names and words",
        f"{findings.keys} keys; {findings.opened} texts opened as a sample",
        f"{findings.erased_since} of the enquiries were erased since and will be erased again",
    ]
    if findings.is_current:
        lines.append(f"{findings.log_lines} lines of the access log, unbroken")
    else:
        lines.append("Made before the newest migrations: the access log was not checked")
    return "\n".join(lines)
