"""The questions of a page as rows of its form: read from what was posted, and as they are drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .actions import TypedRow
from .asked import Question
from .contents import Answer, CheckContents, Reply
from .typed_text import evidence_problem, one_line

REPLY, EVIDENCE, SEEN = "reply-", "evidence-", "seen-"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with what stands in its boxes. `theirs` is what somebody else has saved meanwhile."""

    question: Question
    reply: str
    evidence: str
    seen: str
    problem: str = ""
    theirs: Answer | None = None

    @property
    def key(self) -> str:
        return self.question.key

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """The five answers: value, words, and whether it is chosen."""
        return [(value, str(label), value == self.reply) for value, label in Reply.choices]

    @property
    def control(self) -> str:
        """The id of what to correct."""
        if self.theirs is not None or (self.reply and self.reply not in Reply.values):
            return f"{self.key}-{Reply.YES}"
        return f"{EVIDENCE}{self.key}"

    @property
    def summary(self) -> str:
        """What the list of errors says."""
        if self.theirs is not None:
            return _("Somebody else changed this: %(words)s") % {"words": self.question.text}
        return f"{self.question.text} {self.problem}"

    def typed(self) -> TypedRow:
        """For saving, with the words of the statement as it is now."""
        values = {
            "reply": self.reply,
            "evidence": self.evidence,
            "words": self.question.text,
            "level": self.question.level,
        }
        return TypedRow(self.key, self.seen, values)


@dataclass(frozen=True, slots=True)
class PostedAnswers:
    """What a form brought: rows of questions that are asked, and what was written to others."""

    rows: list[AnswerRow] = field(default_factory=list)
    homeless: list[Answer] = field(default_factory=list)


def stored_rows(questions: Iterable[Question], contents: CheckContents) -> list[AnswerRow]:
    """The rows as they are stored."""
    return [_stored(question, contents.of(question.key)) for question in questions]


def posted_rows(post: Mapping[str, str], questions: Mapping[str, Question]) -> PostedAnswers:
    """The rows as they were typed, each with what is wrong with it.

    A statement that an editor deleted while somebody wrote has no row any more: what was written is handed back.
    """
    rows, homeless = [], []
    for name in post:
        if not name.startswith(SEEN):
            continue
        key, seen = name.removeprefix(SEEN), post[name]
        reply, evidence = post.get(f"{REPLY}{key}", ""), one_line(post.get(f"{EVIDENCE}{key}", ""))
        if key in questions:
            rows.append(AnswerRow(questions[key], reply, evidence, seen, _problem(reply, evidence)))
        elif Answer(reply, evidence).answer_mark != seen:
            homeless.append(Answer(reply if reply in Reply.values else "", evidence))
    return PostedAnswers(rows, homeless)


def _stored(question: Question, answer: Answer) -> AnswerRow:
    return AnswerRow(question, answer.reply, answer.evidence, answer.answer_mark)


def _problem(reply: str, evidence: str) -> str:
    if reply and reply not in Reply.values:
        return _("Choose one of the five answers.")
    if reply == Reply.NOT_FOR_US and not evidence:
        return _("Say why it is not for you.")
    return evidence_problem(evidence)
