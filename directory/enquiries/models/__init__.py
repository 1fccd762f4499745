"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .audit import AuditEvent
from .enquiry import Enquiry
from .note import Note
from .outbox import OutboxMessage

__all__ = ["AuditEvent", "Enquiry", "Note", "OutboxMessage"]
