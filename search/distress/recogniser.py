"""Whether a text tells of distress, and of which kinds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from search.distress.automaton import Automaton, Match
from search.distress.phrase_language import Pattern
from search.distress.sentences import Words
from search.distress.vocabulary import Vocabulary


class Role(Enum):
    """What finding a pattern means."""

    # Somebody tells of it.
    TELLS = auto()
    # It is named, and that may be a topic of study, work or law.
    NAMES = auto()
    # Around a name this makes it a topic.
    TOPIC = auto()
    # These words mean something else here.
    HARMLESS = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern, what finding it means, and what it tells of."""

    pattern: Pattern
    role: Role
    label: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one sentence: what is told of with the words that do, and the words that mean something else.

    Words are bits: the first word is the lowest.
    """

    told: tuple[tuple[str, int], ...] = ()
    harmless: int = 0


class Recogniser:
    """Looks for some entries in sentences."""

    def __init__(self, entries: Iterable[Entry], *, small: Iterable[str], ordinary: Iterable[str]) -> None:
        self._entries = tuple(entries)
        self._automaton = Automaton([entry.pattern for entry in self._entries])
        self._vocabulary = Vocabulary(self._automaton.places, small=small, ordinary=ordinary)

    def findings(self, words: Words) -> Findings:
        """What is found in the words of one sentence."""
        readings, origins = self._vocabulary.read(words)
        told, named, harmless, is_topic = [], [], 0, False
        for match in self._automaton.matches(readings):
            entry = self._entries[match.pattern]
            if entry.role is Role.TOPIC:
                is_topic = True
                continue
            bits = _bits(match, origins)
            if entry.role is Role.HARMLESS:
                harmless |= bits
            else:
                (told if entry.role is Role.TELLS else named).append((entry.label, bits))
        return Findings(tuple(told if is_topic else told + named), harmless)


def labels_in(findings: Sequence[Findings]) -> set[str]:
    """What one sentence tells of by several recognisers, any of which may call words harmless."""
    harmless = 0
    for finding in findings:
        harmless |= finding.harmless
    return {label for finding in findings for label, bits in finding.told if not harmless & bits}


def _bits(match: Match, origins: Sequence[int]) -> int:
    """The words of a match. The beginning and the end of a sentence are none."""
    first = origins[max(match.first, 1) - 1]
    last = origins[min(match.last, len(origins)) - 1]
    return ((1 << (last - first + 1)) - 1) << first
