"""One Tantivy index in one folder: open it, read it, write it."""

import contextlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import tantivy

from search.document import Document
from search.engines.base import IndexBroken, Progress
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.geo.known_points import KnownPoints
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.entries import entry_of, progress_entry, read_progress, stored_document_of
from search.engines.embedded.storage.errors import reading, writing
from search.engines.embedded.storage.open_index import make_folder, open_to_read, open_to_write
from search.engines.embedded.storage.reader_points import ReaderPoints

# What is in memory is written as one segment; fewer of them are quicker to search and need less merging.
WRITER_MEMORY = 64_000_000
BUILDER_MEMORY = 256_000_000
CHECKED_EVERY_SECONDS = 1.0
SEGMENT_ENDINGS = ("idx", "term", "store", "fast", "fieldnorm", "pos")


class TantivyIndex:
    """One generation. Safe to share between threads; sees what other processes committed."""

    def __init__(self, folder: Path, analysis: Analysis, facets: tuple[str, ...] = ()) -> None:
        """Open the index in folder. Raises IndexBroken.

        facets names those that documents may have; see `entries.entry_of`.
        """
        self.folder = folder
        # Every search asks for its state, and joining paths takes longer than that.
        self._meta = str(folder / "meta.json")
        self.facets = facets
        self.analysis = analysis
        self.schema = schema.build_schema(facets)
        self._lock = Lock()
        self._seen: tuple[int, ...] = ()
        self._progress: Progress | None = None
        self._sizes: dict[str, int] = {}
        self._checked = 0.0
        self._index = open_to_read(folder, self.schema, analysis)
        self._searcher = self._index.searcher()
        self._points = ReaderPoints()
        # Without those found to have more different sets of values than are worth counting.
        self.counted_in_sets = set(facets)

    @classmethod
    def create(
        cls, folder: Path, analysis: Analysis, progress: Progress, facets: tuple[str, ...] = ()
    ) -> "TantivyIndex":
        """Make an empty index that notes this progress. Raises IndexUnwritable."""
        make_folder(folder, schema.build_schema(facets))
        index = cls(folder, analysis, facets)
        with index.session() as session:
            session.apply((), (), progress)
        return index

    @classmethod
    def open(cls, folder: Path, analysis: Analysis, facets: tuple[str, ...] = ()) -> "TantivyIndex":
        """Open an index that is there. Raises IndexBroken."""
        if not (folder / "meta.json").is_file():
            raise IndexBroken(f"{folder.name} holds no index")
        return cls(folder, analysis, facets)

    @property
    def progress(self) -> Progress:
        self.searcher()
        if self._progress is None:
            raise IndexBroken(f"{self.folder.name} does not say how far it has come")
        return self._progress

    def searcher(self) -> tantivy.Searcher:
        """A reader of the newest commit of any process. Raises IndexBroken."""
        with self._lock, reading():
            self._check_sizes()
            state = os.stat(self._meta)
            seen = (state.st_mtime_ns, state.st_size, state.st_ino)
            if seen != self._seen:
                self._searcher = self._newest()
                self._points.forget_reader()
                self._progress = self._read_progress(self._searcher)
                self._seen = seen
                self._sizes = self._segment_sizes()
            return self._searcher

    def _newest(self) -> tantivy.Searcher:
        try:
            self._index.reload()
        except ValueError:
            # What was opened where nothing may be written cannot be reloaded, nor what may no longer be written.
            self._index = open_to_read(self.folder, self.schema, self.analysis)
        return self._index.searcher()

    def known_points(self, searcher: tantivy.Searcher) -> KnownPoints | None:
        """All different points that a reader has, if they are few enough to be kept."""
        return self._points.of(searcher)

    @contextmanager
    def session(self) -> Iterator["TantivySession"]:
        memory = BUILDER_MEMORY if self._is_being_built() else WRITER_MEMORY
        writer = open_to_write(self.folder, self.schema, self.analysis, memory)
        session = TantivySession(self, writer)
        try:
            yield session
        finally:
            # Finishes merges; without it small segments pile up. Whatever was not committed is dropped.
            with writing():
                writer.wait_merging_threads()

    def _is_being_built(self) -> bool:
        with contextlib.suppress(IndexBroken):
            return self.progress.building
        return True

    def count(self) -> int:
        return max(self.searcher().num_docs - 1, 0)

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        searcher = self.searcher()
        everything = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, tantivy.Query.all_query()),
                (tantivy.Occur.MustNot, self.progress_query()),
            ]
        )
        with reading():
            found = searcher.search(everything, max(searcher.num_docs, 1), count=False)
            for _, address in found.hits:
                record = stored_document_of(searcher.doc(address))
                yield f"{record.kind}:{record.key}", record.fingerprint

    def progress_query(self) -> tantivy.Query:
        """Matches the progress entry alone."""
        return tantivy.Query.term_query(self.schema, schema.IDENTITY, schema.PROGRESS_ENTRY)

    def _check_sizes(self) -> None:
        """A segment never changes. The system ends a process that reads past the end of a file that was cut short."""
        if time.monotonic() < self._checked + CHECKED_EVERY_SECONDS:
            return
        self._checked = time.monotonic()
        for path, size in self._sizes.items():
            # A file that is gone can still be read by those who have it open.
            with contextlib.suppress(FileNotFoundError):
                if os.stat(path).st_size != size:
                    raise IndexBroken(f"{os.path.basename(path)} was changed")

    def _segment_sizes(self) -> dict[str, int]:
        """Of the files of all committed segments; others may still be growing."""
        meta = json.loads(Path(self._meta).read_bytes())
        names = [segment["segment_id"].replace("-", "") for segment in meta["segments"]]
        sizes = {}
        for path in (f"{self.folder}/{name}.{ending}" for name in names for ending in SEGMENT_ENDINGS):
            with contextlib.suppress(FileNotFoundError):
                sizes[path] = os.stat(path).st_size
        return sizes

    def _read_progress(self, searcher: tantivy.Searcher) -> Progress | None:
        hits = searcher.search(self.progress_query(), 1).hits
        return read_progress(searcher.doc(hits[0][1])) if hits else None


class TantivySession:
    """The lock of one index, held."""

    def __init__(self, index: TantivyIndex, writer: tantivy.IndexWriter) -> None:
        self._index = index
        self._writer = writer

    @property
    def progress(self) -> Progress:
        return self._index.progress

    def add(self, documents: Iterable[Document]) -> None:
        with self._whole():
            for document in documents:
                self._writer.add_document(self._entry_of(document))

    def apply(self, documents: Iterable[Document], removed: Sequence[str], progress: Progress) -> None:
        with self._whole():
            delete: Any = self._writer.delete_documents_by_term
            for name in (*removed, schema.PROGRESS_ENTRY):
                delete(schema.IDENTITY, name)
            for document in documents:
                delete(schema.IDENTITY, document.identity)
                self._writer.add_document(self._entry_of(document))
            self._writer.add_document(progress_entry(progress, self._index.facets))
            self._writer.commit()

    def _entry_of(self, document: Document) -> tantivy.Document:
        return entry_of(document, self._index.analysis, self._index.facets)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Leave nothing half written, whatever goes wrong."""
        with writing():
            try:
                yield
            except BaseException:
                self._writer.rollback()
                raise
