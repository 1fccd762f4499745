"""Another spelling worth offering when only a forgiving search found something."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from search.engines.embedded.analysis import WORD_PATTERN, Analysis
from search.engines.embedded.matching.query_language import IndexedWords
from search.engines.embedded.matching.word_queries import typos_allowed
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument
from search.text.stop_words import STOP_WORDS

CONSULTED = 5


def did_you_mean(
    text: str, found: Sequence[StoredDocument], vocabulary: IndexedWords, analysis: Analysis
) -> str | None:
    """The text with each unknown word replaced by the nearest word of what was found, if there is one."""
    nearby = _words_of(found[:CONSULTED], analysis)
    replaced = False

    def better(match: re.Match[str]) -> str:
        nonlocal replaced
        word = match.group()
        plain = analysis.whole(word)
        if plain in STOP_WORDS or _is_known(word, vocabulary, analysis):
            return word
        nearest = nearest_word(plain, nearby)
        replaced = replaced or nearest is not None
        return nearest or word

    suggestion = re.sub(WORD_PATTERN, better, text)
    return suggestion if replaced else None


def nearest_word(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word of the vocabulary the fewest typing errors away, within what its length allows."""
    nearest = extractOne(word, vocabulary, scorer=OSA.distance, score_cutoff=typos_allowed(word))
    return nearest[0] if nearest and nearest[1] else None


def _words_of(found: Sequence[StoredDocument], analysis: Analysis) -> list[str]:
    texts = (" ".join((record.title, *record.aliases, record.summary)) for record in found)
    return list(dict.fromkeys(word for text in texts for word in analysis.plain.analyze(text)))


def _is_known(word: str, vocabulary: IndexedWords, analysis: Analysis) -> bool:
    return any(vocabulary.doc_freq(schema.WORDS, stem) for _, stem in analysis.terms(word))
