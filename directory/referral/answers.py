"""The three answers, and why."""

from dataclasses import dataclass
from enum import StrEnum


class ReferralAnswer(StrEnum):
    """What a rule, or all rules together, say."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ReferralReason:
    """One rule's answer and the sentence that explains it, without a full stop.

    `fits`: whether the listing, as it is recorded, speaks for the person or against, confirmed or not; None where it
    does neither. `is_unsaid`: the answer waits for something that was not said about the person.
    """

    rule: str
    answer: ReferralAnswer
    text: str
    fits: bool | None = None
    is_unsaid: bool = False

    @property
    def sentence(self) -> str:
        """The text with its full stop, unless it ends in a question of the listing."""
        return self.text if self.text.endswith((".", "?", "!")) else f"{self.text}."


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer with a reason for each rule that has something to say."""

    answer: ReferralAnswer
    reasons: tuple[ReferralReason, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing recorded speaks against the person, confirmed or not."""
        return not any(reason.fits is False for reason in self.reasons)

    @property
    def deciding(self) -> tuple[ReferralReason, ...]:
        """The reasons, those first that decide: what speaks against, what is open, what only lacks a check."""
        order = (
            self.answer,
            *(
                answer
                for answer in (ReferralAnswer.NO, ReferralAnswer.ASK, ReferralAnswer.YES)
                if answer != self.answer
            ),
        )
        return tuple(sorted(self.reasons, key=lambda reason: (order.index(reason.answer), _weight(reason))))


def _weight(reason: ReferralReason) -> tuple[bool, int]:
    return (reason.is_unsaid, (False, None, True).index(reason.fits))
