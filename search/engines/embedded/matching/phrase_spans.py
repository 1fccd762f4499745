"""Which parts of a text are phrases that people say for a value of a facet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, dropwhile
from typing import NamedTuple

from search.engines.embedded.analysis import LONGEST_TERM, Analysis, Term, terms_of
from search.text.phrases import Phrase, PhraseUse
from search.text.stop_words import GENERIC, NOISE, STOP_WORDS
from search.text.synonyms import MAX_WORDS
from search.text.typing_errors import TypingErrors

# A phrase of which one keyword is left could be any text with that word.
FEWEST_KEYWORDS = 2
BEFORE_A_NOUN_WORDS = """
    a an the my his her their our your on in at for with help helps some need needs want wants
"""
BEFORE_A_NOUN = frozenset(BEFORE_A_NOUN_WORDS.split())
NO_KEYWORDS = STOP_WORDS | GENERIC | NOISE


class PhraseSpan(NamedTuple):
    """Words from start up to end of a text, counted among all of them, and what they may mean.

    is_mistyped: only if what was typed holds a typing error. is_all: nothing that tells anything stands beside it.
    """

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    is_mistyped: bool = False
    is_all: bool = False

    @property
    def doubted(self) -> tuple[Phrase, ...]:
        """Those that would count if nothing else were typed."""
        return tuple(phrase for phrase in self.phrases if phrase.use == PhraseUse.ALONE and not self.is_all)

    @property
    def applied(self) -> tuple[Phrase, ...]:
        """Those that count here; the others are only offered."""
        least = PhraseUse.ALONE if self.is_all else PhraseUse.ANYWHERE
        return tuple(phrase for phrase in self.phrases if phrase.use >= least)


class PhraseSpans:
    """Phrases in the form in which this engine looks them up.

    A phrase is known by its stems, joined or split ("self harm", "selfharm", "self-harming"), and with other small
    words between them where two keywords are left.
    """

    def __init__(self, phrases: Iterable[Phrase], analysis: Analysis) -> None:
        self._analysis = analysis
        self._whole: dict[str, list[Phrase]] = defaultdict(list)
        self._by_keywords: dict[str, list[Phrase]] = defaultdict(list)
        self._words_for: dict[tuple[str, str], dict[str, Term]] = defaultdict(dict)
        self._names: dict[tuple[str, str], tuple[Term, ...]] = {}
        words: set[str] = set()
        for phrase in phrases:
            terms = terms_of(phrase.text, analysis)
            keywords = _keywords_of(terms)
            if not terms or len(terms) > MAX_WORDS or (not keywords and phrase.use < PhraseUse.ANYWHERE):
                # "can" is slang for a prison, but hardly ever where somebody types it.
                continue
            words.update(term.plain for term in terms)
            for key in {_stems(terms), *self._joined([terms])}:
                self._whole[key].append(phrase)
            self._names.setdefault(phrase[1:3], terms)
            if len(terms) == 1 and phrase.use == PhraseUse.ANYWHERE:
                self._words_for[phrase.facet, phrase.value][terms[0].stem] = terms[0]
            if len(keywords) >= FEWEST_KEYWORDS:
                self._by_keywords[_stems(keywords)].append(phrase)
        self._words = words
        self._typing_errors = TypingErrors(sorted(words - STOP_WORDS))

    def of(self, terms: Sequence[Term]) -> tuple[PhraseSpan, ...]:
        """The phrases in these words, none within another, in their order; then those that were mistyped."""
        if not self._whole:
            return ()
        exact = self._chosen(terms)
        return (*exact, *self._mistyped(terms, exact))

    def name_of(self, facet: str, value: str) -> tuple[Term, ...]:
        """The words of the first phrase for a value, which is its name."""
        return self._names.get((facet, value), ())

    def words_for(self, facet: str, value: str) -> tuple[Term, ...]:
        """Single words that always mean a value of a facet."""
        return tuple(self._words_for.get((facet, value), {}).values())

    def _chosen(self, terms: Sequence[Term]) -> list[PhraseSpan]:
        """The longest first: who says "drug court" does not say "court"."""
        found = sorted(self._every_span(terms), key=lambda span: (span.start - span.end, span.start))
        chosen: list[PhraseSpan] = []
        for span in found:
            if all(span.end <= other.start or other.end <= span.start for other in chosen):
                chosen.append(self._with_bare(span, terms))
        return [span._replace(is_all=_is_all(span, terms)) for span in sorted(chosen)]

    def _with_bare(self, span: PhraseSpan, terms: Sequence[Term]) -> PhraseSpan:
        """With what it means without small words before it: "on a DTTO" is whatever "DTTO" is, too."""
        words = terms[span.start : span.end]
        bare = list(dropwhile(lambda term: term.plain in BEFORE_A_NOUN, words))
        if not bare or len(bare) == len(words):
            return span
        return span._replace(phrases=_each_meaning((*span.phrases, *self._whole.get(_stems(bare), ()))))

    def _every_span(self, terms: Sequence[Term]) -> Iterator[PhraseSpan]:
        pieces = _pieces(range(len(terms)))
        of_pieces = [[terms[number] for number in piece] for piece in pieces]
        for piece, words, joined in zip(pieces, of_pieces, self._joined(of_pieces), strict=True):
            if phrases := [*self._whole.get(_stems(words), ()), *self._whole.get(joined, ())]:
                yield PhraseSpan(piece[0], piece[-1] + 1, _each_meaning(phrases))
        keywords = [number for number, term in enumerate(terms) if term.plain not in STOP_WORDS]
        for piece in _pieces(keywords):
            known = self._by_keywords.get(_stems([terms[number] for number in piece]))
            if known and len(piece) >= FEWEST_KEYWORDS:
                yield PhraseSpan(piece[0], piece[-1] + 1, _each_meaning(known))

    def _joined(self, pieces: Sequence[Sequence[Term]]) -> list[str]:
        """The stem of each run of words written as one; all at once, since each call costs as much as the work."""
        joined = ["".join(term.plain for term in words)[:LONGEST_TERM] for words in pieces]
        stems = self._analysis.stemmed.analyze(" ".join(joined))
        return stems if len(stems) == len(joined) else joined

    def _mistyped(self, terms: Sequence[Term], exact: Sequence[PhraseSpan]) -> Iterator[PhraseSpan]:
        """Phrases that come out when words nobody says in any phrase are read as the nearest that somebody does."""
        corrected = [term if term.plain in self._words else self._corrected(term) for term in terms]
        changed = {number for number, term in enumerate(terms) if corrected[number] is not term}
        if not changed:
            return
        for span in self._chosen(corrected):
            inside = range(span.start, span.end)
            if changed.isdisjoint(inside) or any(not set(inside).isdisjoint(range(*other[:2])) for other in exact):
                continue
            yield span._replace(is_mistyped=True)

    def _corrected(self, term: Term) -> Term:
        if term.plain in STOP_WORDS:
            return term
        meant = self._typing_errors.meant_by(term.plain)
        return terms_of(meant[0], self._analysis)[0] if meant else term


def _pieces(numbers: Iterable[int]) -> list[tuple[int, ...]]:
    """Every run of up to so many of these."""
    numbers = tuple(numbers)
    ends = combinations(range(len(numbers) + 1), 2)
    return [numbers[start:end] for start, end in ends if end - start <= MAX_WORDS]


def _stems(terms: Iterable[Term]) -> str:
    return "".join(term.stem for term in terms)


def _keywords_of(terms: Iterable[Term]) -> list[Term]:
    return [term for term in terms if term.plain not in STOP_WORDS]


def _each_meaning(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """One phrase for each value, the surest."""
    surest: dict[tuple[str, str], Phrase] = {}
    for phrase in sorted(phrases, key=lambda phrase: -phrase.use):
        surest.setdefault(phrase[1:3], phrase)
    return tuple(surest.values())


def _is_all(span: PhraseSpan, terms: Sequence[Term]) -> bool:
    beside = (*terms[: span.start], *terms[span.end :])
    return all(term.plain in NO_KEYWORDS for term in beside)
