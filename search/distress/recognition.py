"""Recognising distress by the phrases that come with the code and those of editors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.distress import words
from search.distress.kinds import CHILD_AT_RISK, DOMESTIC_ABUSE, KINDS, OVERDOSE, SELF_HARM, SUICIDE, THREAT, Distress
from search.distress.lexicon import Lexicon
from search.distress.ordinary_words import ORDINARY
from search.distress.phrase_language import Pattern, plain_pattern, read_phrases
from search.distress.phrases import child_at_risk, domestic_abuse, overdose, self_harm, suicide, threat, topics
from search.distress.recogniser import Entry, Recogniser, Role, labels_in
from search.distress.sentences import sentences_of

PHRASES = {
    OVERDOSE: overdose,
    SUICIDE: suicide,
    THREAT: threat,
    CHILD_AT_RISK: child_at_risk,
    DOMESTIC_ABUSE: domestic_abuse,
    SELF_HARM: self_harm,
}
# So many other words may stand between two of an editor's phrase.
BETWEEN = 1


@dataclass(frozen=True, slots=True)
class EditorsWords:
    """What editors added, each phrase as they typed it.

    tells: a label, one of the kinds or any other, with a phrase. harmless: phrases that mean something else.
    """

    tells: tuple[tuple[str, str], ...] = ()
    harmless: tuple[str, ...] = ()


NO_WORDS = EditorsWords()


def recognise(text: str, editors: EditorsWords = NO_WORDS) -> Distress:
    """The kinds of distress that a text of any length tells of, by our phrases and those of editors."""
    return Distress.of(labels_in_text(text, editors))


def labels_in_text(text: str, editors: EditorsWords = NO_WORDS) -> frozenset[str]:
    """The kinds that a text tells of, and the other labels of those phrases of editors that it holds."""
    recognisers = [built_in()]
    if editors.tells or editors.harmless:
        recognisers.append(_editors_recogniser(editors))
    found: set[str] = set()
    for sentence in sentences_of(text):
        found |= labels_in([recogniser.findings(sentence) for recogniser in recognisers])
    return frozenset(found)


@lru_cache(maxsize=1)
def built_in() -> Recogniser:
    """The recogniser of the phrases that come with the code; put together once in each process."""
    return Recogniser(_built_in_entries(), small=words.SMALL.split(), ordinary=ORDINARY.split())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words our phrases are made of."""
    return Lexicon(verbs=words.VERBS, spellings=words.SPELLINGS, nouns=words.NOUNS, others=words.OTHERS)


def _built_in_entries() -> Iterator[Entry]:
    for kind, phrases in PHRASES.items():
        for text, role in ((phrases.TELLS, Role.TELLS), (phrases.NAMES, Role.NAMES), (phrases.HARMLESS, Role.HARMLESS)):
            yield from (Entry(pattern, role, kind) for pattern in read_phrases(text, lexicon()))
    yield from (Entry(pattern, Role.TOPIC) for pattern in read_phrases(topics.TOPICS, lexicon()))


# A few: readers may meet one change at different moments.
@lru_cache(maxsize=4)
def _editors_recogniser(editors: EditorsWords) -> Recogniser:
    entries = [*_told(editors.tells), *(Entry(pattern, Role.HARMLESS) for pattern in map(_plain, editors.harmless) if pattern)]
    return Recogniser(entries, small=words.SMALL.split(), ordinary=ORDINARY.split())


def _told(phrases: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    for label, phrase in phrases:
        if pattern := _plain(phrase):
            # One word for a kind names it, as in "overdose training"; a phrase tells of it.
            role = Role.NAMES if label in KINDS and len(pattern.places) == 1 else Role.TELLS
            yield Entry(pattern, role, label)


def _plain(phrase: str) -> Pattern | None:
    typed = tuple(word for sentence in sentences_of(phrase) for word in sentence)
    return plain_pattern(typed, lexicon(), BETWEEN) if typed else None
