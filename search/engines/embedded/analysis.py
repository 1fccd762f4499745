"""How text becomes terms. Index and query use the same chains."""

import tantivy

STEMMED = "stemmed"
PLAIN = "plain"
LONGEST_TERM = 60
# Apostrophes stay inside a word so that the stemmer can take a possessive off.
WORD_PATTERN = r"\w+(?:['\u2019]\w+)*"

COMMON = """
    a about an and any are as at be but by can could do for from get has have he her him his how i if in into is it
    its me my near need of on or our she so some than that the their them there they this to us was we were what when
    where which who with would you your
"""
STOP_WORDS = frozenset(COMMON.split())


def plain_analyzer() -> tantivy.TextAnalyzer:
    """Words in lower case without accents."""
    return _base().build()


def stemmed_analyzer() -> tantivy.TextAnalyzer:
    """The same words, reduced to their English stems."""
    return _base().filter(tantivy.Filter.stemmer("english")).build()


def _base() -> tantivy.TextAnalyzerBuilder:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(WORD_PATTERN))
        .filter(tantivy.Filter.remove_long(LONGEST_TERM))
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.lowercase())
    )


class Analysis:
    """The two chains, ready to take text apart in step with each other."""

    def __init__(self) -> None:
        self.plain = plain_analyzer()
        self.stemmed = stemmed_analyzer()

    def terms(self, text: str) -> list[tuple[str, str]]:
        """The words of a text, each as (plain, stemmed)."""
        return list(zip(self.plain.analyze(text), self.stemmed.analyze(text), strict=True))

    def whole(self, text: str) -> str:
        """A text as one comparable string, for matches of a whole name."""
        return " ".join(self.plain.analyze(text))
