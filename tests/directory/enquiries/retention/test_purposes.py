"""Every stored field has a purpose, a condition and a retention, and the record of processing says the same."""

import re
from pathlib import Path

from django.conf import settings

from directory.enquiries.management.commands.record_of_processing import BEGIN, END, with_table
from directory.enquiries.retention.anonymisation import PRACTICE_KEPT
from directory.enquiries.retention.purposes import (
    PURPOSES,
    Condition,
    every_field_has_a_purpose,
    processing_table,
)
from directory.enquiries.retention.rules import RULES, RetentionRule, find_rule_problems
from hub.backups.making import KEYS_LIVE

FOLDER = Path(settings.BASE_DIR) / "docs" / "data-protection"
RECORD = FOLDER / "record-of-processing.md"
PAGES = sorted(FOLDER.glob("*.md"))


def test_every_field_has_a_purpose_and_a_condition() -> None:
    assert every_field_has_a_purpose() == []
    assert {model: set(fields) for model, fields in PURPOSES.items()} == {
        model: set(fields) for model, fields in RULES.items()
    }


def test_a_field_without_a_purpose_and_a_purpose_without_a_field_fail() -> None:
    purposes = {model: dict(fields) for model, fields in PURPOSES.items()}
    purposes["enquiry"]["shoe_size"] = purposes["enquiry"].pop("setting")
    problems = list(find_rule_problems(purposes, "purpose and condition"))
    assert problems == [
        "enquiry.setting has no purpose and condition.",
        "enquiry.shoe_size has a purpose and condition and is not stored.",
    ]


def test_what_is_sealed_is_emptied_or_deleted() -> None:
    gone = (RetentionRule.EMPTY, RetentionRule.ROW, RetentionRule.SWEPT)
    # The known text of the probe says nothing of anybody.
    sealed = {(model, name) for model in RULES for name in RULES[model] if name.startswith("sealed_")}
    assert {pair for pair in sealed if RULES[pair[0]][pair[1]] not in gone} == {("keyprobe", "sealed_text")}


def test_setting_and_needs_are_held_on_the_stricter_conditions() -> None:
    assert PURPOSES["enquiry"]["setting"].condition == Condition.OFFENCE
    assert PURPOSES["enquiry"]["needs"].condition == Condition.SPECIAL
    for name in ("sealed_answers", "sealed_safety_note"):
        assert PURPOSES["enquiry"][name].condition == Condition.BOTH


def test_the_record_of_processing_has_the_table_of_the_code() -> None:
    text, table = RECORD.read_text(encoding="utf-8"), "\n".join(processing_table())
    assert with_table(text, table) == text, "Run manage.py record_of_processing --write."
    assert text.index(BEGIN) < text.index(END)
    assert table.count("\n") - 1 == sum(map(len, PURPOSES.values()))


def test_a_table_that_is_out_of_date_is_found() -> None:
    text = RECORD.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "`setting`" in line)
    assert with_table(text.replace(line, ""), "\n".join(processing_table())) != text.replace(line, "")


def test_every_page_is_listed_and_says_what_the_organisation_must_fill_in() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert "**[You:" in text
        assert text.count("[You:") == len(re.findall(r"\*\*\[You: ?[^\]]+\]\*\*", text))
        assert page.name == "README.md" or f"]({page.name})" in index


def test_notices_promise_what_the_code_does() -> None:
    assert KEYS_LIVE.days == 14
    assert PRACTICE_KEPT.days == 30
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if page.name.startswith("privacy-notice") and "staff" not in page.name:
            assert "Twelve months after the enquiry is closed" in text
            assert "within 14 days no copy" in text
            for part in ("## Who sees it", "## How long", "## Your rights", "ico.org.uk"):
                assert part in text
