"""Everything that changes an enquiry. Each function is one transaction and leaves its line in the access log."""

from .claims import BulkClaim, assign_enquiry, claim_enquiries, claim_enquiry, hand_over_all, release_enquiry
from .closing import close_enquiry, close_quarantined, close_withdrawn, let_through, quarantine_enquiry, reopen_enquiry
from .conflicts import (
    AlreadyClaimed,
    AlreadyClosed,
    EnquiryConflict,
    NotClaimedByYou,
    NotPossibleNow,
    StaleForm,
)
from .contact import Attempt, ask_sender, record_answer, record_attempt, wait_for
from .merging import keep_apart, merge_enquiries, possible_duplicates
from .notes import add_late_note, add_note
from .opening import OpenedEnquiry, find_by_contact, open_enquiry
from .receiving import ChangedAfterSending, EnquiryNotSaved, receive_enquiry, sent_answers
from .safety import (
    answer_safety_request,
    ask_for_safety_note,
    lift_flag,
    open_safety_note,
    raise_flag,
    show_contact,
)
from .sender_messages import acknowledge_message, handle_message, note_sender_told

__all__ = [
    "AlreadyClaimed",
    "AlreadyClosed",
    "Attempt",
    "BulkClaim",
    "ChangedAfterSending",
    "EnquiryConflict",
    "EnquiryNotSaved",
    "NotClaimedByYou",
    "NotPossibleNow",
    "OpenedEnquiry",
    "StaleForm",
    "acknowledge_message",
    "add_late_note",
    "add_note",
    "answer_safety_request",
    "ask_for_safety_note",
    "ask_sender",
    "assign_enquiry",
    "claim_enquiries",
    "claim_enquiry",
    "close_enquiry",
    "close_quarantined",
    "close_withdrawn",
    "find_by_contact",
    "hand_over_all",
    "handle_message",
    "keep_apart",
    "let_through",
    "lift_flag",
    "merge_enquiries",
    "note_sender_told",
    "open_enquiry",
    "open_safety_note",
    "possible_duplicates",
    "quarantine_enquiry",
    "raise_flag",
    "receive_enquiry",
    "record_answer",
    "record_attempt",
    "release_enquiry",
    "reopen_enquiry",
    "sent_answers",
    "show_contact",
    "wait_for",
]
