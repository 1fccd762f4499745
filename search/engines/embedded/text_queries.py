"""From strict to forgiving: the ways in which a text can match, best first."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tantivy import Occur, Query

from search.engines.embedded import schema
from search.engines.embedded.expansion import Alternative, Term
from search.engines.embedded.word_queries import BOOSTS, Way, WordWriter
from search.engines.embedded.wording import Wording

EXACT_NAME = 60.0
PHRASE_BONUS = 0.5
# Comparing the places of words in so many documents takes longer than everything else together.
MOST_IN_ORDER = 100_000
# What has every word comes before what only came in when fewer would do.
EVERY_WORD = 1_000.0
# What was typed comes before what means the same.
ALTERNATIVE = 0.8
MOST = 0.6
# A text of so many words is a description rather than a name; one or two results for it leave too much out.
DESCRIBES_FROM = 3
ENOUGH = 3


class Rung(NamedTuple):
    """One way to match.

    query scores, matching finds the same documents without. So many of the words are needed. forgiving means that
    it was widened beyond what was typed; label says it in words.
    """

    query: Query
    matching: Query
    wording: Wording
    needed: int
    forgiving: bool
    label: str

    @property
    def is_loose(self) -> bool:
        """Whether any one of several words will do."""
        return self.needed < min(len(self.wording.terms), 2)


def rungs(wording: Wording, writer: "QueryWriter") -> Iterator[Rung]:
    """The ways to match a wording: every word, every word with typing errors, most words, any word.

    Phrases in quotation marks hold on every rung.
    """
    yield writer.rung(wording, len(wording.terms), typos=False, label="every word")
    if not wording.terms:
        return
    needed = dict.fromkeys((len(wording.terms), math.ceil(len(wording.terms) * MOST), 1))
    for count in needed:
        label = f"{count} of {len(wording.terms)} words, with typing errors"
        yield writer.rung(wording, count, typos=True, label=label)


class QueryWriter(WordWriter):
    """Writes the queries for the parts of a wording, and for all of it."""

    def rung(self, wording: Wording, needed: int, *, typos: bool, label: str) -> Rung:
        """A wording of which so many words are needed, and all phrases."""
        phrases = [(Occur.Must, self.phrase(phrase)) for phrase in wording.phrases]
        best, present = [], []
        for number in range(len(wording.terms)):
            ways = self.ways(wording, number, typos=typos)
            best.append(self.best_of(ways))
            present.append(self.present(ways))
        scored = phrases + _enough(best, needed)
        if names := self._names(wording):
            scored.append((Occur.Should, self._named(names)))
        if len(best) > 1:
            scored.append((Occur.Should, self.words_in_order(wording)))
            if typos:
                scored.append((Occur.Should, self.every_word(wording)))
        if needed < len(present):
            present = [self.among(query) for query in present]
        matching = phrases + _enough(present, needed)
        return Rung(_joined(scored), _joined(matching), wording, needed, forgiving=typos, label=label)

    def again(self, rung: Rung) -> Rung:
        """A rung that another writer wrote."""
        return self.rung(rung.wording, rung.needed, typos=rung.forgiving, label=rung.label)

    def enough(self, wording: Wording) -> int:
        """With so many matches on one rung there is no need for the next."""
        return ENOUGH if len(wording.terms) >= DESCRIBES_FROM and not self._names(wording) else 1

    def ways(self, wording: Wording, number: int, *, typos: bool) -> list[Way]:
        """How one word can be present: itself, or what may stand for a part of the text that it belongs to.

        Each word of "criminal justice social work" is present where "CJSW" is.
        """
        last = number == len(wording.terms) - 1
        ways = self.word(wording.terms[number], typos=typos, prefix=last)
        for other in wording.alternatives:
            if other.start <= number < other.end and self.knows(other.terms):
                # A phrase scores as much as all its words together; here it stands in for one word.
                weight = ALTERNATIVE / len(other.terms)
                phrase = self.phrase(other.terms)
                matching = self.anywhere(other.terms[0]) if len(other.terms) == 1 else phrase
                ways.append(Way(other.whole, Query.boost_query(phrase, weight), matching))
        return ways

    def words_in_order(self, wording: Wording) -> Query:
        """A bonus for all words next to each other, in the fields where that tells documents apart in good time."""
        fields = [field for field in BOOSTS if 0 < self._rarest(wording.terms, field) <= MOST_IN_ORDER]
        if not fields:
            return Query.empty_query()
        return Query.boost_query(self.in_order(wording.terms, fields), PHRASE_BONUS)

    def _rarest(self, terms: Sequence[Term], field: str) -> int:
        """How many documents have that word of some in a field which fewest have."""
        return min(self._searcher.doc_freq(field, term.stem) for term in terms)

    def every_word(self, wording: Wording) -> Query:
        """A bonus for all words as typed, when fewer would do."""
        ways = [self.ways(wording, number, typos=False) for number in range(len(wording.terms))]
        words = [(Occur.Must, self.present(of_word)) for of_word in ways]
        return Query.const_score_query(Query.boolean_query(words), EVERY_WORD)

    def whole_name(self, wording: Wording) -> Query:
        """The text, or what may stand for all of it, as a whole title or alias."""
        return self._named(self._names(wording))

    def _named(self, names: Sequence[tuple[str, float]]) -> Query:
        return Query.disjunction_max_query(
            [
                Query.const_score_query(Query.term_query(self._schema, schema.EXACT, name, "basic"), score)
                for name, score in names
            ]
        )

    def _names(self, wording: Wording) -> list[tuple[str, float]]:
        """The whole names looked for that there are, each with its score."""
        names = [(wording.whole, EXACT_NAME)]
        if not wording.phrases:
            names += [
                (other.whole, EXACT_NAME * ALTERNATIVE) for other in wording.alternatives if _is_all(other, wording)
            ]
        return [(name, score) for name, score in names if self._searcher.doc_freq(schema.EXACT, name)]


def _enough(words: Sequence[Query], needed: int) -> list[tuple[Occur, Query]]:
    if needed == len(words):
        return [(Occur.Must, word) for word in words]
    some = Query.boolean_query([(Occur.Should, word) for word in words], minimum_number_should_match=needed)
    return [(Occur.Must, some)] if words else []


def _joined(clauses: Sequence[tuple[Occur, Query]]) -> Query:
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(list(clauses))


def _is_all(alternative: Alternative, wording: Wording) -> bool:
    return alternative.start == 0 and alternative.end == len(wording.terms)
