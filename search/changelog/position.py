"""A place in the change log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """The sequence number of a row and its token. Zero is before the first row."""

    sequence: int = 0
    token: str = ""
