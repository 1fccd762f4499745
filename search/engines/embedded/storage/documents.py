"""What is stored of a document, to show it without a database query.

Fields and items are joined by control characters: every search reads a page of records, and JSON takes longer.
"""

from typing import NamedTuple

from search.document import Document

# Made for this. Texts lose them, should they hold any.
FIELD_END, ITEM_END = "\x1f", "\x1e"


class StoredDocument(NamedTuple):
    """One document. What has several items is joined, and taken apart by those who need it."""

    kind: str
    key: str
    title: str
    url: str
    summary: str
    fingerprint: str
    joined_aliases: str
    joined_coverage: str
    joined_points: str

    @property
    def aliases(self) -> list[str]:
        return _items(self.joined_aliases)

    @property
    def coverage(self) -> list[str]:
        return _items(self.joined_coverage)

    @property
    def points(self) -> list[tuple[float, float]]:
        degrees = map(float, _items(self.joined_points))
        return list(zip(degrees, degrees, strict=True))


def write_stored_document(document: Document) -> bytes:
    """A document's record as bytes."""
    fields = (
        document.kind,
        document.key,
        _plain(document.title),
        _plain(document.url),
        _plain(document.summary),
        document.fingerprint(),
        ITEM_END.join(map(_plain, document.aliases)),
        ITEM_END.join(document.coverage),
        ITEM_END.join([repr(float(degrees)) for point in document.points for degrees in point]),
    )
    return FIELD_END.join(fields).encode()


def read_stored_document(stored: bytes) -> StoredDocument:
    """The record in such bytes. Raises ValueError when they hold none."""
    try:
        return StoredDocument(*stored.decode().split(FIELD_END))
    except TypeError as fault:
        raise ValueError("a stored record is damaged") from fault


def _items(joined: str) -> list[str]:
    return joined.split(ITEM_END) if joined else []


def _plain(text: str) -> str:
    if FIELD_END in text or ITEM_END in text:
        return text.replace(FIELD_END, " ").replace(ITEM_END, " ")
    return text
