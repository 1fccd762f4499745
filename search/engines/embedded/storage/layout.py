"""The name of the folder in which all generations of one layout lie."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import tantivy

from search.document import Document
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.storage.entries import entry_of
from search.engines.embedded.storage.schema import build_schema

# Raise when entries come out differently in a way that the probes below do not show.
LAYOUT_VERSION = 7

# One word at least for each thing that the analysis does: stems, accents, ligatures, apostrophes, other alphabets,
# hyphens, numbers, and words that are too long.
PROBE_TEXT = " ".join(
    (
        "The Women's centre O\u2019Brien's recruiting OFFICERS studies happily caf\u00e9 cafe\u0301 \ufb01nding",
        "na\u00efve \u0141\u00f3d\u017a \u6771\u4eac \u0420\u0443\u0441\u0441\u043a\u0438\u0439 re-entry",
        "self_harm 24/7 \u00bd",
        *("x" * length for length in (59, 60, 61)),
    )
)
# Longer than what is stored of a body.
PROBE_BODY = f"{PROBE_TEXT} {'further words ' * 1_000}"


def layout_name(content: tuple[tuple[str, int], ...], facets: tuple[str, ...], analysis: Analysis) -> str:
    """A digest of the schema, of what it holds for a known document, of these (kind, version) pairs and facets.

    Another layout gets another folder, so an index is never read by code that expects something else. What is hashed
    is what comes out, not the code that makes it: a comment must not cost anybody a rebuild.
    """
    parts = [
        LAYOUT_VERSION,
        _fields(facets),
        analysis.terms(PROBE_TEXT),
        _values(entry_of(probe_document(facets), analysis, facets)),
        content,
        facets,
    ]
    return hashlib.blake2b(repr(parts).encode(), digest_size=6).hexdigest()


def _fields(facets: Sequence[str]) -> object:
    """The schema as plain data, which Tantivy gives for pickling and for nothing else."""
    pickled = cast(tuple[Any, ...], build_schema(facets).__reduce__())
    return pickled[1]


def _values(entry: tantivy.Document) -> list[tuple[str, list[str]]]:
    """Sorted, since some values of an entry come from sets."""
    return sorted((field, sorted(map(repr, values))) for field, values in entry.to_dict().items())


def probe_document(facets: Sequence[str]) -> Document:
    """A document with something in every field, and a place in each quarter of the Earth."""
    return Document(
        kind="probe",
        key="1",
        title=PROBE_TEXT,
        url="/probe/",
        aliases=("First alias", "Second alias"),
        phrases=("What people say",),
        summary="A summary.",
        body=PROBE_BODY,
        keywords=("keyword",),
        facets=dict.fromkeys(facets, ("one", "two")) | {"probe": ("one",)},
        topics=("probe",),
        coverage=("S12000049",),
        points=((55.86, -4.25), (-33.92, 18.42), (-34.6, -58.38), (35.68, 139.69), (51.5, 0.0)),
        checked=date(2020, 2, 29),
        rank=1.25,
    )
