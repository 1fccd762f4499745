"""Text as comparable words, whatever engine searches."""

import re
import unicodedata

WORD = re.compile(r"\w+")
APOSTROPHES = str.maketrans("", "", "'\u2019")


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text without accents, case and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.translate(APOSTROPHES))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(WORD.findall(bare.casefold()))
