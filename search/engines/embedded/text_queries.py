"""From strict to forgiving: the ways in which a text can match, best first."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur, Query

from search.engines.embedded import schema
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.expansion import Alternative, Term
from search.engines.embedded.filters import Clause
from search.engines.embedded.wording import Wording

BOOSTS = {schema.TITLE: 6.0, schema.ALIASES: 6.0, schema.SUMMARY: 2.0, schema.BODY: 1.0}
EXACT_NAME = 60.0
NAME_PREFIX = 3.0
TEXT_PREFIX = 0.5
NAME_TYPO = 2.0
TEXT_TYPO = 0.5
PHRASE_BONUS = 0.5
# Comparing the places of words in so many documents takes longer than everything else together.
MOST_IN_ORDER = 100_000
# What has every word comes before what only came in when fewer would do.
EVERY_WORD = 1_000.0
# What was typed comes before what means the same.
ALTERNATIVE = 0.8
# Best field wins; the others only break ties.
TIE_BREAKER = 0.1
SHORTEST_NAME_PREFIX = 2
SHORTEST_TEXT_PREFIX = 3
SHORTEST_KNOWN_PREFIX = 5
MOST_LONGER = 30
ONE_TYPO_FROM = 5
TWO_TYPOS_FROM = 8
MOST = 0.6
# A text of so many words is a description rather than a name; one or two results for it leave too much out.
DESCRIBES_FROM = 3
ENOUGH = 3
NEAR_NAME = "nearly a word of a name"
NEAR_TEXT = "nearly a word of the text"

# What a way of matching is called, and its query.
Way = tuple[str, Query]


@dataclass(frozen=True, slots=True)
class Rung:
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


def typos_allowed(word: str) -> int:
    """How many typing errors a word of this length may hold."""
    if len(word) >= TWO_TYPOS_FROM:
        return 2
    return 1 if len(word) >= ONE_TYPO_FROM else 0


class QueryWriter:
    """Writes the queries for the parts of a wording, and for all of it."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        index_schema: tantivy.Schema,
        analysis: Analysis,
        within: Sequence[Clause] = (),
    ) -> None:
        """searcher tells which words there are, so that none is looked for where it cannot be.

        within is what every document must have in any case, and adds nothing to a score. What is written may find
        more without it: Tantivy goes through all documents of an either-or, however few of them the rest of a query
        lets pass, so each common word is looked for only among those.
        """
        self._searcher = searcher
        self._schema = index_schema
        self._analysis = analysis
        self._within = within

    def rung(self, wording: Wording, needed: int, *, typos: bool, label: str) -> Rung:
        """A wording of which so many words are needed, and all phrases."""
        ways = [self.ways(wording, number, typos=typos) for number in range(len(wording.terms))]
        phrases = [(Occur.Must, self.phrase(phrase)) for phrase in wording.phrases]
        scored = [*phrases, *_enough([self.best_of(of_word) for of_word in ways], needed)]
        if len(wording.terms) > 1:
            scored.append((Occur.Should, self.words_in_order(wording)))
        if names := self._names(wording):
            scored.append((Occur.Should, self._named(names)))
        if typos and len(ways) > 1:
            scored.append((Occur.Should, self.every_word(wording)))
        matching = [*phrases, *_enough([_any_of(of_word) for of_word in ways], needed)]
        return Rung(
            Query.boolean_query(scored),
            _joined(matching),
            wording,
            needed,
            forgiving=typos,
            label=label,
        )

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
        ways = self._word(wording.terms[number], typos=typos, prefix=last)
        for other in wording.alternatives:
            if other.start <= number < other.end and self._knows(other.terms):
                # A phrase scores as much as all its words together; here it stands in for one word.
                weight = ALTERNATIVE / len(other.terms)
                ways.append((other.whole, Query.boost_query(self.phrase(other.terms), weight)))
        return ways

    def best_of(self, ways: Sequence[Way]) -> Query:
        """The best of some ways, and a little for the others."""
        return Query.disjunction_max_query([query for _, query in ways], TIE_BREAKER)

    def words_in_order(self, wording: Wording) -> Query:
        """A bonus for all words next to each other, in the fields where that tells documents apart in good time."""
        fields = [field for field in BOOSTS if 0 < self._rarest(wording.terms, field) <= MOST_IN_ORDER]
        if not fields:
            return Query.empty_query()
        return Query.boost_query(self._in_order(wording.terms, fields), PHRASE_BONUS)

    def _rarest(self, terms: Sequence[Term], field: str) -> int:
        """How many documents have that word of some in a field which fewest have."""
        return min(self._searcher.doc_freq(field, term.stem) for term in terms)

    def every_word(self, wording: Wording) -> Query:
        """A bonus for all words as typed, when fewer would do."""
        ways = [self.ways(wording, number, typos=False) for number in range(len(wording.terms))]
        words = [(Occur.Must, _any_of(of_word)) for of_word in ways]
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

    def _word(self, term: Term, *, typos: bool, prefix: bool) -> list[Way]:
        ways = [
            (field, self._among(Query.boost_query(Query.term_query(self._schema, field, term.stem), boost)))
            for field, boost in BOOSTS.items()
            if self._searcher.doc_freq(field, term.stem)
        ]
        # Who types "men" does not mean "mental"; who types "rehab" also means "rehabilitation".
        if prefix and (not ways or len(term.plain) >= SHORTEST_KNOWN_PREFIX):
            ways += self._prefixes(term)
        allowed = typos_allowed(term.plain) if typos else 0
        if allowed:
            ways.append((NEAR_NAME, self._near_miss(schema.NAME_WORDS, term, allowed, NAME_TYPO)))
            ways.append((NEAR_TEXT, self._near_miss(schema.TEXT_WORDS, term, allowed, TEXT_TYPO)))
        return ways

    def _knows(self, terms: Sequence[Term]) -> bool:
        """Whether each of these words stands in some document."""
        return all(any(self._searcher.doc_freq(field, term.stem) for field in BOOSTS) for term in terms)

    def _prefixes(self, term: Term) -> Iterator[Way]:
        chosen = (
            ("beginning of a word of a name", schema.NAME_WORDS, SHORTEST_NAME_PREFIX, NAME_PREFIX),
            ("beginning of a word of the text", schema.TEXT_WORDS, SHORTEST_TEXT_PREFIX, TEXT_PREFIX),
        )
        for label, field, shortest, score in chosen:
            longer = self._longer_words(field, term) if len(term.plain) >= shortest else None
            if longer is not None:
                yield label, Query.const_score_query(longer, score)

    def _longer_words(self, field: str, term: Term) -> Query | None:
        """Matches the words that begin so and are not forms of the word itself, which are found anyway."""
        words = [word for word, _ in self._searcher.terms_with_prefix(field, term.plain, None, MOST_LONGER + 1)]
        if len(words) > MOST_LONGER:
            return Query.fuzzy_term_query(self._schema, field, term.plain, distance=0, prefix=True)
        if words in ([], [term.plain]):
            return None
        stems = self._analysis.stemmed.analyze(" ".join(words))
        others = [word for word, stem in zip(words, stems, strict=True) if stem != term.stem]
        if not others:
            return None
        return Query.boolean_query(
            [(Occur.Should, Query.term_query(self._schema, field, word, "basic")) for word in others]
        )

    def _near_miss(self, field: str, term: Term, allowed: int, score: float) -> Query:
        return Query.const_score_query(Query.fuzzy_term_query(self._schema, field, term.plain, allowed), score)

    def phrase(self, terms: Sequence[Term]) -> Query:
        """Words as they stand."""
        if len(terms) == 1:
            return self.best_of(self._word(terms[0], typos=False, prefix=False))
        return self._in_order(terms, tuple(BOOSTS))

    def _in_order(self, terms: Sequence[Term], fields: Sequence[str]) -> Query:
        stems: list[str | tuple[int, str]] = [term.stem for term in terms]
        return Query.disjunction_max_query(
            [
                self._among(Query.boost_query(Query.phrase_query(self._schema, field, stems), BOOSTS[field]))
                for field in fields
            ],
            TIE_BREAKER,
        )

    def _among(self, query: Query) -> Query:
        """A query, only for what has to be there in any case."""
        return Query.boolean_query([(Occur.Must, query), *self._within]) if self._within else query


def _enough(words: Sequence[Query], needed: int) -> list[tuple[Occur, Query]]:
    if needed == len(words):
        return [(Occur.Must, word) for word in words]
    some = Query.boolean_query([(Occur.Should, word) for word in words], minimum_number_should_match=needed)
    return [(Occur.Must, some)] if words else []


def _any_of(ways: Sequence[Way]) -> Query:
    if len(ways) == 1:
        return ways[0][1]
    return Query.boolean_query([(Occur.Should, query) for _, query in ways])


def _joined(clauses: Sequence[tuple[Occur, Query]]) -> Query:
    return clauses[0][1] if len(clauses) == 1 else Query.boolean_query(list(clauses))


def _is_all(alternative: Alternative, wording: Wording) -> bool:
    return alternative.start == 0 and alternative.end == len(wording.terms)
