"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .audit import AuditEvent
from .draft import Draft
from .enquiry import Enquiry
from .key_probe import KeyProbe
from .note import Note
from .outbox import OutboxMessage
from .sender_message import SenderMessage
from .trouble import RepeatedText, WrongCode
from .unsaved_text import UnsavedText

__all__ = [
    "AuditEvent",
    "Draft",
    "Enquiry",
    "KeyProbe",
    "Note",
    "OutboxMessage",
    "RepeatedText",
    "SenderMessage",
    "UnsavedText",
    "WrongCode",
]
