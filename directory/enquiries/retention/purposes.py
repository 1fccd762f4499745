"""What each stored value is for, and what makes it lawful to hold it. A field without either fails `manage.py check`.

The record of processing in docs/data-protection/ has its table from here.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from django.apps import apps
from django.core.checks import CheckMessage, Error

from .rules import RULES, find_rule_problems


class Purpose(StrEnum):
    """Why it is held."""

    HELP = "to bring the person to help that fits"
    CONTACT = "to reach somebody without putting anyone at risk"
    SAFETY = "to keep people safe, workers included"
    SENDER = "to tell the sender how it stands"
    WORK = "to share the work and keep its times"
    RECORD = "to show who did what, and when"
    COUNT = "to count what was asked for and how it ended"
    RIGHTS = "to answer what people ask about their data"
    SEALING = "to keep content unreadable to others, and to erase it for good"


class Condition(StrEnum):
    """What makes it lawful: the letters of docs/data-protection/appropriate-policy-document.md."""

    OFFENCE = "A and C: criminal offence data"
    SPECIAL = "A and B: health and other special category data"
    BOTH = "A, B and C: special category and criminal offence data"
    PERSONAL = "A: personal data"
    STAFF = "D: data of staff"
    NOBODY = "none needed: about nobody"


class Reason(NamedTuple):
    """Both for one field."""

    purpose: Purpose
    condition: Condition


def _for(purpose: Purpose, condition: Condition, *names: str) -> dict[str, Reason]:
    return dict.fromkeys(names, Reason(purpose, condition))


PURPOSES: dict[str, dict[str, Reason]] = {
    "enquiry": {
        **_for(Purpose.SENDER, Condition.PERSONAL, "id", "reference", "token", "code_digest", "sender_told_at"),
        **_for(Purpose.COUNT, Condition.PERSONAL, "received_at", "source", "service", "service_name", "sender_kind"),
        **_for(Purpose.WORK, Condition.NOBODY, "is_practice", "version"),
        **_for(Purpose.HELP, Condition.OFFENCE, "setting"),
        **_for(Purpose.HELP, Condition.SPECIAL, "needs"),
        **_for(Purpose.HELP, Condition.PERSONAL, "postcode_district"),
        **_for(Purpose.CONTACT, Condition.PERSONAL, "no_voicemail"),
        **_for(Purpose.SAFETY, Condition.BOTH, "is_urgent", "sealed_safety_note"),
        **_for(Purpose.SEALING, Condition.PERSONAL, "key_id", "anonymised_at"),
        **_for(Purpose.HELP, Condition.BOTH, "sealed_answers"),
        **_for(
            Purpose.WORK,
            Condition.PERSONAL,
            "answer_due_at",
            "first_opened_at",
            "answered_at",
            "waiting_for",
            "waiting_until",
            "quarantined_at",
            "merged_into",
        ),
        **_for(Purpose.SENDER, Condition.PERSONAL, "withdrawn_at"),
        **_for(Purpose.WORK, Condition.STAFF, "recorded_by", "claimed_by", "claimed_at", "closed_by"),
        **_for(Purpose.COUNT, Condition.PERSONAL, "closed_at"),
        # It may say that somebody was unwell, has died or was taken into custody.
        **_for(Purpose.COUNT, Condition.BOTH, "close_reason"),
    },
    "enquirykey": _for(Purpose.SEALING, Condition.NOBODY, "id", "wrapped_key", "created_at"),
    "contacthash": _for(Purpose.CONTACT, Condition.PERSONAL, "id", "key", "kind", "digest"),
    "contacthashkey": _for(Purpose.SEALING, Condition.NOBODY, "id", "wrapped_key"),
    "erasedkey": _for(Purpose.SEALING, Condition.NOBODY, "key_id", "erased_at"),
    "keystoreidentity": _for(Purpose.SEALING, Condition.NOBODY, "id", "pair_id", "seen_hash"),
    "keystorepair": _for(Purpose.SEALING, Condition.NOBODY, "id", "pair_id"),
    "keyprobe": _for(Purpose.SEALING, Condition.NOBODY, "id", "sealed_text"),
    "clockreading": _for(Purpose.SEALING, Condition.NOBODY, "id", "at", "boot_id", "uptime"),
    "note": {
        **_for(Purpose.HELP, Condition.BOTH, "id", "enquiry", "kind", "sealed_text"),
        **_for(Purpose.RECORD, Condition.STAFF, "written_by", "written_at"),
    },
    "contactattempt": {
        **_for(Purpose.CONTACT, Condition.BOTH, "id", "enquiry", "sealed_text"),
        **_for(Purpose.RECORD, Condition.STAFF, "made_by", "made_at"),
    },
    "riskflag": {
        **_for(Purpose.SAFETY, Condition.BOTH, "id", "enquiry", "sealed_text"),
        **_for(Purpose.RECORD, Condition.STAFF, "raised_by", "raised_at", "lifted_by", "lifted_at"),
    },
    "keptapart": {
        **_for(Purpose.WORK, Condition.PERSONAL, "id", "first", "second"),
        **_for(Purpose.RECORD, Condition.STAFF, "decided_by", "decided_at"),
    },
    "safetynoterequest": {
        **_for(Purpose.SAFETY, Condition.PERSONAL, "id", "enquiry"),
        **_for(Purpose.RECORD, Condition.STAFF, "asked_by", "asked_at", "answered_by", "answered_at", "allowed_until"),
    },
    "unsavedtext": {
        **_for(Purpose.HELP, Condition.BOTH, "id", "enquiry", "sealed_text", "kept_until"),
        **_for(Purpose.WORK, Condition.STAFF, "writer"),
    },
    "outboxmessage": _for(
        Purpose.SENDER,
        Condition.PERSONAL,
        "id",
        "enquiry",
        "kind",
        "occasion",
        "sealed_recipient",
        "message_id",
        "created_at",
        "next_attempt_at",
        "attempts",
        "lease",
        "leased_until",
        "sent_at",
        "last_error",
    ),
    "draft": {
        **_for(Purpose.HELP, Condition.BOTH, "id", "token", "number", "sealed_state"),
        **_for(Purpose.SENDER, Condition.PERSONAL, "holder_digest", "code_digest", "begun_at", "saved_at"),
        **_for(Purpose.SEALING, Condition.PERSONAL, "key_id", "held_until", "expires_at"),
    },
    "sendermessage": {
        **_for(Purpose.RIGHTS, Condition.BOTH, "id", "enquiry", "kind", "token", "sealed_text"),
        **_for(Purpose.RIGHTS, Condition.PERSONAL, "sent_at", "due_at"),
        **_for(Purpose.RECORD, Condition.STAFF, "acknowledged_at", "handled_at", "handled_by"),
    },
    # Keyed hashes of what was tried, for a day at most.
    "wrongcode": _for(Purpose.SENDER, Condition.PERSONAL, "id", "about", "at"),
    "repeatedtext": _for(Purpose.WORK, Condition.PERSONAL, "id", "digest", "token", "at"),
    "hold": {
        **_for(Purpose.RIGHTS, Condition.PERSONAL, "id", "enquiry", "reason", "until", "released_at"),
        **_for(Purpose.RECORD, Condition.STAFF, "placed_at", "placed_by"),
    },
    "unclosednotice": _for(Purpose.WORK, Condition.PERSONAL, "id", "enquiry", "told_at"),
    "datarequest": {
        **_for(Purpose.RIGHTS, Condition.PERSONAL, "id", "enquiry", "kind", "received_on", "due_on", "outcome"),
        **_for(Purpose.RECORD, Condition.STAFF, "recorded_at", "recorded_by", "answered_at", "answered_by"),
    },
    "correction": {
        **_for(Purpose.RIGHTS, Condition.BOTH, "id", "enquiry", "sealed_text"),
        **_for(Purpose.RECORD, Condition.STAFF, "written_at", "written_by"),
    },
    "auditevent": {
        **_for(Purpose.RECORD, Condition.PERSONAL, "id", "enquiry", "action", "detail", "at"),
        **_for(Purpose.RECORD, Condition.STAFF, "actor_id", "actor_name", "actor_role", "subject_id", "subject_name"),
        **_for(Purpose.RECORD, Condition.NOBODY, "version", "previous_hash", "entry_hash"),
    },
    "allowedchange": _for(
        Purpose.RECORD,
        Condition.STAFF,
        "id",
        "person",
        "account_number",
        "change",
        "allowed_by",
        "allowed_at",
        "used_at",
    ),
    "readingnotice": _for(
        Purpose.RECORD, Condition.STAFF, "id", "rule", "account_number", "name", "since", "count", "found_at"
    ),
    "inboxaccess": _for(
        Purpose.RECORD,
        Condition.STAFF,
        "id",
        "person",
        "account_number",
        "name",
        "kind",
        "origin",
        "reason",
        "granted_by",
        "granted_at",
        "confirmed_by",
        "confirmed_at",
        "ended_by",
        "ended_at",
        "end_reason",
    ),
}


def every_field_has_a_purpose(**kwargs: Any) -> list[CheckMessage]:
    """System check: what is stored has a purpose and a condition above, and nothing else has."""
    return [
        Error(problem, hint="See directory/enquiries/retention/purposes.py.", id="enquiries.E002")
        for problem in find_rule_problems(PURPOSES, "purpose and condition")
    ]


def processing_table() -> Iterator[str]:
    """The lines of the table in the record of processing, one a field."""
    yield "| what | field | purpose | condition | retention |"
    yield "|---|---|---|---|---|"
    for model in sorted(PURPOSES.keys() & RULES.keys()):
        for name in sorted(PURPOSES[model].keys() & RULES[model].keys()):
            reason = PURPOSES[model][name]
            yield f"| {_words(model)} | `{name}` | {reason.purpose} | {reason.condition} | {RULES[model][name]} |"


def _words(model: str) -> str:
    for label in ("enquiries", "enquiry_keys"):
        if model in apps.all_models[label]:
            return str(apps.all_models[label][model]._meta.verbose_name)
    return model
