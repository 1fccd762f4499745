"""Enquiries as plain Django models: no revisions, no snippets, no search index. See ADR 0004."""

from .access import InboxAccess
from .allowed_change import AllowedChange
from .audit import AuditEvent
from .contact_attempt import ContactAttempt
from .data_request import Correction, DataRequest
from .draft import Draft
from .enquiry import Enquiry
from .kept_apart import KeptApart
from .key_probe import KeyProbe, KeyStorePair
from .note import Note
from .outbox import OutboxMessage
from .reading_notice import ReadingNotice
from .retention import ClockReading, Hold, UnclosedNotice
from .risk_flag import RiskFlag
from .safety_note_request import SafetyNoteRequest
from .sender_message import SenderMessage
from .trouble import RepeatedText, WrongCode
from .unsaved_text import UnsavedText

__all__ = [
    "AllowedChange",
    "AuditEvent",
    "ClockReading",
    "ContactAttempt",
    "Correction",
    "DataRequest",
    "Draft",
    "Enquiry",
    "Hold",
    "InboxAccess",
    "KeptApart",
    "KeyProbe",
    "KeyStorePair",
    "Note",
    "OutboxMessage",
    "ReadingNotice",
    "RepeatedText",
    "RiskFlag",
    "SafetyNoteRequest",
    "SenderMessage",
    "UnclosedNotice",
    "UnsavedText",
    "WrongCode",
]
