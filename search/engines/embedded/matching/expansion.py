"""Query expansion: synonyms of editors and other spellings, a limited number of each."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from search.engines.embedded.analysis import Analysis, Term, terms_of
from search.engines.embedded.matching.phrase_spans import PhraseSpan, PhraseSpans
from search.text.phrases import Thesaurus
from search.text.spelling import other_spellings, split_spellings
from search.text.stop_words import STOP_WORDS

MAX_FOR_ONE_TERM = 12
MAX_ALTERNATIVES = 40


class Alternative(NamedTuple):
    """Terms that may stand for the words from start up to end of a text, and the same as one name."""

    start: int
    end: int
    terms: tuple[Term, ...]
    whole: str


class Expansion:
    """Editors' words in the form in which this engine looks them up.

    What a rule adds is not looked up again, so rules in a circle do no harm.
    """

    def __init__(self, thesaurus: Thesaurus, analysis: Analysis) -> None:
        self.thesaurus = thesaurus
        self.analysis = analysis
        self._spans = PhraseSpans(thesaurus.phrases, analysis)
        self._found: dict[tuple[str, ...], list[str]] = {}
        for rule in thesaurus.synonyms:
            for typed in rule.typed:
                self._found.setdefault(self._key(typed), []).extend(rule.found)
        self._found.pop((), None)
        self._longest = max(map(len, self._found), default=0)

    def phrase_spans(self, terms: Sequence[Term]) -> tuple[PhraseSpan, ...]:
        """The parts of all words of a text that people say for values of facets."""
        return self._spans.of(terms)

    def name_of(self, facet: str, value: str) -> tuple[Term, ...]:
        """What a value of a facet is called."""
        return self._spans.name_of(facet, value)

    def words_for(self, facet: str, value: str) -> tuple[Term, ...]:
        """Single words that always mean a value of a facet."""
        return self._spans.words_for(facet, value)

    def respelled(self, loose: Sequence[Term], words: Sequence[Term]) -> Iterator[Alternative]:
        """Words written as one or apart: aftercare, after care and after-care. loose: all of a text in order."""
        numbers = {word: number for number, word in enumerate(words)}
        for first, second in pairwise(loose):
            inside = [numbers[term] for term in (first, second) if term in numbers]
            if inside:
                joined = first.plain + second.plain
                yield Alternative(min(inside), max(inside) + 1, self._terms(joined), joined)
        for number, word in enumerate(words):
            for parts in split_spellings(word.plain):
                yield Alternative(number, number + 1, self._terms(parts), parts)

    def alternatives(self, terms: Sequence[Term]) -> tuple[Alternative, ...]:
        """What may stand for parts of these words."""
        return tuple(islice(self._every_alternative(terms), MAX_ALTERNATIVES))

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
        for text in found[:MAX_FOR_ONE_TERM]:
            terms = self._terms(text)
            if terms and tuple(term.stem for term in terms) != stems:
                yield Alternative(start, start + len(stems), terms, self.analysis.whole(text))

    def _terms(self, text: str) -> tuple[Term, ...]:
        return terms_of(text, self.analysis)

    def _key(self, text: str) -> tuple[str, ...]:
        """The stems of a text as they stand in a parsed text, which leaves out common words and repetitions."""
        terms = self._terms(text)
        keywords = [term for term in terms if term.plain not in STOP_WORDS]
        return tuple(dict.fromkeys(term.stem for term in keywords or terms))
