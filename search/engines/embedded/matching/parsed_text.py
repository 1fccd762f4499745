"""Parse what a visitor typed: words, quoted phrases, and what some of the words mean together."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from search.engines.embedded.analysis import Analysis, Term, terms_of
from search.engines.embedded.matching.expansion import Alternative, Expansion
from search.engines.embedded.matching.phrase_spans import PhraseSpan
from search.text.phrases import Phrase
from search.text.scots import in_english
from search.text.stop_words import GENERIC, NOISE, QUOTATION_MARKS, STOP_WORDS, WOMEN

QUOTED = re.compile(f"[{QUOTATION_MARKS}]([^{QUOTATION_MARKS}]*)[{QUOTATION_MARKS}]")
MAX_TERMS = 32


class TermGroup(NamedTuple):
    """Terms that match together: a single word, or the words of a phrase that people say for values of facets.

    numbers: those of its words among the terms of the parsed text. meant: the phrases that it is; it matches every
    document that has such a value. in_order: all the words of a phrase, as they stand.
    """

    numbers: tuple[int, ...]
    meant: tuple[Phrase, ...] = ()
    in_order: tuple[Term, ...] = ()


class ParsedText(NamedTuple):
    """A text ready to be matched: words, phrases in quotation marks, and the whole as one name.

    alternatives may stand for words, never for a phrase. noise: the numbers of those terms that tell nothing beside
    others; optional: of those that every service could have in its name, or that were not understood beside words that
    were. spans: the parts of all_words, the loose words before any is left out, that people say for values of facets;
    typed: the same words as they were typed.
    """

    terms: tuple[Term, ...]
    phrases: tuple[tuple[Term, ...], ...]
    whole: str
    alternatives: tuple[Alternative, ...] = ()
    noise: frozenset[int] = frozenset()
    optional: frozenset[int] = frozenset()
    spans: tuple[PhraseSpan, ...] = ()
    all_words: tuple[Term, ...] = ()
    typed: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the text can be looked for, as with a lone emoji."""
        return not self.terms and not self.phrases

    @property
    def has_spans(self) -> bool:
        """Whether words count together."""
        return bool(self.spans)

    def groups(
        self, knows: Callable[[Sequence[Term]], bool] | None = None, *, doubted: bool = False
    ) -> tuple[TermGroup, ...]:
        """Every word in a group, in their order.

        knows: tells whether words stand in some document; given it, phrases count that hold a typing error in words
        that do not. doubted: phrases count that may mean something else.
        """
        numbers = {word: number for number, word in enumerate(self.terms)}
        found: list[TermGroup] = []
        taken: set[int] = set()
        for span in self.spans:
            meant = (span.applied or span.phrases) if doubted else span.applied
            if meant and (not span.is_mistyped or self._is_unknown(span, knows)):
                group = self._group(span, meant, numbers, taken)
                taken.update(group.numbers)
                found += [group] if group.numbers else []
        alone = [TermGroup((number,)) for number in range(len(self.terms)) if number not in taken]
        return tuple(sorted([*found, *alone]))

    def _is_unknown(self, span: PhraseSpan, knows: Callable[[Sequence[Term]], bool] | None) -> bool:
        return knows is not None and not knows(self.all_words[span.start : span.end])

    def _group(
        self, span: PhraseSpan, meant: tuple[Phrase, ...], numbers: dict[Term, int], taken: set[int]
    ) -> TermGroup:
        words = self.all_words[span.start : span.end]
        inside = {numbers[word] for word in words if word in numbers} - taken
        return TermGroup(tuple(sorted(inside)), meant, words if len(words) > 1 else ())


def parse_text(text: str, analysis: Analysis, expansion: Expansion, *, with_spans: bool = True) -> ParsedText:
    """Read text: quotation marks hold phrases, the rest are words without the common ones.

    with_spans: look for what people say for values of facets.
    """
    quoted = QUOTED.findall(text)
    phrases = tuple([phrase for part in quoted if (phrase := terms_of(part, analysis)[:MAX_TERMS])])
    loose = terms_of(QUOTED.sub(" ", text) if quoted else text, analysis)
    whole = analysis.whole(text) if quoted else " ".join([term.plain for term in loose])
    typed = loose[:MAX_TERMS]
    loose = terms_of(" ".join([in_english(term.plain) for term in typed]), analysis)
    spans = expansion.phrase_spans(loose) if with_spans else ()
    keywords = _looked_for(loose, spans)
    # A text of nothing but common words is looked for as it is.
    terms = keywords if keywords or phrases else loose
    words = tuple(dict.fromkeys(terms))
    alternatives = (
        *expansion.alternatives(words),
        *expansion.respelled(loose, words),
        *_as_typed(typed, loose, words),
    )
    certain = {loose[number] for span in spans if span.applied for number in range(span.start, span.end)}
    noise = _numbers(words, {word for word in words if word.plain in NOISE} - certain)
    optional = _numbers(words, _doubtful(spans, loose, words) - certain)
    return ParsedText(words, phrases[:MAX_TERMS], whole, alternatives, noise, optional, spans, loose, typed)


def _as_typed(typed: Sequence[Term], loose: Sequence[Term], words: Sequence[Term]) -> Iterator[Alternative]:
    """What was typed in Scots, for names that have it."""
    for term, english in zip(typed, loose, strict=True):
        if term != english and english in words:
            number = words.index(english)
            yield Alternative(number, number + 1, (term,), term.plain)


def _doubtful(spans: Sequence[PhraseSpan], loose: Sequence[Term], words: Sequence[Term]) -> set[Term]:
    """Words that are in any name, and those of phrases that may mean something else beside one that was understood."""
    generic = {word for word in words if word.plain in GENERIC or word.plain in WOMEN}
    if not any(span.applied for span in spans):
        return generic
    return generic | {word for span in spans if not span.applied for word in loose[span.start : span.end]}


def _numbers(words: Sequence[Term], chosen: Collection[Term]) -> frozenset[int]:
    return frozenset(number for number, word in enumerate(words) if word in chosen)


def _looked_for(loose: Sequence[Term], spans: Sequence[PhraseSpan]) -> tuple[Term, ...]:
    """The words that tell something, and of a phrase of common words ("getting out") the last."""
    needed = {number for number, term in enumerate(loose) if term.plain not in STOP_WORDS}
    for span in spans:
        if span.applied and not span.is_mistyped and needed.isdisjoint(range(span.start, span.end)):
            needed.add(span.end - 1)
    return tuple([loose[number] for number in sorted(needed)])
