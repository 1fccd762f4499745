"""From strict to forgiving: the ways in which a text can match, best first."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from search.engines.embedded import schema
from search.engines.embedded.expansion import Alternative, Term
from search.engines.embedded.wording import Wording

BOOSTS = {schema.TITLE: 6.0, schema.ALIASES: 6.0, schema.SUMMARY: 2.0, schema.BODY: 1.0}
EXACT_NAME = 60.0
NAME_PREFIX = 3.0
TEXT_PREFIX = 0.5
NAME_TYPO = 2.0
TEXT_TYPO = 0.5
PHRASE_BONUS = 0.5
# What was typed comes before what means the same.
ALTERNATIVE = 0.8
# Best field wins; the others only break ties.
TIE_BREAKER = 0.1
SHORTEST_NAME_PREFIX = 2
SHORTEST_TEXT_PREFIX = 3
ONE_TYPO_FROM = 5
TWO_TYPOS_FROM = 8
MOST = 0.6
NEAR_NAME = "nearly a word of a name"
NEAR_TEXT = "nearly a word of the text"

# What a way of matching is called, and its query.
Way = tuple[str, Query]


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to match. forgiving means that it was widened beyond what was typed; label says it in words."""

    query: Query
    forgiving: bool
    label: str


def rungs(wording: Wording, index_schema: tantivy.Schema) -> Iterator[Rung]:
    """The ways to match a wording: every word, every word with typing errors, most words, any word.

    Phrases in quotation marks hold on every rung.
    """
    writer = QueryWriter(index_schema)
    yield Rung(writer.combined(wording, len(wording.terms), typos=False), forgiving=False, label="every word")
    if not wording.terms:
        return
    needed = dict.fromkeys((len(wording.terms), math.ceil(len(wording.terms) * MOST), 1))
    for count in needed:
        label = f"{count} of {len(wording.terms)} words, with typing errors"
        yield Rung(writer.combined(wording, count, typos=True), forgiving=True, label=label)


def typos_allowed(word: str) -> int:
    """How many typing errors a word of this length may hold."""
    if len(word) >= TWO_TYPOS_FROM:
        return 2
    return 1 if len(word) >= ONE_TYPO_FROM else 0


class QueryWriter:
    """Writes the queries for the parts of a wording, and for all of it."""

    def __init__(self, index_schema: tantivy.Schema) -> None:
        self._schema = index_schema

    def combined(self, wording: Wording, needed: int, *, typos: bool) -> Query:
        """A wording of which so many words are needed, and all phrases."""
        words = [self.best_of(self.ways(wording, number, typos=typos)) for number in range(len(wording.terms))]
        clauses = [(Occur.Must, self.phrase(phrase)) for phrase in wording.phrases]
        if words and needed == len(words):
            clauses += [(Occur.Must, word) for word in words]
        elif words:
            some = Query.boolean_query([(Occur.Should, word) for word in words], minimum_number_should_match=needed)
            clauses.append((Occur.Must, some))
        if len(wording.terms) > 1:
            clauses.append((Occur.Should, self.words_in_order(wording)))
        clauses.append((Occur.Should, self.whole_name(wording)))
        return Query.boolean_query(clauses)

    def ways(self, wording: Wording, number: int, *, typos: bool) -> list[Way]:
        """How one word can be present: itself, or what may stand for a part of the text that it belongs to.

        Each word of "criminal justice social work" is present where "CJSW" is.
        """
        last = number == len(wording.terms) - 1
        ways = self._word(wording.terms[number], typos=typos, prefix=last)
        for other in wording.alternatives:
            if other.start <= number < other.end:
                # A phrase scores as much as all its words together; here it stands in for one word.
                weight = ALTERNATIVE / len(other.terms)
                ways.append((other.whole, Query.boost_query(self.phrase(other.terms), weight)))
        return ways

    def best_of(self, ways: Sequence[Way]) -> Query:
        """The best of some ways, and a little for the others."""
        return Query.disjunction_max_query([query for _, query in ways], TIE_BREAKER)

    def words_in_order(self, wording: Wording) -> Query:
        """A bonus for all words next to each other."""
        return Query.boost_query(self.phrase(wording.terms), PHRASE_BONUS)

    def whole_name(self, wording: Wording) -> Query:
        """The text, or what may stand for all of it, as a whole title or alias."""
        names = [(wording.whole, EXACT_NAME)]
        if not wording.phrases:
            names += [
                (other.whole, EXACT_NAME * ALTERNATIVE) for other in wording.alternatives if _is_all(other, wording)
            ]
        return Query.disjunction_max_query(
            [
                Query.const_score_query(Query.term_query(self._schema, schema.EXACT, name, "basic"), score)
                for name, score in names
            ]
        )

    def _word(self, term: Term, *, typos: bool, prefix: bool) -> list[Way]:
        ways = [
            (field, Query.boost_query(Query.term_query(self._schema, field, term.stem), boost))
            for field, boost in BOOSTS.items()
        ]
        if prefix:
            ways += self._prefixes(term)
        allowed = typos_allowed(term.plain) if typos else 0
        if allowed:
            ways.append((NEAR_NAME, self._near_miss(schema.NAME_WORDS, term, allowed, NAME_TYPO)))
            ways.append((NEAR_TEXT, self._near_miss(schema.TEXT_WORDS, term, allowed, TEXT_TYPO)))
        return ways

    def _prefixes(self, term: Term) -> list[Way]:
        chosen = (
            ("beginning of a word of a name", schema.NAME_WORDS, SHORTEST_NAME_PREFIX, NAME_PREFIX),
            ("beginning of a word of the text", schema.TEXT_WORDS, SHORTEST_TEXT_PREFIX, TEXT_PREFIX),
        )
        return [
            (
                label,
                Query.const_score_query(
                    Query.fuzzy_term_query(self._schema, field, term.plain, distance=0, prefix=True), score
                ),
            )
            for label, field, shortest, score in chosen
            if len(term.plain) >= shortest
        ]

    def _near_miss(self, field: str, term: Term, allowed: int, score: float) -> Query:
        return Query.const_score_query(Query.fuzzy_term_query(self._schema, field, term.plain, allowed), score)

    def phrase(self, terms: Sequence[Term]) -> Query:
        """Words as they stand."""
        if len(terms) == 1:
            return self.best_of(self._word(terms[0], typos=False, prefix=False))
        stems: list[str | tuple[int, str]] = [term.stem for term in terms]
        return Query.disjunction_max_query(
            [
                Query.boost_query(Query.phrase_query(self._schema, field, stems), boost)
                for field, boost in BOOSTS.items()
            ],
            TIE_BREAKER,
        )


def _is_all(alternative: Alternative, wording: Wording) -> bool:
    return alternative.start == 0 and alternative.end == len(wording.terms)
