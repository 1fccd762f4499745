"""British and American ways to write one word, and ways to write it as two."""

from collections.abc import Iterator

from search.text.stop_words import STOP_WORDS

# A word of two may begin with one of these; no other word that stands everywhere is half of another.
FIRST_PARTS = frozenset(["after", "by", "down", "in", "off", "on", "out", "over", "self", "through", "under", "up"])
SHORTEST_PART = 3
# What is no word is in no text, so a spelling that does not exist finds nothing and does no harm.
SHORTEST_WORD = 5
MAX_SPELLINGS = 2
VERBS = "e ed es er ers ing ation ations ational"
NOUNS = "- s ed ing al able ite hood hoods"
AGENTS = "ing ed or ors er ers"
# One beginning of an ending, the other, and what may follow both; a dash is nothing.
BOTH_WAYS = (
    ("is", "iz", VERBS),
    ("ys", "yz", "e ed es ing"),
    *((f"{letter}our", f"{letter}or", NOUNS) for letter in "bdghlmnptv"),
    ("tre", "ter", "- s"),
    *((f"{letter}ll", f"{letter}l", AGENTS) for letter in "aeiou"),
    ("ence", "ense", "- s"),
    ("ogramme", "ogram", "- s"),
    ("judgement", "judgment", "- s"),
    *((f"{verb}l", verb, "s ment ful") for verb in ("skil", "fulfil", "enrol", "instal")),
)
ONE_WAY = (
    ("our", "or", NOUNS),
    ("tre", "ter", "d"),
    ("ll", "l", AGENTS),
    ("amme", "am", "- s"),
    ("ogue", "og", "- s"),
)


def _endings() -> Iterator[tuple[str, str]]:
    both = [*BOTH_WAYS, *ONE_WAY, *((american, british, rest) for british, american, rest in BOTH_WAYS)]
    for one, other, rest in both:
        for following in rest.split():
            yield (one + following).rstrip("-"), (other + following).rstrip("-")


ENDINGS = dict(_endings())
LENGTHS = sorted({len(ending) for ending in ENDINGS}, reverse=True)


def other_spellings(word: str) -> tuple[str, ...]:
    """How the same lower-case word may be written across the Atlantic; at most two ways."""
    if len(word) < SHORTEST_WORD:
        return ()
    changed = []
    # Every word that is searched for comes here: a look at each length of ending takes less than a pattern.
    for length in LENGTHS:
        other = ENDINGS.get(word[-length:])
        if other is not None and (spelling := word[:-length] + other) != word:
            changed.append(spelling)
    return tuple(dict.fromkeys(changed))[:MAX_SPELLINGS] if changed else ()


def split_spellings(word: str) -> Iterator[str]:
    """How a lower-case word may be written as two: health care, after care."""
    for place in range(2, len(word) - SHORTEST_PART + 1):
        first, second = word[:place], word[place:]
        if first in FIRST_PARTS or (place >= SHORTEST_PART and STOP_WORDS.isdisjoint((first, second))):
            yield f"{first} {second}"
