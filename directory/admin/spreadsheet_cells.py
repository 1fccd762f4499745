"""Cells that a spreadsheet shows and never runs."""

from typing import Any

# What a spreadsheet takes for the start of a formula or of a command.
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """The value as a cell: a text that could start a formula gets an apostrophe before it; numbers and days stay."""
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS) else value
