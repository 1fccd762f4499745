"""How text becomes terms. Index and query use the same chains."""

import re
import unicodedata
from typing import NamedTuple

import tantivy

STEMMED = "stemmed"
PLAIN = "plain"
LONGEST_TERM = 60
WORD_PATTERN = r"\w+(?:['\u2019]\w+)*"
POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b", re.IGNORECASE)
WITHIN_A_WORD = re.compile(r"(?<=\w)['\u2019](?=\w)")


def unified(text: str) -> str:
    """Text in one form for those who type O'Brien and those who type OBrien, women's and women.

    Tantivy's fast way to find words ends them at every apostrophe, and combining accents likewise.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if "'" in text or "\u2019" in text:
        text = WITHIN_A_WORD.sub("", POSSESSIVE.sub("", text))
    return text


class Chain:
    """One way to take text apart."""

    def __init__(self, *filters: tantivy.Filter) -> None:
        builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        ways = (tantivy.Filter.remove_long(LONGEST_TERM), tantivy.Filter.ascii_fold(), tantivy.Filter.lowercase())
        for way in (*ways, *filters):
            builder = builder.filter(way)
        self.analyzer = builder.build()

    def analyze(self, text: str) -> list[str]:
        """The terms of a text as typed."""
        return self.analyzer.analyze(unified(text))


class Term(NamedTuple):
    """One word, as typed and as its stem."""

    plain: str
    stem: str


class Analysis:
    """The two chains, ready to take text apart in step with each other."""

    def __init__(self) -> None:
        """plain: words in lower case without accents; stemmed: the same, reduced to their English stems."""
        self.plain = Chain()
        self.stemmed = Chain(tantivy.Filter.stemmer("english"))

    def terms(self, text: str) -> list[tuple[str, str]]:
        """The words of a text, each as (plain, stemmed)."""
        text = unified(text)
        return list(zip(self.plain.analyzer.analyze(text), self.stemmed.analyzer.analyze(text), strict=True))

    def whole(self, text: str) -> str:
        """A text as one comparable string, for matches of a whole name."""
        return " ".join(self.plain.analyze(text))


def terms_of(text: str, analysis: Analysis) -> tuple[Term, ...]:
    """The words of a text in order."""
    return tuple([Term(plain, stem) for plain, stem in analysis.terms(text)])
