"""What editors decided, as the search uses it. A decision is live with the next search, in every process."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, NamedTuple

from django.db.models import CharField, IntegerField, QuerySet, Value

from search.cache import log_changes_of
from search.changelog.log import head
from search.changelog.position import Position
from search.distress import NO_DISTRESS, NO_WORDS, Distress, EditorsWords, labels_in_text
from search.distress.notices import StopRule, notices_about
from search.models import Promotion, StopNotice, Synonym
from search.query import Notice, Promoted
from search.text.normalise import folded_words
from search.text.phrases import NO_THESAURUS, Beginnings, Thesaurus, read_phrases
from search.text.synonyms import read_rules

# Rows of this kind stand for no document. They move the change log on, so that every process reads the rules anew.
KIND = "editorial"
MAX_PROMOTED = 5
MAX_NOTICES = 5
MOST_MEANINGS = 3
# Too many terms begin with fewer letters.
SHORTEST_BEGINNING = 3

Words = tuple[str, ...]


class EditorialRow(NamedTuple):
    """One row of any of the three models."""

    model: str
    words: str
    text: str
    url: str
    kind: str
    key: str
    position: int
    heading: str
    distress: str
    harmless: str
    pk: int


@dataclass(frozen=True, slots=True)
class NoticeTriggers:
    """What a text tells of: distress, and the notices whose own words it holds, by their labels."""

    distress: Distress = NO_DISTRESS
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Editorial:
    """Everything editors decided: what words mean, and by words what is promoted and what is said.

    `meanings`: each term of the rules, folded, with each text it stands for.
    """

    thesaurus: Thesaurus = NO_THESAURUS
    beginnings: Beginnings = field(default_factory=partial(Beginnings, ()))
    meanings: tuple[tuple[str, str], ...] = ()
    promotions: tuple[tuple[Words, Promoted], ...] = ()
    stop_rules: tuple[StopRule, ...] = ()
    words: EditorsWords = NO_WORDS

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
        return tuple(promoted for named, promoted in self.promotions if named == words)[:MAX_PROMOTED]

    def triggers_in(self, text: str) -> NoticeTriggers:
        """What a text tells of, by the phrases that come with the code and those of editors."""
        labels = labels_in_text(text, self.words) if text else frozenset()
        return NoticeTriggers(Distress.of(labels), labels)

    def notices_for(self, triggers: NoticeTriggers) -> tuple[Notice, ...]:
        """What is said to who tells of this: for distress first, then for the words of other notices."""
        own = (rule.notice for rule in self.stop_rules if rule.label in triggers.labels)
        return (
            *notices_about(triggers.distress, self.stop_rules),
            *tuple(dict.fromkeys(own))[:MAX_NOTICES],
        )


@lru_cache(maxsize=4)
def editorial_at(position: Position) -> Editorial:
    """What holds when the change log stands here. One query when the log has moved, none when not."""
    rows = sorted(_rows(), key=lambda row: (row.position, row.pk))
    synonyms = read_rules(row.words for row in rows if row.model == "synonym")
    phrases = read_phrases()
    notices = [row for row in rows if row.model == "stop_notice"]
    return Editorial(
        thesaurus=Thesaurus(synonyms, phrases),
        beginnings=Beginnings(phrases),
        meanings=tuple((_folded(term), found) for rule in synonyms for term in rule.typed for found in rule.found),
        promotions=tuple(
            (words, Promoted(row.text, row.url, kind=row.kind, key=row.key))
            for row in rows
            if row.model == "promotion"
            for words in _named(row)
        ),
        stop_rules=tuple(_stop_rule(row) for row in notices),
        words=EditorsWords(
            tells=tuple(
                (label, phrase) for row in notices for phrase in _phrases(row.words) for label in _labels(row)
            ),
            harmless=tuple(phrase for row in notices for phrase in _phrases(row.harmless)),
        ),
    )


def distress_in(text: str) -> Distress:
    """The kinds of distress that a text of any length tells of, by the rules of now. One query.

    Nothing of the text is kept: not here, not in a log, not in a count.
    """
    return editorial_at(head()).triggers_in(text).distress


def notices_of(distress: Distress) -> tuple[Notice, ...]:
    """What is said about these kinds of distress, by the rules of now, danger first. One query."""
    return notices_about(distress, editorial_at(head()).stop_rules)


def log_editorial_changes() -> None:
    """Note every change of what editors decide in the change log."""
    log_changes_of(KIND, Synonym, Promotion, StopNotice)


def _rows() -> Iterable[EditorialRow]:
    """All three tables in one query."""
    nothing, zero = _text(""), Value(0, IntegerField())
    plain = (nothing, nothing, nothing)
    synonyms = _columns(Synonym, _text("synonym"), "terms", nothing, nothing, nothing, nothing, zero, *plain)
    promotions = _columns(Promotion, _text("promotion"), "words", "title", "url", "kind", "key", "position", *plain)
    # The link's text is stored where a promotion has its kind.
    notice = ("words", "message", "link_url", "link_text", nothing, "position", "heading", "kinds", "harmless")
    notices = _columns(StopNotice, _text("stop_notice"), *notice)
    return [EditorialRow(*row) for row in synonyms.union(promotions, notices, all=True)]


def _stop_rule(row: EditorialRow) -> StopRule:
    kinds = tuple(_phrases(row.distress))
    return StopRule(Notice(row.text, row.url, row.kind, row.heading, kinds), _own_label(row))


def _labels(row: EditorialRow) -> list[str]:
    """What the words of a notice tell of: its kinds of distress, or only this notice."""
    return _phrases(row.distress) or [_own_label(row)]


def _own_label(row: EditorialRow) -> str:
    return f"notice {row.pk}"


def _phrases(text: str) -> list[str]:
    return [phrase for part in text.split(",") if (phrase := part.strip())]


def _columns(model: Any, *columns: Any) -> QuerySet:
    return model.objects.order_by().values_list(*columns, "pk")


def _text(value: str) -> Value:
    return Value(value, CharField())


def _named(row: EditorialRow) -> list[Words]:
    return [words for words in map(folded_words, row.words.split(",")) if words]


def _folded(text: str) -> str:
    return " ".join(folded_words(text))
