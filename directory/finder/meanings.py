"""What a search was understood to mean, as the page says it: "Showing Alcohol and drugs for “detox”"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from directory.vocabulary.labels import FACETS, Labels
from search.query import Understood
from search.text.normalise import folded_words

from .query import FinderQuery

MOST_PARTS, MOST_GUESSES = 3, 1
MOST_LINKS = 4


@dataclass(frozen=True, slots=True)
class MeaningLink:
    """One meaning by itself, as a search of its own."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class TextMeaning:
    """Part of a text with what is shown for it, and what else it may mean.

    `shown`: names of what was found besides the words; `only`: each of several of them alone; `perhaps`: what was not
    looked for; `words_url`: the words and nothing else, empty when nothing but they was looked for.
    """

    typed: str
    shown: tuple[str, ...]
    only: tuple[MeaningLink, ...]
    perhaps: tuple[MeaningLink, ...]
    words_url: str


def meanings(query: FinderQuery, understood: Iterable[Understood]) -> tuple[TextMeaning, ...]:
    """What is worth saying of a search: not that "housing" means housing, nor what a filter already says."""
    parts: dict[str, list[Understood]] = {}
    for part in understood:
        if part.value in query.labels.get(part.facet, {}):
            parts.setdefault(part.typed, []).append(part)
    read = [meaning for typed, found in parts.items() if (meaning := _meaning(query, typed, found))]
    # Where something was understood, guesses about the other words would only bury it.
    understood_parts = [meaning for meaning in read if meaning.shown]
    return tuple(understood_parts[:MOST_PARTS] or read[:MOST_GUESSES])


def _meaning(query: FinderQuery, typed: str, found: list[Understood]) -> TextMeaning | None:
    applied = [part for part in found if part.is_applied]
    # Who refers and which peers work there is more than most texts ask about where they also name a need.
    named = [part for part in applied if part.facet in FACETS] or applied
    filters = [part for part in named if part.facet in FACETS]
    perhaps = [part for part in found if not part.is_applied and part.facet in FACETS and _is_new(query, part)]
    shown = tuple(dict.fromkeys(_name(query.labels, part) for part in named))
    if _says_itself(typed, shown, perhaps) or (filters and not any(_is_new(query, part) for part in filters)):
        return None
    if not shown and not perhaps:
        return None
    return TextMeaning(
        typed=typed,
        shown=shown,
        only=tuple(_choices(query, filters))[:MOST_LINKS] if len(named) > 1 else (),
        perhaps=tuple(_choices(query, perhaps))[: MOST_LINKS if not shown else 2],
        words_url=_only_words(query, found[0]) if shown else "",
    )


def _says_itself(typed: str, shown: tuple[str, ...], perhaps: list[Understood]) -> bool:
    return not perhaps and [folded_words(name) for name in shown] == [folded_words(typed)]


def _is_new(query: FinderQuery, part: Understood) -> bool:
    return part.value not in query.selected.get(part.facet, ())


def _name(labels: Labels, part: Understood) -> str:
    return labels[part.facet][part.value]


def _choices(query: FinderQuery, parts: Iterable[Understood]) -> Iterator[MeaningLink]:
    for part in parts:
        chosen = tuple(dict.fromkeys((*query.selected.get(part.facet, ()), part.value)))
        alone = replace(query, text=part.rest, selected={**query.selected, part.facet: chosen})
        yield MeaningLink(_name(query.labels, part), alone.query_string())


def _only_words(query: FinderQuery, part: Understood) -> str:
    """The same search with the part in quotation marks, which is looked for as it stands."""
    return replace(query, text=f'{part.rest} "{part.typed}"'.strip()).query_string()
