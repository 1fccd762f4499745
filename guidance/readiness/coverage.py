"""How the check stands against named frameworks: what each asks of an organisation, and what of that we ask too."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidance.models import Framework, FrameworkStatement

from .asked import Question, QuestionSet
from .contents import CheckContents, Reply


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
    """Each framework against all our questions, and against those of one check with its answers when it is given.

    Two queries.
    """
    here = asked.questions if asked else every.questions
    said = contents or CheckContents()
    return [
        Coverage(
            framework,
            tuple(_covered(statement, every.questions, here, said) for statement in framework.statements.all()),
        )
        for framework in Framework.objects.prefetch_related("statements")
    ]


def _covered(
    statement: FrameworkStatement, every: Mapping[str, Question], here: Mapping[str, Question], contents: CheckContents
) -> Covered:
    found = tuple(every[key] for key in statement.covered_by if key in every)
    asked = tuple(question for question in found if question.key in here)
    return Covered(statement, found, asked, tuple(contents.of(question.key).reply for question in asked))
