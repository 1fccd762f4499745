"""How text becomes terms. Index and query use the same analysers."""

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


def unify_characters(text: str) -> str:
    """Text in one form for those who type O'Brien and those who type OBrien, women's and women.

    Tantivy's fast way to find words ends them at every apostrophe, and combining accents likewise.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if "'" in text or "\u2019" in text:
        text = WITHIN_A_WORD.sub("", POSSESSIVE.sub("", text))
    return text


class TextAnalyzer:
    """A tokenizer and its filters."""

    def __init__(self, *filters: tantivy.Filter) -> None:
        builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        always = (tantivy.Filter.remove_long(LONGEST_TERM), tantivy.Filter.ascii_fold(), tantivy.Filter.lowercase())
        for each in (*always, *filters):
            builder = builder.filter(each)
        self.analyzer = builder.build()

    def analyze(self, text: str) -> list[str]:
        """The terms of a text as typed."""
        return self.analyzer.analyze(unify_characters(text))


class Term(NamedTuple):
    """One word, as typed and as its stem."""

    plain: str
    stem: str


class Analysis:
    """The two analysers, which give terms in step with each other."""

    def __init__(self) -> None:
        """plain: words in lower case without accents; stemmed: the same, reduced to their English stems."""
        self.plain = TextAnalyzer()
        self.stemmed = TextAnalyzer(tantivy.Filter.stemmer("english"))

    def terms(self, text: str) -> list[tuple[str, str]]:
        """The words of a text, each as (plain, stemmed)."""
        text = unify_characters(text)
        return list(zip(self.plain.analyzer.analyze(text), self.stemmed.analyzer.analyze(text), strict=True))

    def whole(self, text: str) -> str:
        """A text as one comparable string, for matches of a whole name."""
        return " ".join(self.plain.analyze(text))


def terms_of(text: str, analysis: Analysis) -> tuple[Term, ...]:
    """The words of a text in order."""
    return tuple([Term(plain, stem) for plain, stem in analysis.terms(text)])
