"""How phrases are written down, and what they stand for.

The words of a phrase stand in the order in which they must come. Small words may always stand between them.

- `kill`: this word, with all forms of it when the lexicon has it as a verb, and with its other spellings.
- `=took`: this form only. `pill+`: this word with any ending.
- `<self>`: any word of a slot of the lexicon.
- `a/b/<c>`: any of these; `wake_up/come_round`: words that belong together.
- `up?`: may be missing.
- `~3`: up to three other words may stand here.
- `^` and `$`: the beginning and the end of a sentence.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.distress.lexicon import Lexicon

MOST_BETWEEN = 6
START, END = "^", "$"
GAP = re.compile(r"~([1-6])\Z")
SLOT = re.compile(r"<([a-z-]+)>\Z")
WORD = re.compile(r"=?[a-z0-9]+\+?\Z")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a phrase stands for: for each place the words that fit, and how many others may come before it."""

    places: tuple[frozenset[str], ...]
    gaps: tuple[int, ...]


def plain_pattern(words: tuple[str, ...], lexicon: Lexicon, between: int) -> Pattern:
    """A phrase of plain words as somebody typed it: any form of each, so many others between them."""
    places = tuple(lexicon.word(word) | lexicon.any_form(word) for word in words)
    return Pattern(places, (0, *(between for _ in words[1:])))


def patterns_of(phrase: str, lexicon: Lexicon) -> Iterator[Pattern]:
    """The patterns of one phrase. Raises ValueError for one that is not in this language."""
    gap = 0
    choices: list[list[tuple[tuple[frozenset[str], int], ...]]] = []
    for part in phrase.split():
        if found := GAP.match(part):
            gap = int(found[1])
            continue
        alternatives = _alternatives(part.removesuffix("?"), lexicon, gap)
        choices.append([*alternatives, ()] if part.endswith("?") else alternatives)
        gap = 0
    for chosen in itertools.product(*choices):
        places = [place for alternative in chosen for place in alternative]
        if not places:
            raise ValueError(f"{phrase!r} may be empty")
        yield Pattern(tuple(words for words, _ in places), (0, *(gap for _, gap in places[1:])))


def _alternatives(part: str, lexicon: Lexicon, gap: int) -> list[tuple[tuple[frozenset[str], int], ...]]:
    """The ways to fill one part: the single words together, then each group that belongs together."""
    single: set[str] = set()
    alternatives = []
    for choice in part.split("/"):
        if "_" in choice:
            words = [_fitting(word, lexicon) for word in choice.split("_")]
            alternatives.append(tuple((fitting, 0 if place else gap) for place, fitting in enumerate(words)))
        else:
            single |= _fitting(choice, lexicon)
    if single:
        alternatives.insert(0, ((frozenset(single), gap),))
    return alternatives


# The same few thousand choices stand in many phrases.
@lru_cache(maxsize=8192)
def _fitting(choice: str, lexicon: Lexicon) -> frozenset[str]:
    if choice in (START, END):
        return frozenset({choice})
    if found := SLOT.match(choice):
        return lexicon.slot(found[1])
    if not WORD.match(choice):
        raise ValueError(f"{choice!r} is no word, slot or gap")
    if choice.startswith("="):
        return lexicon.exactly(choice[1:])
    if choice.endswith("+"):
        return lexicon.any_form(choice[:-1])
    return lexicon.word(choice)
