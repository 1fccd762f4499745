"""Turn documents into index entries and stored records back into what a page shows."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import tantivy

from search.document import Document
from search.engines.base import Position, Progress
from search.engines.embedded import schema
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.cells import cells_of

# Snippets come from the beginning of long pages; storing all of them would double the index.
STORED_BODY = 6_000
SHOWN = ("kind", "key", "title", "url", "aliases", "summary", "coverage", "points")
WEIGHT_SCALE = 10.0
LATEST_DAY = date.max.toordinal()
HIGHEST_RANK = 100_000


@dataclass(frozen=True, slots=True)
class Record:
    """What is stored of a document to show it without a database query."""

    kind: str
    key: str
    title: str
    url: str
    aliases: tuple[str, ...]
    summary: str
    body: str
    coverage: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    fingerprint: str


def entry_of(document: Document, analysis: Analysis) -> tantivy.Document:
    """The index entry of a document."""
    entry = tantivy.Document()
    entry.add_text(schema.IDENTITY, document.identity)
    entry.add_unsigned(schema.NUMBER, _number(document.identity))
    entry.add_text(schema.KIND, document.kind)
    _add_texts(entry, document, analysis)
    if document.facets:
        entry.add_json(schema.FACETS, {name: list(slugs) for name, slugs in document.facets.items()})
    for code in document.coverage:
        entry.add_text(schema.COVERAGE, code)
    _add_points(entry, document)
    _add_order(entry, document, analysis)
    entry.add_bytes(schema.RECORD, _record(document))
    return entry


def progress_entry(progress: Progress) -> tantivy.Document:
    """The entry that holds how far the index has come."""
    entry = tantivy.Document()
    entry.add_text(schema.IDENTITY, schema.PROGRESS_ENTRY)
    entry.add_bytes(schema.RECORD, json.dumps(asdict(progress)).encode())
    return entry


def read_progress(entry: tantivy.Document) -> Progress:
    """The progress in its entry."""
    values = _stored(entry)
    cursor = values["cursor"]
    return Progress(Position(**values["position"]), values["building"], tuple(cursor) if cursor else None)


def read_record(entry: tantivy.Document) -> Record:
    """The stored record of a document's entry."""
    values = _stored(entry)
    values["aliases"] = tuple(values["aliases"])
    values["coverage"] = tuple(values["coverage"])
    values["points"] = tuple((latitude, longitude) for latitude, longitude in values["points"])
    return Record(**values)


def _number(name: str) -> int:
    """The identity as a number: columns of numbers can be read in bulk, columns of text cannot."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()) >> 1


def _stored(entry: tantivy.Document) -> dict[str, Any]:
    stored = entry.get_first(schema.RECORD)
    return json.loads(bytes(stored or b"{}"))


def _add_texts(entry: tantivy.Document, document: Document, analysis: Analysis) -> None:
    names = (document.title, *document.aliases)
    for name in dict.fromkeys(analysis.whole(name) for name in names):
        entry.add_text(schema.EXACT, name)
    entry.add_text(schema.TITLE, document.title)
    for alias in document.aliases:
        entry.add_text(schema.ALIASES, alias)
    entry.add_text(schema.SUMMARY, document.summary)
    entry.add_text(schema.BODY, document.body)
    entry.add_text(schema.NAME_WORDS, "\n".join(names))
    entry.add_text(schema.TEXT_WORDS, f"{document.summary}\n{document.body}")


def _add_points(entry: tantivy.Document, document: Document) -> None:
    entry.add_unsigned(schema.POINT_COUNT, len(document.points))
    for cell in {cell for point in document.points for cell in cells_of(*point)}:
        entry.add_integer(schema.CELL, cell)
    for number, (latitude, longitude) in enumerate(document.points[: schema.FAST_POINTS]):
        entry.add_float(schema.latitude_field(number), latitude)
        entry.add_float(schema.longitude_field(number), longitude)


def _add_order(entry: tantivy.Document, document: Document, analysis: Analysis) -> None:
    # Tantivy multiplies a score by log2(2 + weight); this makes the factor proportional to the rank.
    entry.add_float(schema.WEIGHT, 2.0 ** (WEIGHT_SCALE * document.rank) - 2.0)
    checked = document.checked.toordinal() if document.checked else 0
    # Text sorts upwards, so what should come first is counted down. Title and key settle every tie.
    title = f"{analysis.whole(document.title)}|{document.identity}"
    recent = f"{LATEST_DAY - checked:07d}|{title}"
    entry.add_text(schema.BY_TITLE, title)
    entry.add_text(schema.BY_CHECKED, recent)
    entry.add_text(schema.BY_RANK, f"{HIGHEST_RANK - round(document.rank * 1_000):06d}|{recent}")


def _record(document: Document) -> bytes:
    record = {name: getattr(document, name) for name in SHOWN}
    record |= {"body": document.body[:STORED_BODY], "fingerprint": document.fingerprint()}
    return json.dumps(record, separators=(",", ":")).encode()
