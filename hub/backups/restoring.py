"""Putting a backup back: proved first, and without what was erased since."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db import DEFAULT_DB_ALIAS, DatabaseError, transaction

from directory.enquiries.key_store.keys import complete_erased_list, forget_deleted_pages, replay_erased_list
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.retention.key_sweeping import empty_what_was_erased

from .copies import is_in_use, load_copy
from .verifying import BackupFindings, Sources, verify


class TargetInUse(Exception):
    """The databases of the settings hold something already."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what was erased again."""

    findings: BackupFindings
    keys_erased: int
    enquiries_emptied: int


def restore(sources: Sources, *, replace: bool = False, lose: int = 0) -> Restored:
    """Put the copies in the place of the databases of the settings.

    `lose` is the number of enquiries that may stay without a key, if it is exactly that many. Raises `BackupUnusable`,
    `CopyFailed` or `TargetInUse` before anything is changed. The keys come first and lose what was erased before the
    enquiries are there, so that a stop at any point shows nothing that was erased.
    """
    _keep_list_of_what_is_replaced()
    findings = verify(sources)
    findings.require_sound(lose=lose)
    targets = [(ALIAS, sources.keys), (DEFAULT_DB_ALIAS, sources.database)]
    if not replace and any(is_in_use(alias) for alias, path in targets if path is not None):
        raise TargetInUse("The databases of the settings hold something. Say --replace to lose it.")
    if sources.keys is not None:
        load_copy(ALIAS, sources.keys)
    keys_erased = replay_erased_list(sources.list_copy)
    if sources.database is not None:
        load_copy(DEFAULT_DB_ALIAS, sources.database)
        # Whoever was signed in when the copy was made may have been signed out since.
        Session.objects.all().delete()
    # An older copy has to be migrated before its rows can be changed.
    emptied = empty_what_was_erased() if findings.is_current else 0
    complete_erased_list()
    forget_deleted_pages()
    return Restored(findings, keys_erased, emptied)


def _keep_list_of_what_is_replaced() -> None:
    """The table about to be replaced may know of erasures by machines whose file is not here."""
    try:
        with transaction.atomic(using=ALIAS):
            complete_erased_list()
    except DatabaseError:
        # Lost or new, which may be why there is a restore.
        return


def folder_of(path: str) -> Path:
    """The folder somebody named, as a whole path."""
    return Path(path).expanduser().absolute()
