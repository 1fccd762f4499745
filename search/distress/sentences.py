"""A text as sentences of comparable words."""

import re
import unicodedata

# Nobody writes more into a form here; a longer text is read so far.
LONGEST_TEXT = 12_000
APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u2032", "'"))
# Words with their apostrophes, or the end of a sentence. Dots in a row are a pause, not an end.
PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*|(?<![.!?])[.!?;](?=\s|\Z)|[\r\n]+")
# What an apostrophe tells apart from another word: he'll from hell, od'd from odd.
WITH_APOSTROPHE = {
    "he'll": "he",
    "she'll": "she",
    "we'll": "we",
    "i'll": "i",
    "ah'll": "i",
    "a'll": "i",
    "he'd": "he",
    "she'd": "she",
    "we'd": "we",
    "we're": "we",
    "i'd": "i",
    "o'd": "overdosed",
    "od'd": "overdosed",
    "od'ed": "overdosed",
    "od'ing": "overdosing",
    "od's": "overdoses",
}
# One written word that stands for several.
EXPANSIONS = {
    "gonna": ("going", "to"),
    "gona": ("going", "to"),
    "gunna": ("going", "to"),
    "gonnae": ("going", "to"),
    "gonny": ("going", "to"),
    "gony": ("going", "to"),
    "gaunnae": ("going", "to"),
    "gaunny": ("going", "to"),
    "gaunae": ("going", "to"),
    "finna": ("going", "to"),
    "tryna": ("trying", "to"),
    "wanna": ("want", "to"),
    "wannae": ("want", "to"),
    "wanny": ("want", "to"),
    "gotta": ("got", "to"),
    "hafta": ("have", "to"),
    "kinda": ("kind", "of"),
    "outta": ("out", "of"),
    "ootae": ("out", "of"),
    "oota": ("out", "of"),
    "kms": ("kill", "myself"),
    "kys": ("kill", "yourself"),
    "idk": ("dont", "know"),
    "dunno": ("dont", "know"),
    "dunnae": ("dont", "know"),
    "wtd": ("want", "to", "die"),
    "gtfo": ("get", "out"),
}

Words = tuple[str, ...]


def sentences_of(text: str) -> list[Words]:
    """The words of each sentence: lower case, without accents and apostrophes, short forms written out."""
    decomposed = unicodedata.normalize("NFKD", text[:LONGEST_TEXT].translate(APOSTROPHES))
    if not decomposed.isascii():
        decomposed = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    sentences: list[Words] = []
    words: list[str] = []
    for piece in PIECE.findall(decomposed.casefold()):
        if piece[0].isalnum():
            words += _written_out(piece)
        elif words:
            sentences.append(tuple(words))
            words = []
    if words:
        sentences.append(tuple(words))
    return sentences


def _written_out(word: str) -> Words:
    if "'" in word:
        word = WITH_APOSTROPHE.get(word) or word.replace("'", "")
    return EXPANSIONS.get(word) or (word,)
