"""Take apart what a visitor typed."""

import re
from typing import NamedTuple

from search.engines.embedded.analysis import Analysis
from search.engines.embedded.expansion import Alternative, Expansion, Term, terms_of
from search.telling_words import QUOTATION_MARKS, STOP_WORDS

QUOTED = re.compile(f"[{QUOTATION_MARKS}]([^{QUOTATION_MARKS}]*)[{QUOTATION_MARKS}]")
MAX_TERMS = 32


class Wording(NamedTuple):
    """The words looked for, phrases that must occur as they stand, and the whole as one name.

    alternatives may stand for words, never for a phrase.
    """

    terms: tuple[Term, ...]
    phrases: tuple[tuple[Term, ...], ...]
    whole: str
    alternatives: tuple[Alternative, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the text can be looked for, as with a lone emoji."""
        return not self.terms and not self.phrases


def read_wording(text: str, analysis: Analysis, expansion: Expansion) -> Wording:
    """Read text: quotation marks hold phrases, the rest are words without the common ones."""
    quoted = QUOTED.findall(text)
    phrases = tuple([phrase for part in quoted if (phrase := terms_of(part, analysis)[:MAX_TERMS])])
    loose = terms_of(QUOTED.sub(" ", text) if quoted else text, analysis)
    whole = analysis.whole(text) if quoted else " ".join([term.plain for term in loose])
    loose = loose[:MAX_TERMS]
    telling = tuple([term for term in loose if term.plain not in STOP_WORDS])
    # A text of nothing but common words is looked for as it is.
    terms = telling if telling or phrases else loose
    words = tuple(dict.fromkeys(terms))
    return Wording(words, phrases[:MAX_TERMS], whole, expansion.alternatives(words))
