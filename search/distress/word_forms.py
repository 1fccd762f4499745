"""The forms an English or Scots word takes."""

from collections.abc import Iterator

VOWELS = "aeiou"
# A shorter word is not taken apart: "red" is no form of a verb.
SHORTEST_STEM = 3


def verb_forms(base: str) -> set[str]:
    """A verb with its regular forms, also without the last g, as in "killin"."""
    forms = {base, _with_s(base)}
    if base.endswith("e") and not base.endswith("ee"):
        forms |= {f"{base}d", *_ing(base[:-1]), f"{base}ing"}
    elif base.endswith("y") and base[-2:-1] not in VOWELS:
        forms |= {f"{base[:-1]}ied", *_ing(base)}
    else:
        forms |= {f"{base}ed", *_ing(base)}
        if _doubles(base):
            forms |= {f"{base}{base[-1]}ed", *_ing(base + base[-1])}
    return forms


def noun_forms(base: str) -> set[str]:
    """A noun with its plural, which is also its possessive once apostrophes are gone."""
    return {base, f"{base}s", _with_s(base)}


def any_forms(word: str) -> set[str]:
    """A word somebody wrote with the forms it may have, whichever form it is itself."""
    if len(word) < SHORTEST_STEM or not word.isalpha():
        return {word}
    return {word}.union(*(verb_forms(base) for base in {word, *_bases(word)}))


def _bases(word: str) -> Iterator[str]:
    for ending, replacements in (("ies", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("",)), ("s", ("",))):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM and not (ending == "s" and stem.endswith("s")):
            yield from (stem + replacement for replacement in replacements)
            if stem[-1] == stem[-2] and ending in ("ing", "ed"):
                yield stem[:-1]


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return f"{base}es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}s"


def _ing(stem: str) -> tuple[str, str]:
    return f"{stem}ing", f"{stem}in"


def _doubles(base: str) -> bool:
    """Whether the last letter is written twice before an ending, as in "cutting"."""
    return (
        len(base) >= SHORTEST_STEM and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS and base[-3] not in VOWELS
    )
