"""Compare the index with the database, and repair it from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.document import Document
from search.engines import local_engine
from search.engines.base import Engine
from search.indexing.indexer import Report, batches, documents_of, sorted_keys
from search.registry import registration_of, registrations


@dataclass(frozen=True, slots=True)
class Differences:
    """Identities by what is wrong with them."""

    missing: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many documents differ in all."""
        return len(self.missing) + len(self.outdated) + len(self.surplus)


def public_object_count() -> int:
    """How many objects all kinds would index."""
    return sum(len(list(registration.all_keys())) for registration in registrations())


def compare(report: Report | None = None, engine: Engine | None = None) -> Differences:
    """Build every document anew and compare it with the index.

    report is called with the number of objects handled after each batch. Without an index everything is
    missing. Raises IndexBroken.
    """
    live = (engine or local_engine()).live()
    indexed = dict(live.fingerprints()) if live else {}
    missing, outdated = [], []
    for registration in registrations():
        for keys in batches(sorted_keys(registration)):
            for document in documents_of(registration, keys):
                fingerprint = indexed.pop(document.identity, None)
                if fingerprint is None:
                    missing.append(document.identity)
                elif fingerprint != document.fingerprint():
                    outdated.append(document.identity)
            if report:
                report(len(keys))
    return Differences(tuple(missing), tuple(outdated), tuple(indexed))


def repair(differences: Differences, engine: Engine | None = None) -> None:
    """Write what differs from the live objects. Raises IndexBusy or IndexUnwritable.

    The progress stays as it is: a repair is no change of the log.
    """
    live = (engine or local_engine()).live()
    if live is None or not differences.count:
        return
    names = [*differences.missing, *differences.outdated, *differences.surplus]
    with live.session() as session:
        for batch in batches(names):
            documents = _documents_named(batch)
            present = {document.identity for document in documents}
            session.apply(documents, [name for name in batch if name not in present], session.progress)


def _documents_named(names: Sequence[str]) -> list[Document]:
    keys: dict[str, list[str]] = {}
    for name in names:
        kind, _, key = name.partition(":")
        keys.setdefault(kind, []).append(key)
    documents: list[Document] = []
    for kind, keys_of_kind in keys.items():
        registration = registration_of(kind)
        if registration is not None:
            documents += documents_of(registration, keys_of_kind)
    return documents
