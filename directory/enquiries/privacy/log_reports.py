"""What the log says of a failure in a private view: where and of which kind, and not what the error quotes.

It imports nothing of ours, because logging is set up before the apps are.
"""

import logging
import traceback
from collections.abc import Iterator


class NothingQuoted(logging.Filter):
    """For a handler. The message of an error may quote what was typed: `int()` does, and so do databases."""

    def filter(self, record: logging.LogRecord) -> bool:
        reporter = getattr(getattr(record, "request", None), "exception_reporter_filter", None)
        if record.exc_info and record.exc_info[1] and getattr(reporter, "quotes_nothing", False):
            record.exc_text = "".join(_frames_and_kinds(record.exc_info[1]))
            record.exc_info = None
        return True


def _frames_and_kinds(error: BaseException | None) -> Iterator[str]:
    """The innermost cause first, as Python prints them."""
    if error is None:
        return
    yield from _frames_and_kinds(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__name__}\n"
