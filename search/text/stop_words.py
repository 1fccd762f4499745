"""The words of a text that tell one result from another."""

import re
import unicodedata

from search.text.normalise import folded_words

# The last line is how people ask: every page here is about help for someone, so these tell nothing apart.
COMMON = """
    a about after again all also am an and any anyone anything are as at be because been before being both but by can
    could did do does doing during each for from get gets getting had has have having he her herself him himself his
    how i if in into is it its just keep keeps me more most my myself near need now of on once only or other our own
    same she should so some such than that the their them themselves then there these they this those through to too
    until whats wheres whos hows im ive ill id dont cant wont isnt arent wasnt werent thats theres hes shes theyre
    youre weve didnt doesnt couldnt wouldnt shouldnt hasnt havent hadnt lets us very was we were what when where
    which while who whom why will with would you your
    help helps find looking want wants needs someone somebody something please
"""
# Between two of these, words belong together.
QUOTATION_MARKS = '"“”„«»'
WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
STOP_WORDS = frozenset(COMMON.split())
# They say that it is a service, for anybody, but not which.
GENERIC_WORDS = """
    service services problem problems issue issues trouble support group groups advice phone number contact address
    email website local project projects scheme worker workers team person people client clients man men male males
    lad lads guy guys boy boys
"""
GENERIC = frozenset(GENERIC_WORDS.split())
# They say when, or nothing.
NOISE_WORDS = """
    every day days week weeks weekend weekends month months year years today tonight tomorrow yesterday night morning
    evening last next soon time bit lot much many enough thing things anybody everybody nobody else really always
    often still yet even way come comes came coming go goes going gone see say says got take like monday tuesday
    wednesday thursday friday saturday sunday
"""
NOISE = frozenset(NOISE_WORDS.split())
# Most services see women as well, but those for women only are what such a text is after.
WOMEN = frozenset(("woman", "women", "female", "females", "lady", "ladies", "girl", "girls", "lassie", "lassies"))


def keywords_in(text: str) -> tuple[str, ...]:
    """The different words of a text as typed, without those that are everywhere or in every question."""
    different: dict[str, str] = {}
    for word in WORD.findall(unicodedata.normalize("NFC", text)):
        different.setdefault(" ".join(folded_words(word)), word)
    return tuple(word for folded, word in different.items() if folded not in STOP_WORDS)
