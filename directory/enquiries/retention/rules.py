"""How long each stored value is kept. A field without a rule fails `manage.py check`."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error


class RetentionRule(StrEnum):
    """What happens to a value when its enquiry is anonymised."""

    COUNT = "kept: a choice, a time or a known text that names nobody"
    EMPTY = "emptied when the enquiry is anonymised"
    ROW = "its row is deleted when the enquiry is anonymised"
    LOG = "kept as the access log, which is never changed"
    STAFF = "kept beside the access log: who of the staff was let in, and nothing about an enquiry"


RULES: dict[str, dict[str, RetentionRule]] = {
    "enquiry": {
        "id": RetentionRule.COUNT,
        "reference": RetentionRule.COUNT,
        "token": RetentionRule.COUNT,
        "received_at": RetentionRule.COUNT,
        "service": RetentionRule.COUNT,
        "service_name": RetentionRule.COUNT,
        "sender_kind": RetentionRule.COUNT,
        "setting": RetentionRule.COUNT,
        "needs": RetentionRule.COUNT,
        "postcode_district": RetentionRule.EMPTY,
        "no_voicemail": RetentionRule.EMPTY,
        "consent_basis": RetentionRule.COUNT,
        "consent_wording": RetentionRule.COUNT,
        "wrapped_key": RetentionRule.EMPTY,
        "sealed_answers": RetentionRule.EMPTY,
        "claimed_by": RetentionRule.EMPTY,
        "claimed_at": RetentionRule.COUNT,
        "closed_by": RetentionRule.EMPTY,
        "closed_at": RetentionRule.COUNT,
        "close_reason": RetentionRule.COUNT,
        "anonymised_at": RetentionRule.COUNT,
    },
    "keyprobe": dict.fromkeys(("id", "sealed_text"), RetentionRule.COUNT),
    "note": dict.fromkeys(("id", "enquiry", "written_by", "written_at", "sealed_text"), RetentionRule.ROW),
    "unsavedtext": dict.fromkeys(("id", "enquiry", "writer", "sealed_text", "kept_until"), RetentionRule.ROW),
    "outboxmessage": dict.fromkeys(
        (
            "id",
            "enquiry",
            "kind",
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


def every_field_has_a_retention_rule(**kwargs: Any) -> list[CheckMessage]:
    """System check: what is stored is listed above, and what is listed is stored."""
    return [
        Error(problem, hint="See directory/enquiries/retention/rules.py.", id="enquiries.E001")
        for problem in find_rule_problems(RULES)
    ]


def find_rule_problems(rules: dict[str, dict[str, RetentionRule]]) -> Iterator[str]:
    """Fields without a rule, and rules without a field."""
    stored: dict[str, set[str]] = {}
    for model in apps.get_app_config("enquiries").get_models(include_auto_created=True):
        fields = (*model._meta.concrete_fields, *model._meta.local_many_to_many)
        stored[model._meta.model_name] = {field.name for field in fields}
    listed = {model: set(fields) for model, fields in rules.items()}
    for model in sorted(stored.keys() | listed.keys()):
        for name in sorted(stored.get(model, set()) - listed.get(model, set())):
            yield f"{model}.{name} has no retention rule."
        for name in sorted(listed.get(model, set()) - stored.get(model, set())):
            yield f"{model}.{name} has a retention rule and is not stored."
