"""What guides say that someone must, should or might do: the rules in their bodies and the statements at their end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from guidance.anchors import anchors_of
from guidance.blocks import RequirementValue, requirement_problems
from guidance.body_text import HEADING, headings
from guidance.choices import Level

REQUIREMENT = "requirement"
LONGEST_IDENTIFIER = 60


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a guide's checklist, with the rule that it rests on.

    `anchor` is the chapter that says how; empty, it is the whole guide.
    """

    identifier: str
    text: str
    level: str
    jurisdictions: tuple[str, ...]
    requirement: RequirementValue | None
    anchor: str
    chapter: str

    @property
    def is_past(self) -> bool:
        """Whether the rule no longer applies: nobody needs to answer for it."""
        return self.requirement is not None and self.requirement.state == "past"


def requirements_of(body: StreamValue) -> list[RequirementValue]:
    """The rules in a body, in order."""
    return [part.value for part in body if part.block_type == REQUIREMENT]


def stored_requirements_of(body: StreamValue) -> list[RequirementValue]:
    """The same of a body that nobody has read yet: other blocks, and the pictures they name, stay unread."""
    block = body.stream_block.child_blocks[REQUIREMENT]
    return [block.to_python(part["value"]) for part in body.raw_data if part["type"] == REQUIREMENT]


def statements_of(checklist: StreamValue, body: StreamValue, jurisdictions: Iterable[str]) -> list[Statement]:
    """The statements that close a guide. One that rests on no rule holds where the guide does."""
    rules = {rule["identifier"]: rule for rule in requirements_of(body)}
    anchors = {words: anchor for anchor, words in headings(body)}
    return [_statement(part.value, rules, anchors, tuple(jurisdictions)) for part in checklist]


def stored_statements_of(checklist: StreamValue, body: StreamValue, jurisdictions: Iterable[str]) -> list[Statement]:
    """The same of a body that nobody has read yet: pictures and listings that it names stay unread."""
    rules = {rule["identifier"]: rule for rule in stored_requirements_of(body)}
    words = [part["value"] for part in body.raw_data if part["type"] == HEADING]
    anchors = dict(zip(words, anchors_of(words), strict=True))
    return [_statement(part.value, rules, anchors, tuple(jurisdictions)) for part in checklist]


def _statement(value: dict, rules: dict, anchors: dict[str, str], jurisdictions: tuple[str, ...]) -> Statement:
    rule = rules.get(value["requirement"]) if value["requirement"] else None
    chapter = value["chapter"] or ""
    return Statement(
        identifier=value["identifier"] or "",
        text=value["text"],
        level=rule["level"] if rule else str(Level.SUGGESTION),
        jurisdictions=tuple(rule["jurisdictions"] or ()) if rule else jurisdictions,
        requirement=rule,
        anchor=anchors.get(chapter, ""),
        chapter=chapter if chapter in anchors else "",
    )


def give_identifiers(body: StreamValue, checklist: StreamValue) -> None:
    """Give each rule and statement an identifier that no other of the page has; those that have one keep it."""
    parts = [*(part.value for part in body if part.block_type == REQUIREMENT), *(part.value for part in checklist)]
    taken: set[str] = set()
    for value in parts:
        wanted = value["identifier"] or slugify(value["text"])[:LONGEST_IDENTIFIER].strip("-") or REQUIREMENT
        identifier, number = wanted, 1
        while identifier in taken:
            number += 1
            identifier = f"{wanted}-{number}"
        taken.add(identifier)
        value["identifier"] = identifier


def problems_of(body: StreamValue, checklist: StreamValue) -> dict[str, str]:
    """What must be mended before a guide goes live, by field."""
    found = {"body": list(_rule_problems(body)), "checklist": list(_statement_problems(body, checklist))}
    return {field: " ".join(words) for field, words in found.items() if words}


def _rule_problems(body: StreamValue) -> Iterator[str]:
    for rule in requirements_of(body):
        for problem in requirement_problems(rule).values():
            yield f"“{_start(rule['text'])}”: {problem}"


def _statement_problems(body: StreamValue, checklist: StreamValue) -> Iterator[str]:
    known = {rule["identifier"] for rule in requirements_of(body)}
    chapters = {words for _unused, words in headings(body)}
    for part in checklist:
        name = _start(part.value["text"])
        if part.value["requirement"] and part.value["requirement"] not in known:
            yield _("“%(name)s”: no requirement of this guide has the identifier %(value)s.") % {
                "name": name,
                "value": part.value["requirement"],
            }
        if part.value["chapter"] and part.value["chapter"] not in chapters:
            yield _("“%(name)s”: this guide has no heading “%(value)s”.") % {
                "name": name,
                "value": part.value["chapter"],
            }


def _start(words: str) -> str:
    return words if len(words) <= 50 else f"{words[:47].rstrip()}…"
