"""How a word or phrase can be present in a document, as queries."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tantivy import Occur

from search.engines.embedded.analysis import Term
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.query_language import Clauses, EngineQuery, IndexedWords, QueryLanguage
from search.engines.embedded.storage import schema

BOOSTS = {schema.TITLE: 6.0, schema.ALIASES: 6.0, schema.SUMMARY: 2.0, schema.BODY: 1.0}
NAME_PREFIX = 3.0
TEXT_PREFIX = 0.5
NAME_TYPO = 2.0
TEXT_TYPO = 0.5
# Of a DisjunctionMaxQuery: the best field counts, the others only break ties.
TIE_BREAKER = 0.1
SHORTEST_NAME_PREFIX = 2
SHORTEST_TEXT_PREFIX = 3
SHORTEST_KNOWN_PREFIX = 5
MOST_LONGER = 30
ONE_TYPO_FROM = 5
TWO_TYPOS_FROM = 8
NEAR_NAME = "nearly a word of a name"
NEAR_TEXT = "nearly a word of the text"


class Disjunct(NamedTuple):
    """One of the queries of which the best counts, as in Lucene's DisjunctionMaxQuery.

    query scores. matching finds the same documents without scoring; None where that of another disjunct does so too.
    """

    label: str
    query: EngineQuery
    matching: EngineQuery | None


def typos_allowed(word: str) -> int:
    """How many typing errors a word of this length may hold."""
    if len(word) >= TWO_TYPOS_FROM:
        return 2
    return 1 if len(word) >= ONE_TYPO_FROM else 0


class WordWriter:
    """Writes the queries for words and phrases."""

    def __init__(
        self,
        vocabulary: IndexedWords,
        queries: QueryLanguage,
        expansion: Expansion,
        within: Clauses = (),
    ) -> None:
        """vocabulary tells which words there are, so that none is looked for where it cannot be.

        within: clauses that every document must match anyway. They are put into each part of a disjunction, because
        Tantivy goes through all documents of one, however few the rest of the query lets pass. They add nothing
        to a score.
        """
        self._vocabulary = vocabulary
        self._queries = queries
        self._expansion = expansion
        self._analysis = expansion.analysis
        self._within = within
        self._written: dict[Hashable, list[Disjunct]] = {}

    def _once(self, what: Hashable, write: Callable[[], list[Disjunct]]) -> list[Disjunct]:
        """Write what is not written yet: each strategy asks for the same again, and so does each part of one."""
        if what not in self._written:
            self._written[what] = write()
        return self._written[what]

    def best_of(self, disjuncts: Sequence[Disjunct]) -> EngineQuery:
        """The best disjunct, and a little for the others."""
        return self._best([disjunct.query for disjunct in disjuncts])

    def present(self, disjuncts: Sequence[Disjunct]) -> EngineQuery:
        """Matches what one of the disjuncts matches, without a score."""
        matching = [disjunct.matching for disjunct in disjuncts if disjunct.matching is not None]
        if len(matching) == 1:
            return matching[0]
        return self._queries.boolean([(Occur.Should, self.among(query)) for query in matching])

    def word(self, term: Term, *, typos: bool, prefix: bool) -> list[Disjunct]:
        """A word in each field that has it; with typing errors, or as the beginning of another word, if so wanted."""
        return self._once((term, typos, prefix), partial(self._word, term, typos=typos, prefix=prefix))

    def _word(self, term: Term, *, typos: bool, prefix: bool) -> list[Disjunct]:
        fields = [field for field in BOOSTS if self._vocabulary.doc_freq(field, term.stem)]
        # The posting list of `words` holds the documents of all fields, so only the first needs one to match.
        disjuncts = [
            Disjunct(field, self._in_field(field, term), None if number else self.anywhere(term))
            for number, field in enumerate(fields)
        ]
        # Who types "men" does not mean "mental"; who types "rehab" also means "rehabilitation".
        if prefix and (not disjuncts or len(term.plain) >= SHORTEST_KNOWN_PREFIX):
            disjuncts += self._prefixes(term)
        allowed = typos_allowed(term.plain) if typos else 0
        if allowed:
            disjuncts.append(self._flat(NEAR_NAME, self._near_miss(schema.NAME_WORDS, term, allowed), NAME_TYPO))
            disjuncts.append(self._flat(NEAR_TEXT, self._near_miss(schema.TEXT_WORDS, term, allowed), TEXT_TYPO))
        return disjuncts

    def _in_field(self, field: str, term: Term) -> EngineQuery:
        return self.among(self._queries.boost(self._queries.term(field, term.stem), BOOSTS[field]))

    def anywhere(self, term: Term) -> EngineQuery:
        """Matches what has a word in some field."""
        return self._queries.term(schema.WORDS, term.stem, "basic")

    def knows(self, terms: Sequence[Term]) -> bool:
        """Whether each of these words stands in some document."""
        return all(self._vocabulary.doc_freq(schema.WORDS, term.stem) for term in terms)

    def _prefixes(self, term: Term) -> Iterator[Disjunct]:
        chosen = (
            ("beginning of a word of a name", schema.NAME_WORDS, SHORTEST_NAME_PREFIX, NAME_PREFIX),
            ("beginning of a word of the text", schema.TEXT_WORDS, SHORTEST_TEXT_PREFIX, TEXT_PREFIX),
        )
        for label, field, shortest, score in chosen:
            longer = self._longer_words(field, term) if len(term.plain) >= shortest else None
            if longer is not None:
                yield self._flat(label, longer, score)

    def _longer_words(self, field: str, term: Term) -> EngineQuery | None:
        """Matches the words that begin so and are not forms of the word itself, which are found anyway."""
        words = [word for word, _ in self._vocabulary.terms_with_prefix(field, term.plain, None, MOST_LONGER + 1)]
        if len(words) > MOST_LONGER:
            return self._queries.beginnings(field, term.plain)
        if words in ([], [term.plain]):
            return None
        stems = self._analysis.stemmed.analyze(" ".join(words))
        others = [word for word, stem in zip(words, stems, strict=True) if stem != term.stem]
        if not others:
            return None
        return self._queries.boolean([(Occur.Should, self._queries.term(field, word, "basic")) for word in others])

    def _near_miss(self, field: str, term: Term, allowed: int) -> EngineQuery:
        return self._queries.near_misses(field, term.plain, allowed)

    def phrase(self, terms: Sequence[Term]) -> EngineQuery:
        """Words as they stand."""
        if len(terms) == 1:
            return self.best_of(self.word(terms[0], typos=False, prefix=False))
        return self.in_order(terms, tuple(BOOSTS))

    def in_order(self, terms: Sequence[Term], fields: Sequence[str]) -> EngineQuery:
        """Words next to each other, in the best of some fields."""
        stems = [term.stem for term in terms]
        phrases = [(field, self._queries.phrase(field, stems)) for field in fields]
        return self._best([self.among(self._queries.boost(phrase, BOOSTS[field])) for field, phrase in phrases])

    def among(self, query: EngineQuery) -> EngineQuery:
        """A query, only for what has to be there in any case."""
        return self._queries.boolean([(Occur.Must, query), *self._within]) if self._within else query

    def _flat(self, label: str, matching: EngineQuery, score: float) -> Disjunct:
        return Disjunct(label, self._queries.constant(matching, score), matching)

    def _best(self, queries: list[EngineQuery]) -> EngineQuery:
        """The best of some queries, and a little for the others."""
        return queries[0] if len(queries) == 1 else self._queries.best(queries, TIE_BREAKER)
