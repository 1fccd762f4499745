"""How a check stands: what is left, stage by stage, and what has changed since another day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .asked import LEVELS, AskedStage, Question, QuestionSet
from .contents import Answer, CheckContents, Reply

YES, PARTLY, OPEN, NOT_FOR_US, UNANSWERED = "yes", "partly", "open", "not-for-us", "unanswered"
PARTS = {
    str(Reply.YES): YES,
    str(Reply.PARTLY): PARTLY,
    str(Reply.NOT_YET): OPEN,
    str(Reply.NO): OPEN,
    str(Reply.NOT_FOR_US): NOT_FOR_US,
}
SHOWN_PARTS = (YES, PARTLY, OPEN, NOT_FOR_US)
BAR_WIDTH, NARROWEST, GROUND_WIDTH = 340, 26, 20


@dataclass(frozen=True, slots=True)
class BarPart:
    """A piece of a bar. `middle` is where its number stands."""

    kind: str
    count: int
    start: float
    width: float

    @property
    def middle(self) -> float:
        return round(self.start + self.width / 2, 1)

    @property
    def ground(self) -> float:
        """Where the ground begins on which its number is read, between lines or dots."""
        return round(self.middle - GROUND_WIDTH / 2, 1)


@dataclass(frozen=True, slots=True)
class StageStanding:
    """A stage in numbers."""

    stage: AskedStage
    counts: Counter

    @property
    def total(self) -> int:
        return len(self.stage.questions)

    @property
    def answered(self) -> int:
        return self.total - self.counts[UNANSWERED]

    @property
    def unanswered(self) -> int:
        return self.counts[UNANSWERED]

    @property
    def yes(self) -> int:
        return self.counts[YES]

    @property
    def partly(self) -> int:
        return self.counts[PARTLY]

    @property
    def open(self) -> int:
        return self.counts[OPEN]

    @property
    def not_for_us(self) -> int:
        return self.counts[NOT_FOR_US]

    @property
    def bar(self) -> list[BarPart]:
        """The pieces, as wide as their numbers say; none so narrow that its number does not fit."""
        shown = [(kind, self.counts[kind]) for kind in SHOWN_PARTS if self.counts[kind]]
        free = BAR_WIDTH - NARROWEST * len(shown) - (NARROWEST if self.unanswered else 0)
        parts, start = [], 0.0
        for kind, count in shown:
            width = NARROWEST + free * count / self.total
            parts.append(BarPart(kind, count, round(start, 1), round(width, 1)))
            start += width
        return parts


@dataclass(frozen=True, slots=True)
class Gap:
    """Something left to do."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Standing:
    """The whole of it."""

    asked: QuestionSet
    contents: CheckContents

    @cached_property
    def stages(self) -> list[StageStanding]:
        return [StageStanding(stage, self._counts(stage)) for stage in self.asked.stages]

    @cached_property
    def gaps(self) -> list[Gap]:
        """What must be done first, then what should be; within that in the order of the guides."""
        found = [Gap(question, self.contents.of(key)) for key, question in self.asked.questions.items()]
        return sorted((gap for gap in found if gap.answer.is_gap), key=lambda gap: LEVELS.index(gap.question.level))

    @property
    def must_gaps(self) -> int:
        return sum(gap.question.is_must for gap in self.gaps)

    @cached_property
    def counts(self) -> Counter:
        return sum((stage.counts for stage in self.stages), Counter())

    @property
    def total(self) -> int:
        return len(self.asked.questions)

    @property
    def yes(self) -> int:
        return self.counts[YES]

    @property
    def counted(self) -> int:
        """Those that count: what is not for this organisation does not."""
        return self.total - self.counts[NOT_FOR_US]

    @property
    def unanswered(self) -> int:
        return self.counts[UNANSWERED]

    @property
    def answered(self) -> int:
        return self.total - self.unanswered

    @cached_property
    def no_longer_asked(self) -> list[Answer]:
        """Answers to statements that this check does not ask any more; they stay."""
        asked = self.asked.questions
        return [each for key, each in self.contents.answers.items() if key not in asked and each.reply]

    def _counts(self, stage: AskedStage) -> Counter:
        replies = (self.contents.of(question.key).reply for question in stage.questions)
        return Counter(PARTS.get(reply, UNANSWERED) for reply in replies)


@dataclass(frozen=True, slots=True)
class ReplyChange:
    """A question that is answered otherwise than before."""

    question: Question
    before: Answer
    now: Answer

    @property
    def is_gain(self) -> bool:
        return self.now.reply == Reply.YES

    @property
    def is_loss(self) -> bool:
        return self.before.reply == Reply.YES


@dataclass(frozen=True)
class Comparison:
    """What has changed between two states of a check."""

    asked: QuestionSet
    before: CheckContents
    now: CheckContents

    @cached_property
    def changes(self) -> list[ReplyChange]:
        return list(self._changes())

    @property
    def gained(self) -> list[ReplyChange]:
        """What went to yes."""
        return [change for change in self.changes if change.is_gain]

    @property
    def lost(self) -> list[ReplyChange]:
        """What was yes and no longer is."""
        return [change for change in self.changes if change.is_loss]

    def _changes(self) -> Iterator[ReplyChange]:
        for key, question in self.asked.questions.items():
            before, now = self.before.of(key), self.now.of(key)
            if before.reply != now.reply:
                yield ReplyChange(question, before, now)
