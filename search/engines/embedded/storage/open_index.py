"""Open the folder of an index with Tantivy: to read, also where nothing may be written, or to write."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tantivy

from search.engines.base import IndexBroken, IndexBusy, IndexUnwritable
from search.engines.embedded.analysis import PLAIN, STEMMED, Analysis
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.errors import OpeningRefused, reading, writing

# Bytes of stored documents that are compressed together. Showing one takes all of its block apart; Tantivy's own 16 KB
# take two to three times as long for a page of twenty, and save a tenth of the whole index.
STORED_BLOCK = 2_048
LIST_OF_FILES = ".managed.json"
# No document has it for its identity.
NOTHING = "\x00nothing"


def make_folder(folder: Path, fields: tantivy.Schema) -> None:
    """Begin an empty index in a folder that is not there yet. Raises IndexUnwritable."""
    with writing():
        folder.mkdir(parents=True)
        tantivy.Index(fields, str(folder))
        # Tantivy keeps this setting in a file, and its Python binding leaves it out.
        path = folder / "meta.json"
        meta = json.loads(path.read_bytes())
        meta["index_settings"]["docstore_blocksize"] = STORED_BLOCK
        path.write_text(json.dumps(meta))


def open_to_read(folder: Path, fields: tantivy.Schema, analysis: Analysis) -> tantivy.Index:
    """An index with these fields. Raises IndexBroken, OpeningRefused when its files may well be whole."""
    try:
        return _opened(folder, fields, analysis)
    except OpeningRefused:
        return _opened_through_links(folder, fields, analysis)


def open_to_write(folder: Path, fields: tantivy.Schema, analysis: Analysis, memory: int) -> tantivy.IndexWriter:
    """A writer with so many bytes of memory that knows every file in the folder, whichever process wrote it.

    Raises IndexBusy, IndexBroken or IndexUnwritable.
    """
    # Tantivy reads the list of files that may have to go when it opens an index, and later writes it back as it knows
    # it. With an older list, what a killed writer left would stand in the way of new files of the same names, and what
    # processes wrote that have ended would stay for ever.
    listed = _state_of(folder / LIST_OF_FILES)
    try:
        index = _opened(folder, fields, analysis)
    except OpeningRefused as fault:
        raise IndexUnwritable(str(fault)) from fault
    with writing():
        # One thread: the other core reads the database and builds the documents.
        writer = index.writer(memory, 1)
        if listed != _state_of(folder / LIST_OF_FILES):
            writer.wait_merging_threads()
            raise IndexBusy("another process wrote while the index was being opened")
        writer.garbage_collect_files()
        # Tantivy gives the first operation of a writer the number of the last commit. A merge that a killed writer
        # left to do takes a segment with deletions of that number for up to date, and loses this one. So the first
        # deletion is of nothing.
        delete: Any = writer.delete_documents_by_term
        delete(schema.IDENTITY, NOTHING)
    return writer


def _opened(folder: Path, fields: tantivy.Schema, analysis: Analysis) -> tantivy.Index:
    with reading():
        index = tantivy.Index.open(str(folder))
        # Reloading by hand spares a watching thread, which would not survive a fork.
        index.config_reader("manual")
        index.register_tokenizer(STEMMED, analysis.stemmed.analyzer)
        index.register_tokenizer(PLAIN, analysis.plain.analyzer)
    if index.schema != fields:
        raise IndexBroken(f"{folder.name} has other fields")
    return index


def _opened_through_links(folder: Path, fields: tantivy.Schema, analysis: Analysis) -> tantivy.Index:
    """Let Tantivy lock a folder of our own that leads to the same files."""
    try:
        with TemporaryDirectory(prefix="search-") as own:
            for path in folder.iterdir():
                if path.suffix != ".lock":
                    (Path(own) / path.name).symlink_to(path.resolve())
            # Once open, files are read without their names.
            return _opened(Path(own), fields, analysis)
    except OSError as fault:
        raise OpeningRefused(str(fault)) from fault


def _state_of(path: Path) -> tuple[int, ...]:
    """Differs after a file was replaced."""
    try:
        state = os.stat(path)
    except FileNotFoundError:
        return ()
    return state.st_mtime_ns, state.st_size, state.st_ino
