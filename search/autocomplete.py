"""What somebody may be looking for, while they type."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from search.changelog import log
from search.editorial import editorial_at
from search.engines import current_engine
from search.engines.base import Engine, IndexBroken
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
        found = {name: _complete(engine, replace(asked, text=query.text), whole) for name, asked in groups.items()}
        if not any(found.values()):
            # Half a term is too little to add to what is there, but better than nothing.
            found = {
                name: _complete(engine, replace(asked, text=query.text), meanings) for name, asked in groups.items()
            }
    except IndexBroken as fault:
        logger.error("The search index could not suggest anything: %s", fault)
        return Completions(meanings=meanings, phrases=phrases)
    return Completions(found, meanings, phrases)


def _complete(engine: Engine, query: SearchQuery, meanings: tuple[str, ...]) -> tuple[Completion, ...]:
    """What begins as typed; what a synonym stands for takes up to half of the places."""
    typed = engine.complete(query)
    meant = [found for text in meanings for found in engine.complete(replace(query, text=text)) if found not in typed]
    room = query.limit - min(len(meant), query.limit // 2)
    return (*typed[:room], *dict.fromkeys(meant))[: query.limit]
