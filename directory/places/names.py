"""How a place name is compared: without case, accents, punctuation and the many ways to write "Saint"."""

from search.text.normalise import folded_words

SAME = {"saint": "st", "ste": "st", "upon": "on", "mt": "mount"}
DROPPED = frozenset({"and", "the"})
# What people write around a name. A name may hold one of these, so they only go when something is left.
BEFORE = frozenset({"near", "in", "around", "at", "from", "by"})
AFTER = frozenset({"area", "uk"})
# Between these words and what follows lies only which of several: Newport-on-Tay, Newcastle under Lyme.
CONNECTORS = frozenset({"on", "under", "by", "in", "le", "next", "with", "cum"})


def place_words(text: str) -> tuple[str, ...]:
    """The words of a place name by which it is compared."""
    words = tuple(SAME.get(word, word) for word in folded_words(text))
    return tuple(word for word in words if word not in DROPPED) or words


def place_key(text: str) -> str:
    """The same as one text."""
    return " ".join(place_words(text))


def typed_words(text: str) -> tuple[str, ...]:
    """The words of what a visitor typed, without "near" in front and "area" behind."""
    words = place_words(text)
    while len(words) > 1 and words[0] in BEFORE:
        words = words[1:]
    while len(words) > 1 and words[-1] in AFTER:
        words = words[:-1]
    return words


def short_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """What stands before the first connector: "newport" of "newport on tay". Empty when there is none."""
    at = next((number for number, word in enumerate(words) if number and word in CONNECTORS), 0)
    return words[:at]
