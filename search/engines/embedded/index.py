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
from search.engines.base import IndexBroken, IndexBusy, IndexUnwritable, Progress
from search.engines.embedded import schema
from search.engines.embedded.analysis import PLAIN, STEMMED, Analysis
from search.engines.embedded.entries import entry_of, progress_entry, read_progress, record_of
from search.engines.embedded.known_points import KnownPoints, PointsOfReader
from search.engines.embedded.remembered_counts import RememberedCounts

# What is in memory is written as one segment; fewer of them are quicker to search and need less merging.
WRITER_MEMORY = 64_000_000
BUILDER_MEMORY = 256_000_000
CHECKED_EVERY_SECONDS = 1.0
# Bytes of stored documents that are compressed together. Showing one takes all of its block apart; Tantivy's own 16 KB
# take two to three times as long for a page of twenty, and save a tenth of the whole index.
STORED_BLOCK = 2_048
FILES_WRITTEN = ".managed.json"
SEGMENT_ENDINGS = ("idx", "term", "store", "fast", "fieldnorm", "pos")
# A lost race for the lock and a disk that refuses look alike but for these words of Tantivy's.
BUSY_MARK = "LockBusy"


class reading:
    """Turn every way in which Tantivy reports unreadable files into IndexBroken."""

    # Every search enters this twice, and a generator takes longer.
    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: object) -> None:
        # A panic in Rust derives from BaseException and has no importable class.
        if isinstance(fault, ValueError | OSError | KeyError) or (kind and kind.__name__ == "PanicException"):
            raise IndexBroken(str(fault)) from fault


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
        self._index = self._opened_anew()
        self._searcher = self._index.searcher()
        self._remembered = RememberedCounts()
        self._points = PointsOfReader()
        # Without those found to have more different sets of values than are worth counting.
        self.counted_in_sets = set(facets)

    @classmethod
    def create(
        cls, folder: Path, analysis: Analysis, progress: Progress, facets: tuple[str, ...] = ()
    ) -> "TantivyIndex":
        """Make an empty index that notes this progress. Raises IndexUnwritable."""
        try:
            folder.mkdir(parents=True)
        except OSError as fault:
            raise IndexUnwritable(str(fault)) from fault
        with _writing():
            _store_in_small_blocks(folder, schema.build_schema(facets))
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
                self._index.reload()
                self._searcher = self._index.searcher()
                # A new one, not an emptied one: whoever still counts with the old reader fills the old one.
                self._remembered = RememberedCounts()
                self._points.forget_reader()
                self._progress = self._read_progress(self._searcher)
                self._seen = seen
                self._sizes = self._segment_sizes()
            return self._searcher

    def remembered_counts(self, searcher: tantivy.Searcher) -> RememberedCounts:
        """Where the counts of a reader are kept until the next commit."""
        with self._lock:
            return self._remembered if searcher is self._searcher else RememberedCounts()

    def known_points(self, searcher: tantivy.Searcher) -> KnownPoints | None:
        """All different points that a reader has, if they are few enough to be kept."""
        return self._points.of(searcher)

    @contextmanager
    def session(self) -> Iterator["TantivySession"]:
        memory = BUILDER_MEMORY if self._is_being_built() else WRITER_MEMORY
        writer = self._writer(memory)
        session = TantivySession(self, writer)
        try:
            yield session
        finally:
            # Finishes merges; without it small segments pile up. Whatever was not committed is dropped.
            with _writing():
                writer.wait_merging_threads()

    def _opened_anew(self) -> tantivy.Index:
        with reading():
            index = tantivy.Index.open(str(self.folder))
            # Reloading by hand spares a watching thread, which would not survive a fork.
            index.config_reader("manual")
            index.register_tokenizer(STEMMED, self.analysis.stemmed.analyzer)
            index.register_tokenizer(PLAIN, self.analysis.plain.analyzer)
        if index.schema != self.schema:
            raise IndexBroken(f"{self.folder.name} has other fields")
        return index

    def _writer(self, memory: int) -> tantivy.IndexWriter:
        """A writer that knows of every file in the folder, whichever process wrote it."""
        # Tantivy reads the list of files that may have to go when it opens an index, and later writes it back as it
        # knows it. With an older list, what a killed writer left would stand in the way of new files of the same
        # names, and what other processes wrote would stay for ever.
        listed = self._list_of_files()
        index = self._opened_anew()
        with _writing():
            # One thread: the other core reads the database and builds the documents.
            writer = index.writer(memory, 1)
            if listed != self._list_of_files():
                writer.wait_merging_threads()
                raise IndexBusy("another process wrote while the index was being opened")
            writer.garbage_collect_files()
        return writer

    def _list_of_files(self) -> tuple[int, ...]:
        """A name for the state of Tantivy's list of its files; it is replaced whenever one is added."""
        try:
            state = os.stat(self.folder / FILES_WRITTEN)
        except FileNotFoundError:
            return ()
        return state.st_mtime_ns, state.st_size, state.st_ino

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
                record = record_of(searcher.doc(address))
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
        with _writing():
            try:
                yield
            except BaseException:
                self._writer.rollback()
                raise


def _store_in_small_blocks(folder: Path, index_schema: tantivy.Schema) -> None:
    """Begin an index with a setting that Tantivy keeps in a file, and that its Python binding leaves out."""
    tantivy.Index(index_schema, str(folder))
    path = folder / "meta.json"
    meta = json.loads(path.read_bytes())
    meta["index_settings"]["docstore_blocksize"] = STORED_BLOCK
    path.write_text(json.dumps(meta))


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except (ValueError, OSError) as fault:
        if BUSY_MARK in str(fault):
            raise IndexBusy(str(fault)) from fault
        raise IndexUnwritable(str(fault)) from fault
