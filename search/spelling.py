"""British and American ways to write one word."""

import re

# Each pattern leads to the other spelling; what is no word is in no text, so it finds nothing and does no harm.
SHORTEST = 5
PAIRS = (
    (r"is(e|ed|es|er|ers|ing|ation|ations|ational)\Z", r"iz\1"),
    (r"iz(e|ed|es|er|ers|ing|ation|ations|ational)\Z", r"is\1"),
    (r"ys(e|ed|es|ing)\Z", r"yz\1"),
    (r"yz(e|ed|es|ing)\Z", r"ys\1"),
    (r"our(s|ed|ing|al|able|ite|hood|hoods)?\Z", r"or\1"),
    (r"(?<=[bdghlmnptv])or(s|ed|ing|al|able|ite|hood|hoods)?\Z", r"our\1"),
    (r"tre(s|d)?\Z", r"ter\1"),
    (r"ter(s)?\Z", r"tre\1"),
    (r"ll(ing|ed|or|ors|er|ers)\Z", r"l\1"),
    (r"(?<=[aeiou])l(ing|ed|or|ors|er|ers)\Z", r"ll\1"),
    (r"ence(s)?\Z", r"ense\1"),
    (r"ense(s)?\Z", r"ence\1"),
    (r"amme(s)?\Z", r"am\1"),
    (r"ogram(s)?\Z", r"ogramme\1"),
    (r"ogue(s)?\Z", r"og\1"),
    (r"\b(skil|fulfil|enrol|instal)(s|ment|ful)\Z", r"\1l\2"),
    (r"\b(skil|fulfil|enrol|instal)l(s|ment|ful)\Z", r"\1\2"),
    (r"judgement(s)?\Z", r"judgment\1"),
    (r"judgment(s)?\Z", r"judgement\1"),
)
COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in PAIRS)
# Most words have one spelling, and one look tells.
ANY = re.compile("|".join(f"(?:{pattern})" for pattern, _ in PAIRS))
MOST = 2


def other_spellings(word: str) -> tuple[str, ...]:
    """How the same lower-case word may be written across the Atlantic; at most two ways."""
    if len(word) < SHORTEST or not ANY.search(word):
        return ()
    changed = (pattern.sub(replacement, word) for pattern, replacement in COMPILED)
    return tuple(dict.fromkeys(spelling for spelling in changed if spelling != word))[:MOST]
