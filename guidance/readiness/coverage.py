"""How the check stands against named frameworks: what each asks of an organisation, and what of that we ask too."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .asked import Question, QuestionSet
from .contents import CheckContents, Reply

FOLDER = Path(__file__).with_name("frameworks")
BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class FrameworkStatement:
    """What a framework asks of an organisation, in our words. `covered_by`: places of our statements."""

    identifier: str
    words: str
    level: str
    covered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework that somebody else wrote, and how much of it was read."""

    key: str
    title: str
    publisher: str
    published: str
    url: str
    scope: str
    read: str
    statements: tuple[FrameworkStatement, ...]

    @property
    def anchor(self) -> str:
        return f"framework-{self.key}"


@dataclass(frozen=True, slots=True)
class Covered:
    """One statement of a framework with ours that cover it. `replies`: what was said to those that are asked here."""

    statement: FrameworkStatement
    questions: tuple[Question, ...]
    asked: tuple[Question, ...]
    replies: tuple[str, ...]

    @property
    def is_asked(self) -> bool:
        return bool(self.asked)

    @property
    def is_yes(self) -> bool:
        """Whether everything that covers it is answered with yes, leaving out what is not for this organisation."""
        counted = [reply for reply in self.replies if reply != Reply.NOT_FOR_US]
        return bool(counted) and all(reply == Reply.YES for reply in counted)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One framework, statement by statement."""

    framework: Framework
    covered: tuple[Covered, ...]

    @property
    def total(self) -> int:
        return len(self.covered)

    @property
    def asked(self) -> int:
        return sum(each.is_asked for each in self.covered)

    @property
    def yes(self) -> int:
        return sum(each.is_yes for each in self.covered)

    @property
    def unmapped(self) -> int:
        """Those that nothing of ours covers, in any stage."""
        return sum(not each.questions for each in self.covered)


def coverage_of(
    every: QuestionSet, asked: QuestionSet | None = None, contents: CheckContents | None = None
) -> list[Coverage]:
    """Each framework against all our questions, and against those of one check with its answers when it is given."""
    by_place, by_identifier = _places(every.questions.values())
    here = asked.questions if asked else every.questions
    said = contents or CheckContents()
    return [
        Coverage(
            framework,
            tuple(_covered(statement, by_place, by_identifier, here, said) for statement in framework.statements),
        )
        for framework in read_frameworks()
    ]


@cache
def read_frameworks() -> tuple[Framework, ...]:
    """Every framework with what it asks of an organisation, in the order of the file."""
    statements: dict[str, list[FrameworkStatement]] = defaultdict(list)
    for row in _rows("statements.csv"):
        places = tuple(filter(None, map(str.strip, row["covered_by"].split(BETWEEN))))
        statements[row["framework"]].append(FrameworkStatement(row["identifier"], row["words"], row["level"], places))
    return tuple(Framework(**row, statements=tuple(statements[row["key"]])) for row in _rows("frameworks.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _places(questions: Iterable[Question]) -> tuple[dict[str, Question], dict[str, list[Question]]]:
    by_place: dict[str, Question] = {}
    by_identifier: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_place[question.place] = question
        by_identifier[question.statement.identifier].append(question)
    return by_place, by_identifier


def _covered(
    statement: FrameworkStatement,
    by_place: Mapping[str, Question],
    by_identifier: Mapping[str, list[Question]],
    here: Mapping[str, Question],
    contents: CheckContents,
) -> Covered:
    found = tuple(filter(None, (_question(place, by_place, by_identifier) for place in statement.covered_by)))
    asked = tuple(question for question in found if question.key in here)
    return Covered(statement, found, asked, tuple(contents.of(question.key).reply for question in asked))


def _question(
    place: str, by_place: Mapping[str, Question], by_identifier: Mapping[str, list[Question]]
) -> Question | None:
    """The question at a place; when its guide has another address by now, the only one with that identifier."""
    if place in by_place:
        return by_place[place]
    same = by_identifier.get(place.rpartition("/")[2], [])
    return same[0] if len(same) == 1 else None
