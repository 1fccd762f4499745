"""One generation of an index on the server: its progress, and the right to write to it."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from search.document import Document
from search.engines.base import IndexBroken, Progress
from search.engines.distributed import fields
from search.engines.distributed.server import Action, Server
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.storage import schema

logger = logging.getLogger(__name__)

MAX_NAMED = 5
BATCH = 1_000
READ_AT_ONCE = 5_000
EVERY_DOCUMENT = {"query": {"bool": {"filter": [fields.IS_DOCUMENT]}}}


class ServerIndex:
    """An index by its own name, whatever stands in front of it."""

    def __init__(
        self,
        server: Server,
        name: str,
        layout: str,
        analysis: Analysis,
        before_writing: Callable[[], object] = lambda: None,
    ) -> None:
        """before_writing is called before each batch; it may raise IndexBusy."""
        self.before_writing = before_writing
        self.server = server
        self.name = name
        self.layout = layout
        self.analysis = analysis

    @property
    def progress(self) -> Progress:
        answer = self.server.ask("GET", f"/{self.name}/_doc/{fields.PROGRESS_ID}", patient=True)
        return progress_of(answer.get("_source"), self.layout)

    @contextmanager
    def session(self) -> Iterator["ServerSession"]:
        """Any process may write at any time: what was read from the database earlier never replaces what was later."""
        yield ServerSession(self)

    def count(self) -> int:
        answer = self.server.ask("POST", f"/{self.name}/_count", EVERY_DOCUMENT, patient=True)
        return int(answer["count"])

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        body: dict[str, Any] = {
            **EVERY_DOCUMENT,
            "size": READ_AT_ONCE,
            "_source": [schema.IDENTITY, fields.FINGERPRINT],
            "sort": [{schema.IDENTITY: "asc"}],
        }
        while True:
            hits = self.server.ask("POST", f"/{self.name}/_search", body, patient=True)["hits"]["hits"]
            if not hits:
                return
            for hit in hits:
                yield hit["_source"][schema.IDENTITY], hit["_source"][fields.FINGERPRINT]
            body["search_after"] = hits[-1]["sort"]


class ServerSession:
    """Writes to one index."""

    def __init__(self, index: ServerIndex) -> None:
        self._index = index

    @property
    def progress(self) -> Progress:
        return self._index.progress

    def add(self, documents: Iterable[Document]) -> None:
        self._write(documents, (), self.progress)

    def apply(self, documents: Iterable[Document], removed: Sequence[str], progress: Progress) -> None:
        self._write(documents, removed, progress)
        index = self._index
        # All documents can be found before the progress says so. Should this end here, they are only written again.
        index.server.ask("POST", f"/{index.name}/_refresh", patient=True)
        source = fields.progress_source(progress, index.layout)
        action = _action("index", fields.PROGRESS_ID, progress)
        index.server.write(index.name, [(action, source)])
        index.server.ask("POST", f"/{index.name}/_refresh", patient=True)

    def _write(self, documents: Iterable[Document], removed: Sequence[str], progress: Progress) -> None:
        index, waiting = self._index, iter(documents)
        # What is written after it was removed is there.
        gone: list[Action] = [(_action("delete", name, progress), None) for name in removed]
        rejected = index.server.write(index.name, gone)
        while batch := list(islice(waiting, BATCH)):
            index.before_writing()
            rejected += index.server.write(
                index.name,
                [
                    (_action("index", document.identity, progress), fields.source_of(document, index.analysis))
                    for document in batch
                ],
            )
        if rejected:
            # One that the server cannot take must not keep the others from being found.
            logger.error("The search server will not take %s", ", ".join(rejected[:MAX_NAMED]))


def progress_of(source: dict[str, Any] | None, layout: str) -> Progress:
    """The progress that an entry tells of. Raises IndexBroken when it is none, or of an index of another layout."""
    if not source or source.get(fields.LAYOUT) != layout:
        raise IndexBroken("the index on the server is not of this version")
    try:
        return fields.read_progress(source)
    except (KeyError, TypeError) as fault:
        raise IndexBroken("the index on the server does not say how far it has come") from fault


def _action(name: str, identity: str, progress: Progress) -> dict[str, Any]:
    # Documents are read after the changes up to this one, so this is how new they are at least.
    version = progress.position.sequence + 1
    return {name: {"_id": identity, "version": version, "version_type": "external_gte"}}
