"""All patterns looked for at once, in one pass over the words.

Every place of every pattern is one bit of a large number. A word moves all patterns on by a shift and an "and", so the
time is that of the words, however many patterns there are and whatever somebody types.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from search.distress.phrase_language import END, MOST_BETWEEN, START, Pattern
from search.distress.vocabulary import Reading

# A run of small words is skipped up to this length. In a longer run the rest count as ordinary words, because a text
# of nothing but small words would otherwise take too long.
MOST_SMALL = 6


class Match(NamedTuple):
    """A pattern found in a sentence: its number, and its first and last reading, counted from 1."""

    pattern: int
    first: int
    last: int


class Automaton:
    """Finds patterns in sentences that were read with its places."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._first_bits: list[int] = []
        self._starts = self._finals = 0
        self._after_gap = [0] * (MOST_BETWEEN + 1)
        self._pattern_at: dict[int, int] = {}
        places: dict[str, int] = defaultdict(int)
        bit = 0
        for number, pattern in enumerate(patterns):
            self._first_bits.append(bit)
            self._starts |= 1 << bit
            for words, gap in zip(pattern.places, pattern.gaps, strict=True):
                for word in words:
                    places[word] |= 1 << bit
                for between in range(1, gap + 1):
                    # A gap allows several lengths: the word before it may stand this many words back.
                    self._after_gap[between] |= 1 << (bit - 1)
                bit += 1
            self._finals |= 1 << (bit - 1)
            self._pattern_at[bit - 1] = number
        self._start, self._end = Reading(places.pop(START, 0), False), Reading(places.pop(END, 0), False)
        self.places: Mapping[str, int] = places

    def matches(self, readings: Sequence[Reading]) -> Iterator[Match]:
        """What is found in one sentence, in the order of where it ends. Readings are numbered from 1."""
        line = [self._start, *readings, self._end]
        weights = _weights(line)
        for last, finals in self._ends(line, weights):
            while finals:
                bit = finals.bit_length() - 1
                finals ^= 1 << bit
                number = self._pattern_at[bit]
                yield Match(number, self._first_word(number, line, weights, last), last)

    def _ends(self, line: Sequence[Reading], weights: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Each word at which patterns end, with their last places as bits."""
        starts, finals, after_gap = self._starts, self._finals, self._after_gap
        # reached[n]: the places that were filled before n other words.
        reached = [0] * (MOST_BETWEEN + 1)
        for place, (reading, weight) in enumerate(zip(line, weights, strict=True)):
            new = 0
            if reading.places:
                ready = reached[0]
                for between in range(1, MOST_BETWEEN + 1):
                    if reached[between]:
                        ready |= reached[between] & after_gap[between]
                new = ((ready << 1) | starts) & reading.places
            if weight:
                reached = [new, *reached[:-1]]
            elif new:
                reached[0] |= new
            if new & finals:
                yield place, new & finals

    def _first_word(self, number: int, line: Sequence[Reading], weights: Sequence[int], last: int) -> int:
        """Where the shortest match that ends here begins."""
        pattern, first_bit = self._patterns[number], self._first_bits[number]
        possible = {last}
        for index in range(len(pattern.places) - 1, 0, -1):
            wanted = 1 << (first_bit + index - 1)
            possible = {
                place for later in possible for place in _within(line, weights, later, pattern.gaps[index], wanted)
            }
        return max(possible, default=last)


def _weights(line: Sequence[Reading]) -> list[int]:
    """0 for a word that may be passed over, 1 for another."""
    weights, in_a_row = [], 0
    for reading in line:
        in_a_row = in_a_row + 1 if reading.is_small else 0
        weights.append(0 if 0 < in_a_row <= MOST_SMALL else 1)
    return weights


def _within(line: Sequence[Reading], weights: Sequence[int], later: int, gap: int, wanted: int) -> Iterator[int]:
    """The places before a later one that fit, with no more words between than the gap allows."""
    between = 0
    for place in range(later - 1, -1, -1):
        if line[place].places & wanted:
            yield place
        between += weights[place]
        if between > gap:
            return
