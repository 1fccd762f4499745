"""The kinds of distress that are told apart, because who answers them differs."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as lazy

OVERDOSE = "overdose"
SUICIDE = "suicide"
THREAT = "threat"
CHILD_AT_RISK = "child-at-risk"
DOMESTIC_ABUSE = "domestic-abuse"
SELF_HARM = "self-harm"

# What may cost a life within minutes comes first.
KINDS = {
    OVERDOSE: lazy("Overdose"),
    SUICIDE: lazy("Suicide"),
    THREAT: lazy("Threat or violence"),
    CHILD_AT_RISK: lazy("A child at risk"),
    DOMESTIC_ABUSE: lazy("Domestic abuse"),
    SELF_HARM: lazy("Self-harm"),
}


@dataclass(frozen=True, slots=True)
class Distress:
    """Which kinds of distress a text tells of, the most urgent first. It holds nothing of the text."""

    kinds: tuple[str, ...] = ()

    @classmethod
    def of(cls, labels: Collection[str]) -> "Distress":
        """The kinds that are among some labels."""
        return cls(tuple(kind for kind in KINDS if kind in labels))

    def __bool__(self) -> bool:
        return bool(self.kinds)


NO_DISTRESS = Distress()
