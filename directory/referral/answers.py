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

    `fits`: whether the listing, as it is recorded, speaks for the person or against, confirmed or not; None where it
    does neither. `is_unsaid`: the answer waits for something that was not said about the person.
    """

    rule: str
    answer: Answer
    text: str
    fits: bool | None = None
    is_unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer with a reason for each rule that has something to say."""

    answer: Answer
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing recorded speaks against the person, confirmed or not."""
        return not any(reason.fits is False for reason in self.reasons)

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons, those first that decide: what speaks against, what is open, what only lacks a check."""
        order = (self.answer, *(answer for answer in (Answer.NO, Answer.ASK, Answer.YES) if answer != self.answer))
        return tuple(sorted(self.reasons, key=lambda reason: (order.index(reason.answer), _weight(reason))))


def _weight(reason: Reason) -> tuple[bool, int]:
    return (reason.is_unsaid, (False, None, True).index(reason.fits))
