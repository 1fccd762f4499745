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
    # Somebody may tell of it, unless much else in the sentence speaks against it.
    MAY_TELL = auto()
    # It is named, and that may be a topic of study, work or law.
    NAMES = auto()
    # Around a name this makes it a topic.
    TOPIC = auto()
    # These words mean something else here.
    HARMLESS = auto()


@dataclass(frozen=True, slots=True)
class PatternEntry:
    """A pattern, what finding it means, and what it tells of."""

    pattern: Pattern
    role: Role
    label: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one sentence: labels with the words that tell, may tell of them or name them, as bits.

    harmless: phrases that mean something else, likewise. is_topic: what is named is a topic here. The first word is
    the lowest bit. words: what the words were taken for.
    """

    told: tuple[tuple[str, int], ...] = ()
    perhaps_told: tuple[tuple[str, int], ...] = ()
    named: tuple[tuple[str, int], ...] = ()
    harmless: tuple[int, ...] = ()
    is_topic: bool = False
    words: Words = ()


class Recogniser:
    """Looks for some entries in sentences."""

    def __init__(self, entries: Iterable[PatternEntry], *, small: Iterable[str], ordinary: Iterable[str]) -> None:
        """small and ordinary words as in `Vocabulary`."""
        self._entries = tuple(entries)
        self._automaton = Automaton([entry.pattern for entry in self._entries])
        self._vocabulary = Vocabulary(self._automaton.places, small=small, ordinary=ordinary)

    def findings(self, words: Words) -> Findings:
        """What is found in the words of one sentence."""
        readings, origins = self._vocabulary.read(words)
        found: dict[Role, list[tuple[str, int]]] = {role: [] for role in Role}
        for match in self._automaton.matches(readings):
            entry = self._entries[match.pattern]
            found[entry.role].append((entry.label, _bits(match, origins)))
        return Findings(
            tuple(found[Role.TELLS]),
            tuple(found[Role.MAY_TELL]),
            tuple(found[Role.NAMES]),
            tuple({bits for _, bits in found[Role.HARMLESS]}),
            bool(found[Role.TOPIC]),
            tuple(reading.word for reading in readings if reading.word),
        )


def labels_in(findings: Sequence[Findings], *, with_perhaps: bool = True) -> set[str]:
    """What one sentence tells of by several recognisers, any of which may call words harmless or a topic."""
    is_topic = any(finding.is_topic for finding in findings)
    harmless = {bits for finding in findings for bits in finding.harmless}
    somewhere_harmless = 0
    for bits in harmless:
        somewhere_harmless |= bits
    labels: set[str] = set()
    for finding in findings:
        told = finding.told + (finding.perhaps_told if with_perhaps else ())
        for label, bits in told if is_topic else told + finding.named:
            if label not in labels and not (
                bits & somewhere_harmless and any(_means_something_else(bits, other) for other in harmless)
            ):
                labels.add(label)
    return labels


def _means_something_else(told: int, harmless: int) -> bool:
    """Whether a harmless phrase shares words with what is told, unless it is only the end of a longer phrase.

    "End my life sentence" is harmless; "I hope I get hit by a bus" is not, although a bus may hit somebody's budget.
    """
    shared = told & harmless
    begins_before = told & -told < harmless & -harmless
    return bool(shared) and not (begins_before and shared == harmless)


def _bits(match: Match, origins: Sequence[int]) -> int:
    """The words of a match. The beginning and the end of a sentence are none."""
    if not origins:
        return 0
    first = origins[max(match.first, 1) - 1]
    last = origins[min(match.last, len(origins)) - 1]
    return ((1 << (last - first + 1)) - 1) << first
