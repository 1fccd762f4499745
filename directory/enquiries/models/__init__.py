"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .audit import AuditEvent
from .data_request import Correction, DataRequest
from .draft import Draft
from .enquiry import Enquiry
from .key_probe import KeyProbe, KeyStorePair
from .note import Note
from .outbox import OutboxMessage
from .retention import ClockReading, Hold, UnclosedNotice
from .sender_message import SenderMessage
from .trouble import RepeatedText, WrongCode
from .unsaved_text import UnsavedText

__all__ = [
    "AuditEvent",
    "ClockReading",
    "Correction",
    "DataRequest",
    "Draft",
    "Enquiry",
    "Hold",
    "KeyProbe",
    "KeyStorePair",
    "Note",
    "OutboxMessage",
    "RepeatedText",
    "SenderMessage",
    "UnclosedNotice",
    "UnsavedText",
    "WrongCode",
]
