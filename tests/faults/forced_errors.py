"""Errors in the middle of the work of a running hub, as soon as a file asks for them.

Only the settings of the fault tests install them. The worst that an error can do is to quote what it was given: these
quote the word of the file.
"""

import itertools
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from django.apps import AppConfig
from django.db import OperationalError

FILE = "forced-errors"
# One call in so many.
EVERY = 11
ERRORS: tuple[type[Exception], ...] = (RuntimeError, OperationalError, ValueError, OSError)
POINTS = (
    "directory.enquiries.models:AuditEvent.save",
    "directory.enquiries.key_store.models:EnquiryKey.save",
    "directory.enquiries.steps.sending:judge",
    "directory.enquiries.steps.sending:find_service",
    "directory.enquiries.steps.sending:find_reasons",
    "directory.enquiries.steps.views:with_page",
    "directory.enquiries.steps.views:begin_draft",
    "directory.enquiries.drafts.actions:issue_key",
    "directory.enquiries.content.encryption:DataKey.seal",
    "directory.enquiries.content.encryption:DataKey.open",
    "directory.enquiries.status.actions:record_event",
    "directory.enquiries.status.views:find_by_code",
    "directory.enquiries.mail.delivery:compose",
    "smtplib:SMTP.data",
)


class ForcedErrors(AppConfig):
    """Changes nothing until the file is there."""

    name = "tests.faults"
    label = "faults"

    def ready(self) -> None:
        for point in POINTS:
            module, _, path = point.partition(":")
            owner, _, name = f":{path}".rpartition(".") if "." in path else ("", "", path)
            place = resolve_name(f"{module}{owner}" if owner else module)
            setattr(place, name, _sometimes_failing(getattr(place, name), point))


def force_errors(folder: Path, word: str) -> None:
    """From now on, in every process of the hub with this folder."""
    (folder / FILE).write_text(word)


def stop_errors(folder: Path) -> None:
    """From now on no more."""
    (folder / FILE).unlink()


def _sometimes_failing(work: Callable[..., Any], point: str) -> Callable[..., Any]:
    asked = Path(os.environ.get("DATA_DIR", "")) / FILE
    calls = itertools.count(POINTS.index(point))

    @wraps(work)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        if asked.exists() and (number := next(calls)) % EVERY == 0:
            raise ERRORS[number // EVERY % len(ERRORS)](f"near '{asked.read_text()}'")
        return work(*args, **kwargs)

    return wrapped
