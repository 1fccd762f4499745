"""What else a text may mean: synonyms of editors and other spellings, at most so many."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from search.engines.embedded.analysis import Analysis
from search.engines.embedded.remembered_counts import digest_of
from search.spelling import other_spellings
from search.synonyms import Rules
from search.telling_words import STOP_WORDS

MOST_FOR_ONE = 12
MOST_IN_ALL = 40


class Term(NamedTuple):
    """One word, as typed and as its stem."""

    plain: str
    stem: str


def terms_of(text: str, analysis: Analysis) -> tuple[Term, ...]:
    """The words of a text in order."""
    return tuple([Term(plain, stem) for plain, stem in analysis.terms(text)])


class Alternative(NamedTuple):
    """Terms that may stand for the words from start up to end of a text, and the same as one name."""

    start: int
    end: int
    terms: tuple[Term, ...]
    whole: str


class Expansion:
    """Editors' rules in the form in which this engine looks them up.

    What a rule adds is not looked up again, so rules in a circle do no harm.
    """

    def __init__(self, rules: Rules, analysis: Analysis) -> None:
        self.rules = rules
        # What the rules are called where counts are remembered.
        self.digest = digest_of(rules)
        self._analysis = analysis
        self._found: dict[tuple[str, ...], list[str]] = {}
        for rule in rules:
            for typed in rule.typed:
                self._found.setdefault(self._key(typed), []).extend(rule.found)
        self._found.pop((), None)
        self._longest = max(map(len, self._found), default=0)

    def alternatives(self, terms: Sequence[Term]) -> tuple[Alternative, ...]:
        """What may stand for parts of these words."""
        return tuple(islice(self._every_alternative(terms), MOST_IN_ALL))

    def _every_alternative(self, terms: Sequence[Term]) -> Iterator[Alternative]:
        stems = tuple(term.stem for term in terms)
        for length in range(min(self._longest, len(stems)), 0, -1):
            for start in range(len(stems) - length + 1):
                yield from self._alternatives_of(stems[start : start + length], start)
        for number, term in enumerate(terms):
            for spelling in other_spellings(term.plain):
                yield Alternative(number, number + 1, self._terms(spelling), spelling)

    def _alternatives_of(self, stems: tuple[str, ...], start: int) -> Iterator[Alternative]:
        found = list(dict.fromkeys(self._found.get(stems, ())))
        for text in found[:MOST_FOR_ONE]:
            terms = self._terms(text)
            if terms and tuple(term.stem for term in terms) != stems:
                yield Alternative(start, start + len(stems), terms, self._analysis.whole(text))

    def _terms(self, text: str) -> tuple[Term, ...]:
        return terms_of(text, self._analysis)

    def _key(self, text: str) -> tuple[str, ...]:
        """The stems of a text as they stand in a wording, which leaves out common words and repetitions."""
        terms = self._terms(text)
        telling = [term for term in terms if term.plain not in STOP_WORDS]
        return tuple(dict.fromkeys(term.stem for term in telling or terms))
