"""Reading the files of phrases and words.

A line that begins with a space goes on with the one before; after a / without a space between.
"""

from collections.abc import Iterator
from pathlib import Path

from search.distress.kinds import KINDS
from search.distress.lexicon import Lexicon
from search.distress.signs import SignWords

FOLDER = Path(__file__).parent
WORDS, PHRASES = FOLDER / "words", FOLDER / "phrases"


def read_lexicon() -> Lexicon:
    """The words that our phrases are made of."""
    return Lexicon(
        verbs=tuple(_lines(WORDS / "verbs.txt")),
        spellings=_named(WORDS / "spellings.txt"),
        nouns=_named(WORDS / "nouns.txt"),
        others=_named(WORDS / "slots.txt"),
    )


def read_words(name: str) -> tuple[str, ...]:
    """The words of a file that is nothing but words."""
    return tuple(word for line in _lines(WORDS / f"{name}.txt") for word in line.split())


def read_sign_words(lexicon: Lexicon) -> SignWords:
    """How signs see words: their groups, and their plain forms by the lexicon."""
    groups: dict[str, list[str]] = {}
    for name, members in _named(WORDS / "sign_groups.txt").items():
        for word in frozenset().union(*(lexicon.any_member(member) for member in members)):
            groups.setdefault(word, []).append(f"<{name}>")
    return SignWords(lexicon.plain_forms(), {word: tuple(names) for word, names in groups.items()})


def read_sign_weights() -> dict[str, tuple[float, ...]]:
    """For each sign its weights, which the file holds in hundredths; those for the kinds may be left out there."""
    named = _named(WORDS / "sign_weights.txt")
    none = (0.0,) * len(KINDS)
    return {
        sign: (*(int(weight) / 100 for weight in weights), *none)[: 1 + len(KINDS)] for sign, weights in named.items()
    }


def read_sections(name: str) -> Iterator[tuple[str, str]]:
    """The phrases of a file, each with the section it stands in."""
    section = ""
    for line in _lines(PHRASES / f"{name}.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            yield section, line


def _named(path: Path) -> dict[str, tuple[str, ...]]:
    named = (line.split(":", 1) for line in _lines(path))
    return {name: tuple(words.split()) for name, words in named}


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file, whole again, without remarks and empty ones."""
    whole = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            whole += line.strip() if whole.endswith("/") else f" {line.strip()}"
            continue
        if whole:
            yield whole
        whole = "" if line.startswith("#") else line.strip()
    if whole:
        yield whole
