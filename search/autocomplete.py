"""What somebody may be looking for, while they type."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from search.changelog import log
from search.editorial import editorial_at
from search.engines import current_engine
from search.engines.base import IndexBroken, Searcher
from search.indexing.indexer import update_index
from search.query import Completion, SearchQuery
from search.text.phrases import Phrase

logger = logging.getLogger(__name__)

# Nobody waits for a suggestion. What the index lacks by then, it has at the next letter.
SECONDS = 0.2
# Too many phrases begin with fewer letters.
SHORTEST_PHRASE, MOST_PHRASES = 3, 12


@dataclass(frozen=True, slots=True)
class Completions:
    """Suggestions by the name of their group, and what the text, or a term that begins so, means to editors.

    phrases: those that people say for values of facets and that begin so, the whole ones first.
    """

    groups: Mapping[str, tuple[Completion, ...]] = field(default_factory=dict)
    meanings: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()


def autocomplete(text: str, *, kinds: tuple[str, ...] = (), limit: int = 8) -> tuple[Completion, ...]:
    """Things whose title or alias begins like the text, or like a synonym of it, best first; from two letters on.

    Each word but the last must be whole; typing errors are allowed when too little begins as typed. Never raises
    for what a visitor typed.
    """
    return autocomplete_groups(text, {"": SearchQuery(kinds=kinds, limit=limit)}).groups.get("", ())


def autocomplete_groups(text: str, groups: Mapping[str, SearchQuery]) -> Completions:
    """The same for several groups, each with its own kinds and limit. One SQL query while editors change nothing."""
    query = SearchQuery(text=text)
    if not query.text:
        return Completions()
    head = log.head()
    update_index(seconds=SECONDS, head=head)
    editorial = editorial_at(head)
    whole = editorial.meanings_of(query.text)
    phrases = tuple(editorial.beginnings.of(query.text, MOST_PHRASES)) if len(query.text) >= SHORTEST_PHRASE else ()
    meanings = whole or editorial.meanings_of(query.text, unfinished=True)
    try:
        engine = current_engine()
        found = _complete(engine, query.text, groups, whole)
        if not whole and meanings and not any(found.values()):
            # Half a term is too little to add to what is there, but better than nothing.
            found = _complete(engine, query.text, groups, meanings)
    except IndexBroken as fault:
        logger.error("The search index could not suggest anything: %s", fault)
        return Completions(meanings=meanings, phrases=phrases)
    return Completions(found, meanings, phrases)


def _complete(
    engine: Searcher, text: str, groups: Mapping[str, SearchQuery], meanings: tuple[str, ...]
) -> dict[str, tuple[Completion, ...]]:
    """What begins as typed, all asked at once; what a synonym stands for takes up to half of the places."""
    texts = (text, *meanings)
    answers = iter(engine.complete_each([replace(asked, text=each) for asked in groups.values() for each in texts]))
    found = {}
    for name, asked in groups.items():
        typed, *of_meanings = [next(answers) for _ in texts]
        meant = [each for of_meaning in of_meanings for each in of_meaning if each not in typed]
        room = asked.limit - min(len(meant), asked.limit // 2)
        found[name] = (*typed[:room], *dict.fromkeys(meant))[: asked.limit]
    return found
