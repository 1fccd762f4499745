"""The three answers, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a rule, or all rules together, say."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule's answer and the sentence that explains it, without a full stop.

    `fits` is False when the listing, as it is recorded, speaks against the person, confirmed or not. `is_unsaid`: the
    answer waits for something that was not said about the person.
    """

    rule: str
    answer: Answer
    text: str
    fits: bool = True
    is_unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer with a reason for each rule that has something to say."""

    answer: Answer
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing recorded speaks against the person, confirmed or not."""
        return all(reason.fits for reason in self.reasons)

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons, those first that decide the answer."""
        order = (self.answer, *(answer for answer in (Answer.NO, Answer.ASK, Answer.YES) if answer != self.answer))
        return tuple(
            sorted(self.reasons, key=lambda reason: (order.index(reason.answer), reason.is_unsaid, reason.fits))
        )
