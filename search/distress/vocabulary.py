"""Reading typed words as those that phrases know."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from search.distress.lexicon import ANY_LARGER_NUMBER
from search.text.typing_errors import TypingErrors

# Words torn apart are joined, as in "ma sel" and "sui cide". Ordinary neighbours would make shorter ones too often.
SHORTEST_JOINED = 5
# Words written as one are split, as in "wantto" and "endmylife".
SHORTEST_TO_SPLIT, LONGEST_TO_SPLIT = 6, 24
SHORTEST_PART, MOST_PARTS = 2, 6
# The mean length of the parts: without it, any long word could be made of short ones.
LETTERS_OF_PART = 3
# One of the parts may be mistyped, as in "killmyslef".
SHORTEST_BEFORE_MISTYPED, SHORTEST_MISTYPED = 3, 5
REPEATED = re.compile(r"(.)\1{2,}")
FOR_LETTERS = str.maketrans("013457", "oieast")
FOR_OTHER_LETTERS = str.maketrans("013457", "oleast")
DIGITS_OF_MANY = 2


class Reading(NamedTuple):
    """One word as phrases see it: the places it fits, as bits, and whether it may be passed over.

    word: what it was taken for; nothing for a part whose whole has a reading of its own.
    """

    places: int
    is_small: bool
    word: str = ""


class Vocabulary:
    """The words that phrases are made of, and those that merely are words."""

    def __init__(self, places: Mapping[str, int], *, small: Iterable[str], ordinary: Iterable[str]) -> None:
        """places: for each word the bits of where it fits. small words may stand anywhere. ordinary words are no
        typing errors for others."""
        self._places = dict(places)
        self._many = Reading(self._places.pop(ANY_LARGER_NUMBER, 0), False, ANY_LARGER_NUMBER)
        small = frozenset(small)
        self._readings = {word: Reading(0, False, word) for word in ordinary}
        self._readings |= {word: Reading(0, True, word) for word in small}
        self._readings |= {word: Reading(bits, word in small, word) for word, bits in self._places.items()}
        self._errors = TypingErrors(self._places)

    def read(self, words: Sequence[str]) -> tuple[list[Reading], list[int]]:
        """The readings of the words of one sentence, and which word each of them is of.

        Several words written as one have a reading each; a word that was torn apart is read in its last part.
        """
        readings: list[Reading] = []
        origins: list[int] = []
        before = ""
        for number, word in enumerate(words):
            found = self._readings.get(word)
            parts = (found,) if found is not None else self._read_unknown(word)
            together = self._places.get(before + word) if len(before) + len(word) >= SHORTEST_JOINED else None
            if together and len(before) >= SHORTEST_PART and len(parts) == 1:
                readings[-1] = Reading(readings[-1].places, True)
                parts = (Reading(parts[0].places | together, parts[0].is_small, before + word),)
            readings += parts
            origins += [number] * len(parts)
            before = word
        return readings, origins

    def _read_unknown(self, word: str) -> tuple[Reading, ...]:
        if word.isdigit():
            return (self._many if len(word) >= DIGITS_OF_MANY else Reading(0, False, word),)
        if not word.isascii() or len(word) > LONGEST_TO_SPLIT:
            return (Reading(0, False, word),)
        for changed in _plainer(word):
            if changed != word and (found := self._readings.get(changed)):
                return (found,)
        if parts := self._split(word):
            return parts
        return self._meant(word) or self._split_mistyped(word)

    def _meant(self, word: str) -> tuple[Reading, ...]:
        """What a mistyped word may stand for, all of it in one reading; nothing if there is no such word."""
        places, meant = 0, self._errors.meant_by(word)
        for each in meant:
            places |= self._places[each]
        return (Reading(places, False, min(meant)),) if meant else ()

    def _split_mistyped(self, word: str) -> tuple[Reading, ...]:
        """A known word and a mistyped one that were written as one."""
        for cut in range(len(word) - SHORTEST_MISTYPED, SHORTEST_BEFORE_MISTYPED - 1, -1):
            before = self._readings.get(word[:cut])
            if before is not None and before.places and (rest := self._meant(word[cut:])):
                return (before, *rest)
        return (Reading(0, False, word),)

    def _split(self, word: str) -> tuple[Reading, ...]:
        """The known words that were written as one, the fewest there can be."""
        if not SHORTEST_TO_SPLIT <= len(word) <= LONGEST_TO_SPLIT:
            return ()
        # The best way to reach each place in the word: how many parts, and where the last one begins.
        best: dict[int, tuple[int, int]] = {0: (0, 0)}
        most = min(MOST_PARTS, len(word) // LETTERS_OF_PART)
        for end in range(SHORTEST_PART, len(word) + 1):
            for start in range(end - SHORTEST_PART, -1, -1):
                parts = best[start][0] + 1 if start in best else most + 1
                if parts <= most and word[start:end] in self._readings and parts < best.get(end, (99, 0))[0]:
                    best[end] = (parts, start)
        if len(word) not in best:
            return ()
        pieces, end = [], len(word)
        while end:
            start = best[end][1]
            pieces.append(self._readings[word[start:end]])
            end = start
        return tuple(reversed(pieces))


def _plainer(word: str) -> tuple[str, ...]:
    """A word without letters written many times, and without digits that stand for letters."""
    return (
        REPEATED.sub(r"\1\1", word),
        REPEATED.sub(r"\1", word),
        word.translate(FOR_LETTERS),
        word.translate(FOR_OTHER_LETTERS),
    )
