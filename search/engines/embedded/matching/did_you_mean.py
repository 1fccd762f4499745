"""Another spelling worth offering when only a forgiving search found something."""

import re
from collections.abc import Iterable, Sequence

import tantivy

from search.engines.embedded.analysis import WORD_PATTERN, Analysis
from search.engines.embedded.matching.word_queries import typos_allowed
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument
from search.text.stop_words import STOP_WORDS

CONSULTED = 5


def did_you_mean(
    text: str, found: Sequence[StoredDocument], searcher: tantivy.Searcher, analysis: Analysis
) -> str | None:
    """The text with each unknown word replaced by the nearest word of what was found, if there is one."""
    vocabulary = _vocabulary(found[:CONSULTED], analysis)
    replaced = False

    def better(match: re.Match[str]) -> str:
        nonlocal replaced
        word = match.group()
        plain = analysis.whole(word)
        if plain in STOP_WORDS or _is_known(word, searcher, analysis):
            return word
        nearest = nearest_word(plain, vocabulary)
        replaced = replaced or nearest is not None
        return nearest or word

    suggestion = re.sub(WORD_PATTERN, better, text)
    return suggestion if replaced else None


def nearest_word(word: str, vocabulary: Iterable[str]) -> str | None:
    """The word of the vocabulary the fewest typing errors away, within what its length allows."""
    allowed = typos_allowed(word)
    near = [other for other in vocabulary if abs(len(other) - len(word)) <= allowed]
    ranked = sorted((typing_errors(word, other), order, other) for order, other in enumerate(near))
    return ranked[0][2] if ranked and 0 < ranked[0][0] <= allowed else None


def typing_errors(first: str, second: str) -> int:
    """How many letters must be added, dropped, replaced or swapped with their neighbour."""
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = min(above[column] + 1, current[column - 1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, above = above, current
    return above[-1]


def _vocabulary(found: Sequence[StoredDocument], analysis: Analysis) -> list[str]:
    texts = (" ".join((record.title, *record.aliases, record.summary)) for record in found)
    return list(dict.fromkeys(word for text in texts for word in analysis.plain.analyze(text)))


def _is_known(word: str, searcher: tantivy.Searcher, analysis: Analysis) -> bool:
    return any(searcher.doc_freq(schema.WORDS, stem) for _, stem in analysis.terms(word))
