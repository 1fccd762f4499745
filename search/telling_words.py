"""The words of a text that tell one result from another."""

import re
import unicodedata

from search.folding import folded_words

# The last line is how people ask: every page here is about help for someone, so these tell nothing apart.
COMMON = """
    a about after again all also am an and any anyone anything are as at be because been before being both but by
    can could did do does doing during each for from get gets getting had has have having he her herself him
    himself his how i if in into is it its just keep keeps me more most my myself near need now of on once only or
    other our own same she should so some such than that the their them themselves then there these they this
    those to too until us very was we were what when where which while who whom why will with would you your
    help helps find looking want wants needs someone somebody something please
"""
# Between two of these, words belong together.
QUOTATION_MARKS = '"“”„«»'
WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
STOP_WORDS = frozenset(COMMON.split())


def telling_words(text: str) -> tuple[str, ...]:
    """The different words of a text as typed, without those that are everywhere or in every question."""
    different: dict[str, str] = {}
    for word in WORD.findall(unicodedata.normalize("NFC", text)):
        different.setdefault(" ".join(folded_words(word)), word)
    return tuple(word for folded, word in different.items() if folded not in STOP_WORDS)
