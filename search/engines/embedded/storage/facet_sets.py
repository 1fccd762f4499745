"""All values that a document has of one facet, as one value of a column."""

from collections.abc import Sequence

# A control character made for such things, which no value holds.
SET_SEPARATOR = "\x1f"
# Tantivy cuts a value off at 65,530 bytes. A document with so many values has this for its set.
MAX_SET_LENGTH = 10_000
TOO_LONG_SET = "\x1e"


def set_of(values: Sequence[str]) -> str:
    """All values that a document has of one facet, sorted, as one value.

    Few different sets occur, and Tantivy counts one value a document several times faster than two or three.
    """
    together = SET_SEPARATOR.join(values)
    return together if len(together) <= MAX_SET_LENGTH else TOO_LONG_SET
