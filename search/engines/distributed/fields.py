"""The fields of an index on the server, and a document there. Terms come analysed: it only cuts at spaces."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from search.changelog.position import Position
from search.document import Document
from search.engines.base import Progress
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import write_stored_document
from search.engines.embedded.storage.entries import (
    STORED_BODY,
    facet_values,
    places_in_orders,
    searched_texts,
    topics_of,
    whole_names,
)
from search.engines.embedded.storage.layout import probe_document
from search.query import MAX_LIMIT, MAX_OFFSET

# Raise when documents come out differently in a way that the probe does not show.
LAYOUT_VERSION = 1

POINTS, RANK, FINGERPRINT, BEGINNINGS = "points", "rank", "fingerprint", "beginnings"
PROGRESS, LAYOUT = "progress", "layout"
# The one entry that is no document. Only documents have a kind.
PROGRESS_ID = "-progress"
IS_DOCUMENT = {"exists": {"field": schema.KIND}}
# Lucene counts only documents with a field when it weighs a word of it; Tantivy counts all. So none is without one.
NO_TEXT = "\u2205"
LONGEST_BEGINNING = 20
# Lucene takes no longer term than 32,766 bytes.
LONGEST_KEYWORD = 8_000
LONGEST_IN_ORDER = 1_000

SCORED = (schema.TITLE, schema.ALIASES, schema.SUMMARY, schema.BODY)
KEYWORD = {"type": "keyword", "ignore_above": LONGEST_KEYWORD}
IN_ORDER = {"type": "keyword", "index": False}
KEPT = {"type": "object", "enabled": False}
WORDS = {"type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": False}


def index_body(similarity: str, shards: int) -> dict[str, Any]:
    """The settings and fields of a new index."""
    return {
        "settings": {
            "index": {
                "number_of_shards": shards,
                # A copy as soon as there is a second node, none waiting for one before.
                "auto_expand_replicas": "0-1",
                # What was written is made visible by whoever wrote it, all at once.
                "refresh_interval": "-1",
                "max_result_window": MAX_OFFSET + MAX_LIMIT,
                # A late writer must not bring back what was removed.
                "gc_deletes": "1h",
                "similarity": {"default": {"type": similarity, "k1": 1.2, "b": 0.75}},
                "analysis": _analysis(),
            }
        },
        "mappings": {
            "dynamic": False,
            "dynamic_templates": [{"facets": {"path_match": f"{schema.FACETS}.*", "mapping": KEYWORD}}],
            "properties": _properties(),
        },
    }


def _analysis() -> dict[str, Any]:
    return {
        "filter": {BEGINNINGS: {"type": "edge_ngram", "min_gram": 2, "max_gram": LONGEST_BEGINNING}},
        "analyzer": {BEGINNINGS: {"type": "custom", "tokenizer": "whitespace", "filter": [BEGINNINGS]}},
    }


def _properties() -> dict[str, Any]:
    scored = {"type": "text", "analyzer": "whitespace", "index_options": "positions"}
    return {
        schema.IDENTITY: KEYWORD,
        schema.KIND: KEYWORD,
        schema.EXACT: KEYWORD,
        schema.COVERAGE: KEYWORD,
        **dict.fromkeys(SCORED, scored),
        schema.WORDS: WORDS,
        schema.TEXT_WORDS: WORDS,
        schema.NAME_WORDS: {
            **WORDS,
            "fields": {BEGINNINGS: {**WORDS, "analyzer": BEGINNINGS, "search_analyzer": "whitespace"}},
        },
        schema.FACETS: {"type": "object", "dynamic": True},
        # One term for each, as it is.
        schema.TOPICS: {"type": "text", "analyzer": "keyword", "index_options": "freqs"},
        POINTS: {"type": "geo_point"},
        RANK: {"type": "float"},
        schema.BY_TITLE: IN_ORDER,
        schema.BY_RANK: IN_ORDER,
        schema.BY_CHECKED: IN_ORDER,
        **dict.fromkeys((schema.RECORD, schema.LONG_TEXT, FINGERPRINT, PROGRESS, LAYOUT), KEPT),
    }


def source_of(document: Document, analysis: Analysis) -> dict[str, Any]:
    """A document as the server keeps it."""
    source: dict[str, Any] = {
        schema.IDENTITY: document.identity,
        schema.KIND: document.kind,
        schema.EXACT: sorted(whole_names(document, analysis)),
        schema.COVERAGE: list(document.coverage),
        schema.FACETS: facet_values(document),
        schema.TOPICS: topics_of(document),
        POINTS: [{"lat": latitude, "lon": longitude} for latitude, longitude in document.points],
        RANK: document.rank,
        FINGERPRINT: document.fingerprint(),
        schema.RECORD: write_stored_document(document).decode(),
        schema.LONG_TEXT: document.body[:STORED_BODY],
    }
    for field, texts in searched_texts(document).items():
        analyser = analysis.plain if field in (schema.NAME_WORDS, schema.TEXT_WORDS) else analysis.stemmed
        analysed = [" ".join(terms) for text in texts if (terms := analyser.analyzer.analyze(text))]
        source[field] = analysed or [NO_TEXT]
    for field, place in places_in_orders(document, analysis).items():
        source[field] = _shortened(place)
    return source


def _shortened(place: str) -> str:
    """Cut in the middle: the end of what sorts a document tells it from all others."""
    half = LONGEST_IN_ORDER // 2
    return place if len(place) <= LONGEST_IN_ORDER else f"{place[:half]}{place[-half:]}"


def progress_source(progress: Progress, layout: str) -> dict[str, Any]:
    """What the entry of the progress holds."""
    return {PROGRESS: asdict(progress), LAYOUT: layout}


def read_progress(source: dict[str, Any]) -> Progress:
    """The progress in its entry. Raises KeyError or TypeError when there is none."""
    values = source[PROGRESS]
    cursor = values["cursor"]
    return Progress(Position(**values["position"]), values["building"], tuple(cursor) if cursor else None)


def layout_name(
    content: tuple[tuple[str, int], ...], facets: Sequence[str], analysis: Analysis, similarity: str, shards: int
) -> str:
    """A digest of all that decides how an index looks: code that expects another one makes its own beside it."""
    probe = source_of(probe_document(facets), analysis)
    parts = [LAYOUT_VERSION, index_body(similarity, shards), probe, content, sorted(facets)]
    return hashlib.blake2b(json.dumps(parts, sort_keys=True).encode(), digest_size=5).hexdigest()
