"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .audit import AuditEvent
from .contact_attempt import ContactAttempt
from .enquiry import Enquiry
from .kept_apart import KeptApart
from .key_probe import KeyProbe
from .note import Note
from .outbox import OutboxMessage
from .risk_flag import RiskFlag
from .safety_note_request import SafetyNoteRequest
from .unsaved_text import UnsavedText

__all__ = [
    "AuditEvent",
    "ContactAttempt",
    "Enquiry",
    "KeptApart",
    "KeyProbe",
    "Note",
    "OutboxMessage",
    "RiskFlag",
    "SafetyNoteRequest",
    "UnsavedText",
]
