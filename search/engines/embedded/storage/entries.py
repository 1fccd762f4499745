"""Turn documents into index entries and stored records back into what a page shows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

import tantivy

from search.changelog.position import Position
from search.document import Document, identity
from search.engines.base import Progress
from search.engines.embedded.analysis import Analysis, unify_characters
from search.engines.embedded.geo.points import cells_at, code_of
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument, read_stored_document, write_stored_document
from search.engines.embedded.storage.facet_sets import set_of

# Snippets come from the beginning of long pages; storing all of them would double the index.
STORED_BODY = 6_000
WEIGHT_SCALE = 10.0
LATEST_DAY = date.max.toordinal()
HIGHEST_RANK = 100_000


def entry_of(document: Document, analysis: Analysis, facets: Sequence[str]) -> tantivy.Document:
    """The index entry of a document.

    It has a set of values for each of these facets, if only an empty one: Tantivy counts a column in which nothing
    is missing twice as fast. facets are those of the index.
    """
    entry = tantivy.Document()
    entry.add_text(schema.IDENTITY, document.identity)
    entry.add_text(schema.KIND, document.kind)
    _add_texts(entry, document)
    _add_names(entry, document, analysis)
    _add_facets(entry, document, facets)
    for code in document.coverage:
        entry.add_text(schema.COVERAGE, code)
    _add_points(entry, document)
    _add_rank(entry, document.rank)
    entry.add_bytes(schema.RECORD, write_stored_document(document))
    if document.body:
        entry.add_bytes(schema.LONG_TEXT, document.body[:STORED_BODY].encode())
    return entry


def progress_entry(progress: Progress, facets: Sequence[str]) -> tantivy.Document:
    """The entry that holds how far the index has come."""
    entry = tantivy.Document()
    _add_sets(entry, {}, facets)
    entry.add_text(schema.IDENTITY, schema.PROGRESS_ENTRY)
    entry.add_bytes(schema.RECORD, json.dumps(asdict(progress)).encode())
    return entry


def read_progress(entry: tantivy.Document) -> Progress:
    """The progress in its entry."""
    values = json.loads(_stored(entry, schema.RECORD))
    cursor = values["cursor"]
    return Progress(Position(**values["position"]), values["building"], tuple(cursor) if cursor else None)


def stored_document_of(entry: tantivy.Document) -> StoredDocument:
    """The record stored with a document's entry. Raises ValueError when it is damaged."""
    return read_stored_document(entry.get_first(schema.RECORD) or b"")


def read_body(entry: tantivy.Document) -> str:
    """The beginning of the body, as stored with a document's entry."""
    return _stored(entry, schema.LONG_TEXT).decode(errors="ignore")


def title_order(whole_title: str, kind: str, key: str) -> str:
    """What sorts documents by title, given as `Analysis.whole` has it; no two have the same."""
    return f"{whole_title}|{identity(kind, key)}"


def _stored(entry: tantivy.Document, field: str) -> bytes:
    return bytes(entry.get_first(field) or b"")


def searched_texts(document: Document) -> dict[str, list[str]]:
    """What is searched in each field of text."""
    title, summary = unify_characters(document.title), unify_characters(document.summary)
    body = unify_characters("\n".join((document.body, *document.keywords)))
    aliases = [unify_characters(alias) for alias in (*document.aliases, *document.phrases)]
    names, text = "\n".join((title, *aliases)), f"{summary}\n{body}"
    return {
        schema.TITLE: [title],
        schema.ALIASES: aliases,
        schema.SUMMARY: [summary],
        schema.BODY: [body],
        schema.NAME_WORDS: [names],
        schema.TEXT_WORDS: [text],
        schema.WORDS: [f"{names}\n{text}"],
    }


def _add_texts(entry: tantivy.Document, document: Document) -> None:
    for field, texts in searched_texts(document).items():
        for text in texts:
            entry.add_text(field, text)


def facet_values(document: Document) -> dict[str, list[str]]:
    """The different values of each facet that has some."""
    return {
        name: sorted(set(slugs)) if len(slugs) > 1 else list(slugs) for name, slugs in document.facets.items() if slugs
    }


def topics_of(document: Document) -> list[str]:
    """What it is about."""
    if not document.topics:
        return [schema.NO_TOPIC]
    own = facet_values(document)
    return [f"{name}:{slug}" for name in document.topics for slug in own.get(name, ())]


def _add_facets(entry: tantivy.Document, document: Document, facets: Sequence[str]) -> None:
    own = facet_values(document)
    if own:
        entry.add_json(schema.FACETS, own)
    _add_sets(entry, own, facets)
    for topic in topics_of(document):
        entry.add_text(schema.TOPICS, topic)


def _add_sets(entry: tantivy.Document, own: Mapping[str, Sequence[str]], facets: Sequence[str]) -> None:
    for name in facets:
        entry.add_text(schema.set_field(name), set_of(own.get(name, ())))


def _add_points(entry: tantivy.Document, document: Document) -> None:
    if not document.points:
        return
    codes = [code_of(*point) for point in document.points]
    entry.add_unsigned(schema.POINT_COUNT, len(codes))
    # Of the places as the numbers have them: whoever reads a number works out the same cells.
    for cell in {*codes, *(cell for code in codes for cell in cells_at(code))}:
        entry.add_integer(schema.CELL, cell)
    for code in set(codes):
        entry.add_integer(schema.POINT, code)
    for number, code in enumerate(codes[: schema.FAST_POINTS]):
        entry.add_integer(schema.point_field(number), code)


def whole_names(document: Document, analysis: Analysis) -> set[str]:
    """Its names, each as one comparable string."""
    return {analysis.whole(document.title), *map(analysis.whole, document.aliases)}


def places_in_orders(document: Document, analysis: Analysis) -> dict[str, str]:
    """What sorts it, by the field of each order; the title and the key settle every tie."""
    checked = document.checked.toordinal() if document.checked else 0
    # Text sorts upwards, so what should come first is counted down.
    title = title_order(analysis.whole(document.title), document.kind, document.key)
    recent = f"{LATEST_DAY - checked:07d}|{title}"
    by_rank = f"{HIGHEST_RANK - round(document.rank * 1_000):06d}|{recent}"
    return {schema.BY_TITLE: title, schema.BY_CHECKED: recent, schema.BY_RANK: by_rank}


def _add_names(entry: tantivy.Document, document: Document, analysis: Analysis) -> None:
    for name in whole_names(document, analysis):
        entry.add_text(schema.EXACT, name)
    for field, place in places_in_orders(document, analysis).items():
        entry.add_text(field, place)


def _add_rank(entry: tantivy.Document, rank: float) -> None:
    # Tantivy multiplies a score by log2(2 + weight); this makes the factor proportional to the rank.
    entry.add_float(schema.WEIGHT, 2.0 ** (WEIGHT_SCALE * rank) - 2.0)
