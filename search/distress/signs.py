"""Weak signs of distress that add up: words, neighbours, and groups of words that mean alike.

None of them tells of anything by itself. Each has a weight, learned from phrases of both sorts, and the sum says how
much more likely a text tells of distress than not. It finds what nobody wrote a phrase for.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# A group counts together with another that comes at most so many words later.
REACH = 3
# A longer sentence is read in parts that overlap: signs far from each other have nothing to do with each other.
PART, STEP = 16, 8
# One word alone may mean anything.
FEWEST_WORDS = 2
START, END = "^", "$"
# What a text has to begin with, before any sign.
BIAS = "*"
# A kind is told of from this share on among the kinds.
LIKELY_KIND = 0.25

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class SignWords:
    """How signs see words. plain: the plain form of each; groups: those that each is in."""

    plain: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]

    def signs(self, words: Words) -> frozenset[str]:
        """The signs in some words: "want", "want die", "<end>" and "<want> <end>"."""
        found: set[str] = set()
        earlier: list[tuple[str, ...]] = []
        before = START
        for word in words:
            plain = self.plain.get(word, word)
            groups = self.groups.get(word, ())
            found.update((plain, f"{before} {plain}"), groups)
            for others in earlier:
                found.update(f"{other} {group}" for other in others for group in groups)
            earlier = [*earlier[1 - REACH :], groups]
            before = plain
        found.add(f"{before} {END}")
        return frozenset(found)


class Signs:
    """Adds up the weights of the signs in a text."""

    def __init__(self, words: SignWords, weights: Mapping[str, Sequence[float]], names: Sequence[str]) -> None:
        """weights: for each sign, and for BIAS, how much it speaks for distress, then for each of the named kinds."""
        self._words, self._weights, self._names = words, weights, names
        self._bias = weights[BIAS]

    def kinds_in(self, sentences: Iterable[Words], enough: float) -> set[str]:
        """The kinds that some sentences tell of, when the signs in some part of one weigh enough.

        The more parts there are, the more likely one of them looks like distress by chance, so each must weigh more.
        """
        parts = [part for words in sentences if len(words) >= FEWEST_WORDS for part in parts_of(words)]
        enough += math.log(max(len(parts), 1))
        found: set[str] = set()
        for part in parts:
            signs = self._words.signs(part)
            if self.weight(signs) > enough:
                found |= self.likely_kinds(signs)
        return found

    def weight(self, signs: Iterable[str]) -> float:
        """How much signs speak for distress: above zero more than against it."""
        return self._bias[0] + sum(self._weights[sign][0] for sign in signs if sign in self._weights)

    def weight_of(self, words: Words) -> float:
        """The weight of the heaviest part of a sentence."""
        return max(self.weight(self._words.signs(part)) for part in parts_of(words))

    def likely_kinds(self, signs: Iterable[str]) -> set[str]:
        """Which kinds signs speak for, if they speak for distress at all: one at least."""
        for_each = list(self._bias[1:])
        for sign in signs:
            if sign in self._weights:
                for_each = [so_far + more for so_far, more in zip(for_each, self._weights[sign][1:], strict=True)]
        most = max(for_each)
        likelihoods = [math.exp(each - most) for each in for_each]
        total = sum(likelihoods)
        return {
            name
            for name, each in zip(self._names, likelihoods, strict=True)
            if each == 1 or each / total >= LIKELY_KIND
        }


def parts_of(words: Words) -> Iterator[Words]:
    """A sentence in parts that overlap by half; one that is short, as it is."""
    yield words[:PART]
    for start in range(STEP, max(len(words) - PART + STEP, 0), STEP):
        yield words[start : start + PART]
