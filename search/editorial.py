"""What editors decided, as the search uses it. A decision is live with the next search, in every process."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CharField, IntegerField, QuerySet, Value

from search.engines.base import Position
from search.folding import folded_words
from search.models import Promotion, StopNotice, Synonym
from search.query import Notice, Promoted
from search.remembering import note_changes
from search.synonyms import Rules, read_rules

# Rows of the change log with this kind stand for no document; they move the log on, and that is the point.
KIND = "editorial"
MOST = 5
MOST_MEANINGS = 3
# A shorter beginning would be that of too many terms.
SHORTEST_BEGINNING = 3

Words = tuple[str, ...]


class Row(NamedTuple):
    """One row of any of the three models."""

    model: str
    words: str
    text: str
    url: str
    kind: str
    key: str
    position: int
    pk: int


@dataclass(frozen=True, slots=True)
class Editorial:
    """Everything editors decided: rules of synonyms, and by words what is promoted and what is said.

    `meanings`: each term of the rules, folded, with each text it stands for.
    """

    synonyms: Rules = ()
    meanings: tuple[tuple[str, str], ...] = ()
    promotions: tuple[tuple[Words, Promoted], ...] = ()
    stop_notices: tuple[tuple[Words, Notice], ...] = ()

    def meanings_of(self, text: str, *, unfinished: bool = False) -> tuple[str, ...]:
        """What a whole text stands for by the synonyms; with `unfinished` also what a term that begins so does."""
        typed = _folded(text)
        if not typed:
            return ()
        beginning = typed if unfinished and len(typed) >= SHORTEST_BEGINNING else None
        found = (
            meaning
            for term, meaning in self.meanings
            if (term == typed or (beginning and term.startswith(beginning))) and not _folded(meaning).startswith(typed)
        )
        return tuple(dict.fromkeys(found))[:MOST_MEANINGS]

    def promoted_for(self, text: str) -> tuple[Promoted, ...]:
        """What comes first for this whole text; what is named by kind and key lacks its title and address."""
        words = folded_words(text)
        return tuple(promoted for named, promoted in self.promotions if named == words)[:MOST]

    def notices_for(self, text: str) -> tuple[Notice, ...]:
        """What is said to a text that holds the words of a notice."""
        words = folded_words(text)
        said = (notice for named, notice in self.stop_notices if _holds(words, named))
        return tuple(dict.fromkeys(said))[:MOST]


@lru_cache(maxsize=4)
def editorial_at(position: Position) -> Editorial:
    """What holds when the change log stands here. One query when the log has moved, none when not."""
    rows = sorted(_rows(), key=lambda row: (row.position, row.pk))
    synonyms = read_rules(row.words for row in rows if row.model == "synonym")
    return Editorial(
        synonyms=synonyms,
        meanings=tuple((_folded(term), found) for rule in synonyms for term in rule.typed for found in rule.found),
        promotions=tuple(
            (words, Promoted(row.text, row.url, kind=row.kind, key=row.key))
            for row in rows
            if row.model == "promotion"
            for words in _named(row)
        ),
        stop_notices=tuple(
            # The link's text is stored where a promotion has its kind.
            (words, Notice(row.text, row.url, row.kind))
            for row in rows
            if row.model == "stop_notice"
            for words in _named(row)
        ),
    )


def watch_editorial() -> None:
    """Note every change of what editors decide in the change log."""
    note_changes(KIND, Synonym, Promotion, StopNotice)


def _rows() -> Iterable[Row]:
    """All three tables in one query."""
    nothing, zero = _text(""), Value(0, IntegerField())
    synonyms = _columns(Synonym, _text("synonym"), "terms", nothing, nothing, nothing, nothing, zero)
    promotions = _columns(Promotion, _text("promotion"), "words", "title", "url", "kind", "key", "position")
    notices = _columns(
        StopNotice, _text("stop_notice"), "words", "message", "link_url", "link_text", nothing, "position"
    )
    return [Row(*row) for row in synonyms.union(promotions, notices, all=True)]


def _columns(model: Any, *columns: Any) -> QuerySet:
    return model.objects.order_by().values_list(*columns, "pk")


def _text(value: str) -> Value:
    return Value(value, CharField())


def _named(row: Row) -> list[Words]:
    return [words for words in map(folded_words, row.words.split(",")) if words]


def _folded(text: str) -> str:
    return " ".join(folded_words(text))


def _holds(words: Words, named: Words) -> bool:
    length = len(named)
    return any(words[start : start + length] == named for start in range(len(words) - length + 1))
