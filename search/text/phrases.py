"""What people say for a value of a facet: "detox" for the need that is called alcohol and drugs.

Apps keep the phrases, with whatever they stand for; searching only reads them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from search.text.normalise import folded_words
from search.text.synonyms import SynonymRules


class PhraseUse(IntEnum):
    """When a phrase counts: it is only offered; when nothing else is typed; wherever it stands in a text."""

    OFFERED = 1
    ALONE = 2
    ANYWHERE = 3


class Phrase(NamedTuple):
    """Words that people say, and the value of a facet that they stand for. The first of a value is its name."""

    text: str
    facet: str
    value: str
    use: PhraseUse


Phrases = tuple[Phrase, ...]
PhraseLister = Callable[[], Iterable[Phrase]]
_listers: list[PhraseLister] = []


class Thesaurus(NamedTuple):
    """What words mean beyond themselves: rules of synonyms, and what people say for values of facets."""

    synonyms: SynonymRules = ()
    phrases: Phrases = ()


NO_THESAURUS = Thesaurus()


def register_phrases(lister: PhraseLister) -> None:
    """Have the phrases that `lister` gives looked for. Call it in `AppConfig.ready()`.

    It is asked again when the change log has moved, so what it reads must note its changes there
    (`search.cache.log_changes_of`).
    """
    if lister not in _listers:
        _listers.append(lister)


def read_phrases() -> Phrases:
    """The phrases of all apps."""
    return tuple(phrase for lister in _listers for phrase in lister())


class Beginnings:
    """Finds the phrases that begin as typed."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = phrases

    @cached_property
    def _sorted(self) -> list[tuple[str, Phrase]]:
        """Put in order when somebody types: most searches never ask."""
        return sorted((" ".join(folded_words(phrase.text)), phrase) for phrase in self._phrases)

    def of(self, text: str, most: int) -> Sequence[Phrase]:
        """Phrases that are the text or begin so, the whole ones first and then the shortest."""
        typed = " ".join(folded_words(text))
        if not typed:
            return ()
        first = bisect_left(self._sorted, (typed,))
        found = []
        for folded, phrase in self._sorted[first:]:
            if not folded.startswith(typed):
                break
            found.append((len(folded), -phrase.use, phrase))
        return [phrase for *_, phrase in sorted(found)[:most]]
