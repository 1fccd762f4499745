"""Which known word somebody meant who mistyped it."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

# The same lengths from which the search allows one error and two.
ONE_ERROR_FROM = 5
TWO_ERRORS_FROM = 8
LONGEST = 20


class TypingErrors:
    """Knows some words and finds those that a mistyped one may stand for.

    Every known word is kept under what is left of it without one or two letters, so that looking up takes as long
    for ten words as for ten thousand.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        self._slips: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if not word.isascii() or not word.isalpha() or len(word) > LONGEST:
                continue
            if len(word) >= ONE_ERROR_FROM:
                for rest in _without_letters(word, _errors_in(word)):
                    self._words[rest].append(word)
            elif len(word) == ONE_ERROR_FROM - 1:
                for slip in _slips(word):
                    self._slips[slip].append(word)

    def meant_by(self, typed: str) -> list[str]:
        """The known words that differ from this one by as many errors as its length allows.

        A letter too few, too many or wrong, or two that changed places. The first letter is nearly always right. Of
        four letters two may have changed places, or one may be there twice: other errors make other words of them.
        """
        if not ONE_ERROR_FROM - 1 <= len(typed) <= LONGEST:
            return []
        found = dict.fromkeys(self._slips.get(typed, ()), True)
        for rest in _without_letters(typed, _errors_in(typed)):
            for word in self._words.get(rest, ()):
                if word not in found:
                    found[word] = _is_near(typed, word)
        return [word for word, is_near in found.items() if is_near]


def _slips(word: str) -> set[str]:
    swapped = {word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(1, len(word) - 1)}
    return (swapped | _twice(word)) - {word}


def _twice(word: str) -> set[str]:
    return {word[:place] + letter + word[place:] for place, letter in enumerate(word)}


def _errors_in(word: str) -> int:
    return 2 if len(word) >= TWO_ERRORS_FROM else 1


def _without_letters(word: str, most: int) -> set[str]:
    """A word without up to so many of its letters."""
    found = {word}
    latest = found
    for _ in range(most):
        latest = {each[:place] + each[place + 1 :] for each in latest for place in range(len(each))}
        found = found | latest
    return found


def _is_near(typed: str, word: str) -> bool:
    allowed = min(_errors_in(typed), _errors_in(word))
    begins_alike = typed[0] == word[0] or typed[:2] == word[1::-1]
    return begins_alike and OSA.distance(typed, word, score_cutoff=allowed) <= allowed
