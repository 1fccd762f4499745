"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .audit import AuditEvent
from .enquiry import Enquiry
from .key_probe import KeyProbe, KeyStorePair
from .note import Note
from .outbox import OutboxMessage
from .unsaved_text import UnsavedText

__all__ = ["AuditEvent", "Enquiry", "KeyProbe", "KeyStorePair", "Note", "OutboxMessage", "UnsavedText"]
