"""How long each stored value is kept. A field without a rule fails `manage.py check`."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db.models import ForeignKey, Model


class RetentionRule(StrEnum):
    """What happens to a value when its enquiry is anonymised."""

    COUNT = "kept: a choice, a time or a known text that names nobody"
    EMPTY = "emptied when the enquiry is anonymised"
    ROW = "its row is deleted when the enquiry is anonymised"
    SWEPT = "its row is deleted by `sweep_drafts` within a day of its time: an hour, or 14 days for what was saved"
    DUTY = "kept: shows that a request about data was answered, and names staff only"
    LOG = "kept as the access log, which is never changed"
    STAFF = "kept beside the access log: who of the staff was let in, and nothing about an enquiry"


RULES: dict[str, dict[str, RetentionRule]] = {
    "enquiry": {
        "id": RetentionRule.COUNT,
        "reference": RetentionRule.COUNT,
        "token": RetentionRule.COUNT,
        "code_digest": RetentionRule.EMPTY,
        "received_at": RetentionRule.COUNT,
        "source": RetentionRule.COUNT,
        "recorded_by": RetentionRule.EMPTY,
        "is_practice": RetentionRule.COUNT,
        "service": RetentionRule.COUNT,
        "service_name": RetentionRule.COUNT,
        "sender_kind": RetentionRule.COUNT,
        "setting": RetentionRule.COUNT,
        "needs": RetentionRule.COUNT,
        "postcode_district": RetentionRule.EMPTY,
        "no_voicemail": RetentionRule.EMPTY,
        "is_urgent": RetentionRule.COUNT,
        "key_id": RetentionRule.COUNT,
        "sealed_answers": RetentionRule.EMPTY,
        "sealed_safety_note": RetentionRule.EMPTY,
        "answer_due_at": RetentionRule.COUNT,
        "first_opened_at": RetentionRule.COUNT,
        "answered_at": RetentionRule.COUNT,
        "sender_told_at": RetentionRule.COUNT,
        "waiting_for": RetentionRule.COUNT,
        "waiting_until": RetentionRule.COUNT,
        "quarantined_at": RetentionRule.COUNT,
        "withdrawn_at": RetentionRule.COUNT,
        "merged_into": RetentionRule.EMPTY,
        "version": RetentionRule.COUNT,
        "claimed_by": RetentionRule.EMPTY,
        "claimed_at": RetentionRule.COUNT,
        "closed_by": RetentionRule.EMPTY,
        "closed_at": RetentionRule.COUNT,
        "close_reason": RetentionRule.COUNT,
        "anonymised_at": RetentionRule.COUNT,
    },
    "enquirykey": dict.fromkeys(("id", "wrapped_key", "created_at"), RetentionRule.ROW),
    "contacthash": dict.fromkeys(("id", "key", "kind", "digest"), RetentionRule.ROW),
    "contacthashkey": dict.fromkeys(("id", "wrapped_key"), RetentionRule.COUNT),
    "erasedkey": dict.fromkeys(("key_id", "erased_at"), RetentionRule.COUNT),
    "keystoreidentity": dict.fromkeys(("id", "pair_id", "seen_hash"), RetentionRule.COUNT),
    "keystorepair": dict.fromkeys(("id", "pair_id"), RetentionRule.COUNT),
    "keyprobe": dict.fromkeys(("id", "sealed_text"), RetentionRule.COUNT),
    "hold": dict.fromkeys(
        ("id", "enquiry", "reason", "until", "placed_at", "placed_by", "released_at"), RetentionRule.ROW
    ),
    "unclosednotice": dict.fromkeys(("id", "enquiry", "told_at"), RetentionRule.ROW),
    "clockreading": dict.fromkeys(("id", "at", "boot_id", "uptime"), RetentionRule.COUNT),
    "datarequest": dict.fromkeys(
        (
            "id",
            "enquiry",
            "kind",
            "received_on",
            "due_on",
            "recorded_at",
            "recorded_by",
            "answered_at",
            "answered_by",
            "outcome",
        ),
        RetentionRule.DUTY,
    ),
    "correction": dict.fromkeys(("id", "enquiry", "written_at", "written_by", "sealed_text"), RetentionRule.ROW),
    "draft": dict.fromkeys(
        (
            "id",
            "token",
            "holder_digest",
            "number",
            "key_id",
            "sealed_state",
            "code_digest",
            "begun_at",
            "saved_at",
            "held_until",
            "expires_at",
        ),
        RetentionRule.SWEPT,
    ),
    "sendermessage": dict.fromkeys(
        (
            "id",
            "enquiry",
            "kind",
            "token",
            "sealed_text",
            "sent_at",
            "due_at",
            "acknowledged_at",
            "handled_at",
            "handled_by",
        ),
        RetentionRule.ROW,
    ),
    "wrongcode": dict.fromkeys(("id", "about", "at"), RetentionRule.SWEPT),
    "repeatedtext": dict.fromkeys(("id", "digest", "token", "at"), RetentionRule.SWEPT),
    "note": dict.fromkeys(("id", "enquiry", "written_by", "written_at", "kind", "sealed_text"), RetentionRule.ROW),
    "contactattempt": dict.fromkeys(("id", "enquiry", "made_by", "made_at", "sealed_text"), RetentionRule.ROW),
    "riskflag": dict.fromkeys(
        ("id", "enquiry", "raised_by", "raised_at", "sealed_text", "lifted_by", "lifted_at"), RetentionRule.ROW
    ),
    "keptapart": dict.fromkeys(("id", "first", "second", "decided_by", "decided_at"), RetentionRule.ROW),
    "safetynoterequest": dict.fromkeys(
        ("id", "enquiry", "asked_by", "asked_at", "answered_by", "answered_at", "allowed_until"), RetentionRule.ROW
    ),
    "unsavedtext": dict.fromkeys(("id", "enquiry", "writer", "sealed_text", "kept_until"), RetentionRule.ROW),
    "outboxmessage": dict.fromkeys(
        (
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
        RetentionRule.ROW,
    ),
    "auditevent": dict.fromkeys(
        (
            "id",
            "enquiry",
            "action",
            "detail",
            "actor_id",
            "actor_name",
            "actor_role",
            "subject_id",
            "subject_name",
            "at",
            "version",
            "previous_hash",
            "entry_hash",
        ),
        RetentionRule.LOG,
    ),
    "inboxaccess": dict.fromkeys(
        (
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
        RetentionRule.STAFF,
    ),
    "allowedchange": dict.fromkeys(
        ("id", "person", "account_number", "change", "allowed_by", "allowed_at", "used_at"), RetentionRule.STAFF
    ),
    "readingnotice": dict.fromkeys(
        ("id", "rule", "account_number", "name", "since", "count", "found_at"), RetentionRule.STAFF
    ),
}


def fields_to_empty(model_name: str) -> tuple[str, ...]:
    """The fields of a model that anonymising empties."""
    return tuple(name for name, rule in RULES[model_name].items() if rule is RetentionRule.EMPTY)


def relations_to_delete() -> Iterator[ForeignKey]:
    """The relations to an enquiry whose rows go with its names and words, whichever part of the app they are of."""
    for model in apps.get_app_config("enquiries").get_models():
        rules = RULES.get(str(model._meta.model_name), {})
        for field in model._meta.concrete_fields:
            about_one = isinstance(field, ForeignKey) and field.related_model._meta.label_lower == "enquiries.enquiry"
            if about_one and rules.get(field.name) is RetentionRule.ROW:
                yield field


def every_field_has_a_retention_rule(**kwargs: Any) -> list[CheckMessage]:
    """System check: what is stored is listed above, and what is listed is stored."""
    return [
        Error(problem, hint="See directory/enquiries/retention/rules.py.", id="enquiries.E001")
        for problem in find_rule_problems(RULES)
    ]


def _models() -> Iterator[type[Model]]:
    for label in ("enquiries", "enquiry_keys"):
        yield from apps.get_app_config(label).get_models(include_auto_created=True)


def find_rule_problems(rules: Mapping[str, Mapping[str, Any]], what: str = "retention rule") -> Iterator[str]:
    """Fields without a rule, and rules without a field."""
    stored: dict[str, set[str]] = {}
    for model in _models():
        fields = (*model._meta.concrete_fields, *model._meta.local_many_to_many)
        stored[model._meta.model_name] = {field.name for field in fields}
    listed = {model: set(fields) for model, fields in rules.items()}
    for label in sorted(stored.keys() | listed.keys()):
        for name in sorted(stored.get(label, set()) - listed.get(label, set())):
            yield f"{label}.{name} has no {what}."
        for name in sorted(listed.get(label, set()) - stored.get(label, set())):
            yield f"{label}.{name} has a {what} and is not stored."
