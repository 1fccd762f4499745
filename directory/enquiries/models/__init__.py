"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .access import InboxAccess
from .allowed_change import AllowedChange
from .audit import AuditEvent
from .enquiry import Enquiry
from .key_probe import KeyProbe
from .note import Note
from .outbox import OutboxMessage
from .reading_notice import ReadingNotice
from .unsaved_text import UnsavedText

__all__ = [
    "AllowedChange",
    "AuditEvent",
    "Enquiry",
    "InboxAccess",
    "KeyProbe",
    "Note",
    "OutboxMessage",
    "ReadingNotice",
    "UnsavedText",
]
