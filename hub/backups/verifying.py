"""Proving a backup: what it holds is put into databases of its own, opened and read."""

import contextlib
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.encryption import DataKey, UnreadableContent
from directory.enquiries.key_store.erased_list import read_list
from directory.enquiries.key_store.models import EnquiryKey, ErasedKey, KeyStoreIdentity
from directory.enquiries.key_store.router import ALIAS
from directory.enquiries.models import AuditEvent, Enquiry, KeyStorePair
from directory.enquiries.storage.access_log import find_problems

from .copies import ending, scratch_database
from .making import LIST_COPY
from .manifest import Copied, Manifest, NoBackup, digest_of

SAMPLE = 50


class BackupUnusable(Exception):
    """What is wrong with a backup, in words, one problem a line."""


@dataclass(slots=True)
class BackupFindings:
    """What a backup holds, and what is wrong with it."""

    enquiries: int = 0
    with_content: int = 0
    erased_since: int = 0
    keys: int = 0
    log_lines: int = 0
    opened: int = 0
    lost: int = 0
    is_current: bool = True
    problems: list[str] = field(default_factory=list)

    def require_sound(self, *, lose: int = 0) -> None:
        """Raise `BackupUnusable` when anything is wrong but that exactly so many enquiries have no key."""
        problems = list(self.problems)
        if self.lost and self.lost != lose:
            problems.append(
                f"The keys are older than the enquiries: {self.lost} of {self.with_content} have no key in them and "
                "could never be read again. Take keys that were copied after the enquiries. If there are none, "
                f"`--lose {self.lost}` restores what can be read."
            )
        if problems:
            raise BackupUnusable("\n".join(problems))


@dataclass(frozen=True, slots=True)
class Sources:
    """Which copies are put together. Without a file, what is in use now is meant."""

    database: Path | None
    keys: Path | None
    manifest: Manifest
    # The keys may be of another backup.
    keys_manifest: Manifest
    # Beside the backup, if it was not moved away from there.
    list_copy: Path

    @classmethod
    def of(cls, folder: Path, *, keys_from: Path | None = None, only: str = "") -> "Sources":
        """The copies of one backup, with the keys of another if asked for. Raises `NoBackup`."""
        manifest, keys_folder = Manifest.read(folder), keys_from or folder
        keys_manifest = Manifest.read(keys_folder)
        database = None if only == "keys" else folder / manifest.database.file
        keys = None if only == "database" else keys_folder / keys_manifest.keys.file
        if keys is not None and not keys.exists():
            raise NoBackup(
                f"The keys of {keys_folder.name} are gone: copies of keys live 14 days. Keep the keys that are in use "
                "(--only database), or take those of a newer backup (--keys-from FOLDER)."
            )
        return cls(database, keys, manifest, keys_manifest, folder.parent / LIST_COPY)


def verify(sources: Sources) -> BackupFindings:
    """Put the copies into scratch databases and look. Raises `CopyFailed` when that is not possible."""
    findings = BackupFindings()
    findings.problems += _file_problems(sources)
    if findings.problems:
        return findings
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hub-backup-")))
        aliases = {DEFAULT_DB_ALIAS: DEFAULT_DB_ALIAS, ALIAS: ALIAS}
        for alias, path in ((DEFAULT_DB_ALIAS, sources.database), (ALIAS, sources.keys)):
            if path is not None:
                aliases[alias] = stack.enter_context(scratch_database(alias, path, folder))
        try:
            _look(findings, sources, aliases[DEFAULT_DB_ALIAS], aliases[ALIAS])
        except DatabaseError as error:
            findings.problems.append(f"The copies cannot be read: {type(error).__name__}.")
    return findings


def known_erased(sources: Sources, keys: str) -> set[uuid.UUID]:
    """Ids of erased keys, from this machine's file, its copy beside the backup, and every table that answers."""
    found = read_list() | read_list(sources.list_copy)
    for alias in {ALIAS, keys}:
        with contextlib.suppress(DatabaseError):
            found |= set(ErasedKey.objects.using(alias).values_list("pk", flat=True))
    return found


def _file_problems(sources: Sources) -> Iterator[str]:
    parts = (
        (DEFAULT_DB_ALIAS, sources.database, sources.manifest.database),
        (ALIAS, sources.keys, sources.keys_manifest.keys),
    )
    for alias, path, copied in parts:
        if path is not None:
            yield from _problems_of_file(alias, path, copied)


def _problems_of_file(alias: str, path: Path, copied: Copied) -> Iterator[str]:
    if not path.exists():
        yield f"{path.name} is missing."
    elif path.suffix != f".{ending(alias)}":
        yield f"{path.name} is of another kind of database than the one it would be put into."
    elif path.stat().st_size != copied.size or digest_of(path) != copied.sha256:
        yield f"{path.name} is not what was copied: its size or its checksum differs."


def _look(findings: BackupFindings, sources: Sources, database: str, keys: str) -> None:
    findings.problems += _damage(database)
    findings.problems += _damage(keys)
    findings.is_current = _has_all_migrations(database)
    pair = KeyStorePair.objects.using(database).values_list("pair_id", flat=True).first()
    if pair != KeyStoreIdentity.objects.using(keys).values_list("pair_id", flat=True).first():
        findings.problems.append("The keys belong to another database than these enquiries.")
        return
    findings.enquiries = Enquiry.objects.using(database).count()
    findings.keys = EnquiryKey.objects.using(keys).count()
    findings.log_lines = AuditEvent.objects.using(database).count()
    _compare(findings, sources, database, keys)
    _open_sample(findings, database, keys)
    if findings.is_current:
        findings.problems += [f"Access log: {problem}" for problem in find_problems(using=database)]


def _damage(alias: str) -> Iterator[str]:
    connection = connections[alias]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            if cursor.fetchone() != ("ok",):
                yield "SQLite finds damage in a copy."


def _has_all_migrations(alias: str) -> bool:
    executor = MigrationExecutor(connections[alias])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _compare(findings: BackupFindings, sources: Sources, database: str, keys: str) -> None:
    kept = Enquiry.objects.using(database).filter(anonymised_at=None)
    needed = set(kept.values_list("key_id", flat=True))
    stored = set(EnquiryKey.objects.using(keys).values_list("pk", flat=True))
    erased = known_erased(sources, keys)
    lost = needed - stored - erased
    findings.with_content = len(needed)
    findings.erased_since = len(needed & erased)
    findings.lost = len(lost)
    together = sources.database is not None and sources.keys is not None
    if together and not lost and sources.keys_manifest.keys.moment < sources.manifest.database.moment:
        findings.problems.append(
            "The keys are older than the enquiries: they were copied before them. Take keys that were copied after."
        )


@sensitive_variables("wrapped", "sealed")
def _open_sample(findings: BackupFindings, database: str, keys: str) -> None:
    """Decrypt the newest and some of any age; what they say is looked at by nobody."""
    kept = Enquiry.objects.using(database).filter(anonymised_at=None)
    newest = list(kept.order_by("-received_at").values_list("key_id", "sealed_answers")[:SAMPLE])
    # Their ids are random, so this is an order by chance.
    others = list(kept.order_by("key_id").values_list("key_id", "sealed_answers")[:SAMPLE])
    sample = dict(newest + others)
    wrapped = dict(EnquiryKey.objects.using(keys).filter(pk__in=sample).values_list("pk", "wrapped_key"))
    unreadable = 0
    for key_id, sealed in sample.items():
        if key_id not in wrapped:
            continue
        try:
            DataKey.unwrap(wrapped[key_id]).open(sealed)
            findings.opened += 1
        except UnreadableContent:
            unreadable += 1
    if unreadable:
        findings.problems.append(
            f"{unreadable} of {len(sample)} texts cannot be opened with the keys in ENQUIRY_KEYS. Were they rotated "
            "since? Put the old key behind the new one for the time of the restore."
        )
