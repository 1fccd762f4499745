"""Recognising distress by the phrases that come with the code and those of editors."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.distress.data import read_lexicon, read_sections, read_sign_weights, read_sign_words, read_words
from search.distress.kinds import KINDS, Distress
from search.distress.lexicon import Lexicon
from search.distress.phrase_language import Pattern, patterns_of, plain_pattern
from search.distress.recogniser import PatternEntry, Recogniser, Role, labels_in
from search.distress.sentences import Words, sentences_of
from search.distress.signs import Signs, SignWords

ROLES = {
    "tells": Role.TELLS,
    "maybe": Role.MAY_TELL,
    "names": Role.NAMES,
    "harmless": Role.HARMLESS,
    "topic": Role.TOPIC,
}
TOPICS = "topics"
# Editors write plain phrases without gaps, so this many other words may stand between two of theirs.
MAX_WORDS_BETWEEN = 1
# From this weight on signs alone tell of distress. It was chosen for few false alarms among ordinary searches.
ENOUGH_WEIGHT = 0.0
# Below this weight signs speak so much against distress that a phrase which only may tell of it does not count.
WEIGHT_AGAINST = -2.0


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
    """The kinds that a text tells of, and the other labels of those phrases of editors that it holds.

    Phrases decide; signs that add up say what no phrase does.
    """
    labels, left = labels_by_phrases(text, editors)
    return labels if labels & KINDS.keys() else labels | _signs().kinds_in(left, ENOUGH_WEIGHT)


def labels_by_phrases(text: str, editors: EditorsWords = NO_WORDS) -> tuple[frozenset[str], list[Words]]:
    """What a text tells of by phrases alone, and the sentences that are left to signs, as they see them.

    Where editors call something harmless, a sentence is not left to signs.
    """
    recognisers = [_ours(), *([_editors_recogniser(editors)] if editors.tells or editors.harmless else [])]
    found: set[str] = set()
    left: list[Words] = []
    for sentence in sentences_of(text):
        ours, *theirs = findings = [recogniser.findings(sentence) for recogniser in recognisers]
        found |= labels_in(
            findings, with_perhaps=not ours.perhaps_told or _signs().weight_of(ours.words) > WEIGHT_AGAINST
        )
        if not any(finding.harmless for finding in theirs):
            left.append(ours.words)
    return frozenset(found), left


@lru_cache(maxsize=1)
def sign_words() -> SignWords:
    """How signs see words."""
    return read_sign_words(_lexicon())


@lru_cache(maxsize=1)
def _signs() -> Signs:
    return Signs(sign_words(), read_sign_weights(), tuple(KINDS))


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return read_lexicon()


@lru_cache(maxsize=1)
def _ours() -> Recogniser:
    """The recogniser of the phrases that come with the code; put together once in each process."""
    return _recogniser(
        PatternEntry(pattern, ROLES[section], name)
        for name in (*KINDS, TOPICS)
        for section, phrase in read_sections(name)
        for pattern in patterns_of(phrase, _lexicon())
    )


# Threads see a change of the editors' words at different moments, so a few versions are kept.
@lru_cache(maxsize=4)
def _editors_recogniser(editors: EditorsWords) -> Recogniser:
    harmless = (PatternEntry(pattern, Role.HARMLESS) for pattern in map(_plain, editors.harmless) if pattern)
    return _recogniser([*_told(editors.tells), *harmless])


def _recogniser(entries: Iterable[PatternEntry]) -> Recogniser:
    known = sign_words()
    ordinary = {*read_words("ordinary"), *known.groups, *known.plain}
    return Recogniser(entries, small=read_words("small"), ordinary=ordinary)


def _told(phrases: Iterable[tuple[str, str]]) -> Iterator[PatternEntry]:
    for label, phrase in phrases:
        if pattern := _plain(phrase):
            # A single word only names a kind: it may be a topic, as in "overdose training". A phrase tells of it.
            role = Role.NAMES if label in KINDS and len(pattern.places) == 1 else Role.TELLS
            yield PatternEntry(pattern, role, label)


def _plain(phrase: str) -> Pattern | None:
    typed = tuple(word for sentence in sentences_of(phrase) for word in sentence)
    return plain_pattern(typed, _lexicon(), MAX_WORDS_BETWEEN) if typed else None
