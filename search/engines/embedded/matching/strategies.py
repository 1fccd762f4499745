"""The strategies by which a text can match, from strict to forgiving."""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tantivy import Occur

from search.engines.embedded.analysis import Term
from search.engines.embedded.matching.clauses import any_query, enough_of, joined
from search.engines.embedded.matching.name_queries import ALTERNATIVE_BOOST, NameWriter
from search.engines.embedded.matching.parsed_text import ParsedText, TermGroup
from search.engines.embedded.matching.query_language import EngineQuery
from search.engines.embedded.matching.word_queries import BOOSTS, Disjunct
from search.text.stop_words import GENERIC

PHRASE_BONUS = 0.5
# Above this many documents with the rarest word, comparing positions takes longer than the rest of the search.
MOST_IN_ORDER = 100_000
# Once fewer words are enough, documents that have every word still come first.
EVERY_WORD = 1_000.0
EVERY_WORD_OF_MANY = 1.0
MOST_WORDS_SHARE = 0.6
# Words that a document need not have still add to its score; those that may be in any name add less.
UNNEEDED, GENERIC_WEIGHT = 1.0, 0.3
# The words of a phrase that stand apart score less than the phrase.
SCATTERED_BOOST = 0.6
# Beside what a text was understood as, its words count again, for a part of themselves.
AS_TYPED_BOOST = 0.3
AS_TYPED_SHARE, FEWEST_AS_TYPED = 0.5, 2
# Who says several things may find them in several places. Those with all of them come first.
ALL_BUT_ONE_BOOST = 0.1
# From this many words on, a text describes rather than names something, and one or two results leave too much out.
DESCRIBES_FROM = 3
# Up to this many words may be a name. In a longer text of which something was understood, that part is required.
NAMES_UP_TO = 3
# From this many words on, a text is a sentence, which says one thing in several words: no page has all of them.
SENTENCE_FROM = 5
ENOUGH_MATCHES = 3


class Part(NamedTuple):
    """A part of a text that is enough by itself, in words, with a score and without."""

    label: str
    query: EngineQuery
    matching: EngineQuery


class MatchStrategy(NamedTuple):
    """One query for a text.

    query scores; matching finds the same documents without scoring. needed: how many of the groups a document must
    match. forgiving: typing errors are allowed. label says all this in words. parts: a document may match one of them
    instead.
    """

    query: EngineQuery
    matching: EngineQuery
    parsed: ParsedText
    groups: tuple[TermGroup, ...]
    needed: int
    forgiving: bool
    label: str
    parts: tuple[Part, ...] = ()

    @property
    def is_loose(self) -> bool:
        """Whether any one of several words will do."""
        return self.needed < min(len(self.groups), 2) and not any(group.meant for group in self.groups)


def strategies(parsed: ParsedText, writer: "QueryWriter") -> Iterator[MatchStrategy]:
    """The strategies for a text: every word; what was understood of it; with typing errors; most words; any word.

    Phrases in quotation marks hold in every strategy.
    """
    groups = without_unneeded(parsed, parsed.groups(), parsed.noise)
    unneeded = parsed.noise | parsed.optional
    keywords = without_unneeded(parsed, groups, unneeded)
    core = tuple([group for group in groups if group.meant])
    if not core or len(keywords) <= NAMES_UP_TO:
        yield writer.strategy(parsed, groups, len(groups), typos=False, label="every word")
    if not parsed.terms:
        return
    if core:
        yield writer.understood(parsed, core)
    elif keywords != groups:
        yield writer.strategy(parsed, keywords, len(keywords), typos=False, label="every word that tells something")
    if not core and len(keywords) >= SENTENCE_FROM:
        needed = math.ceil(len(keywords) * MOST_WORDS_SHARE)
        yield writer.strategy(parsed, keywords, needed, typos=False, label=f"{needed} of {len(keywords)} words")
    yield from _forgiving(parsed, writer, unneeded)


def _forgiving(parsed: ParsedText, writer: "QueryWriter", unneeded: frozenset[int]) -> Iterator[MatchStrategy]:
    read = [parsed.groups(writer.knows)]
    if parsed.has_spans:
        # The words of a phrase count one by one when neither it nor all of them are found.
        read.append(parsed.groups(writer.knows, doubted=True))
        read.append(tuple(TermGroup((number,)) for number in range(len(parsed.terms))))
    for groups in dict.fromkeys(without_unneeded(parsed, each, unneeded) for each in read):
        for count in dict.fromkeys((len(groups), math.ceil(len(groups) * MOST_WORDS_SHARE), 1)):
            label = f"{count} of {len(groups)} words, with typing errors"
            yield writer.strategy(parsed, groups, count, typos=True, label=label)


def without_unneeded(
    parsed: ParsedText, groups: tuple[TermGroup, ...], unneeded: frozenset[int]
) -> tuple[TermGroup, ...]:
    """The groups without the words that are not needed, unless there are no others."""
    keywords = tuple([group for group in groups if group.meant or unneeded.isdisjoint(group.numbers)])
    return keywords or groups


class QueryWriter(NameWriter):
    """Writes the queries for the parts of a parsed text, and for all of it."""

    def strategy(
        self, parsed: ParsedText, groups: tuple[TermGroup, ...], needed: int, *, typos: bool, label: str
    ) -> MatchStrategy:
        """Matches so many of the groups, and all phrases. What need not be there counts if the engine takes it all."""
        phrases = [(Occur.Must, self.phrase(phrase)) for phrase in parsed.phrases]
        disjuncts = [self.group_disjuncts(parsed, group, typos=typos) for group in groups]
        best = [self.best_of(of_group) for of_group in disjuncts]
        present = [self.present(of_group) for of_group in disjuncts]
        scored = phrases + enough_of(best, needed, self._queries)
        bonuses = [(Occur.Should, query) for query in self._extras(parsed, groups, typos=typos)]
        query = joined([*scored, *bonuses], self._queries)
        if needed < len(present):
            present = [self.among(query) for query in present]
        matching = phrases + enough_of(present, needed, self._queries)
        return MatchStrategy(
            query if self._queries.takes(query) else joined(scored, self._queries),
            joined(matching, self._queries),
            parsed,
            groups,
            needed,
            forgiving=typos,
            label=label,
        )

    def understood(self, parsed: ParsedText, core: tuple[TermGroup, ...]) -> MatchStrategy:
        """Matches all that was understood. All but one of it will do, or half of the words as they were typed.

        What a document says of itself is worth as much as what it is filed under. Parts are left out where the engine
        takes no more clauses.
        """
        strategy = self.strategy(parsed, core, len(core), typos=False, label="what was understood")
        parts = (*self._all_but_one(parsed, core), *self._as_typed(parsed))
        for number in range(len(parts), 0, -1):
            query = any_query([strategy.query, *(part.query for part in parts[:number])], self._queries)
            if self._queries.takes(query):
                matching = any_query([strategy.matching, *(part.matching for part in parts[:number])], self._queries)
                return strategy._replace(query=query, matching=matching, parts=parts[:number])
        return strategy

    def _all_but_one(self, parsed: ParsedText, core: tuple[TermGroup, ...]) -> Iterator[Part]:
        if len(core) > 1:
            label = "all but one of what was understood"
            fewer = self.strategy(parsed, core, len(core) - 1, typos=False, label=label)
            yield Part(label, self._queries.boost(fewer.query, ALL_BUT_ONE_BOOST), fewer.matching)

    def _as_typed(self, parsed: ParsedText) -> Iterator[Part]:
        """Half of the words, whatever they mean, unless there are too few."""
        numbers = [number for number in range(len(parsed.terms)) if number not in parsed.noise]
        if len(numbers) < FEWEST_AS_TYPED:
            return
        needed = max(FEWEST_AS_TYPED, math.ceil(len(numbers) * AS_TYPED_SHARE))
        phrases = [(Occur.Must, self.phrase(phrase)) for phrase in parsed.phrases]
        disjuncts = [self.disjuncts(parsed, number, typos=False) for number in numbers]
        best = [self.best_of(of_word) for of_word in disjuncts]
        scored = joined([*phrases, *enough_of(best, needed, self._queries)], self._queries)
        present = [self.among(self.present(of_word)) for of_word in disjuncts]
        matching = joined([*phrases, *enough_of(present, needed, self._queries)], self._queries)
        yield Part("half of the words as typed", self._queries.boost(scored, AS_TYPED_BOOST), matching)

    def _extras(self, parsed: ParsedText, groups: Sequence[TermGroup], *, typos: bool) -> Iterator[EngineQuery]:
        """What need not be there, but counts where it is."""
        if names := self._names(parsed):
            yield self._named(names)
        needed = {number for group in groups for number in group.numbers}
        others = [number for number in range(len(parsed.terms)) if number not in needed]
        for number in others:
            weight = GENERIC_WEIGHT if parsed.terms[number].plain in GENERIC else UNNEEDED
            if number not in parsed.noise:
                yield self._queries.boost(self.best_of(self.disjuncts(parsed, number, typos=False)), weight)
        for span in parsed.spans:
            for disjunct in self.values_meant(span.doubted):
                yield disjunct.query
        if len(parsed.terms) > 1:
            yield self.words_in_order(parsed)
            if typos or not parsed.noise.issuperset(others):
                yield self.every_word(parsed, without_unneeded(parsed, parsed.groups(), parsed.noise))

    def rewrite(self, strategy: MatchStrategy) -> MatchStrategy:
        """A strategy of another writer, with this writer's clauses."""
        if strategy.parts:
            return self.understood(strategy.parsed, strategy.groups)
        return self.strategy(
            strategy.parsed, strategy.groups, strategy.needed, typos=strategy.forgiving, label=strategy.label
        )

    def typed(self, strategy: MatchStrategy) -> EngineQuery:
        """The words themselves, to be marked in a text: nobody typed what they were understood as."""
        parsed = strategy.parsed
        words = [self.disjuncts(parsed, number, typos=strategy.forgiving) for number in range(len(parsed.terms))]
        queries = [*map(self.best_of, words), *map(self.phrase, parsed.phrases)]
        return any_query(queries, self._queries)

    def enough(self, parsed: ParsedText) -> int:
        """How many matches make the next, more forgiving strategy unnecessary."""
        groups = without_unneeded(parsed, parsed.groups(), parsed.noise)
        describes = len(groups) >= DESCRIBES_FROM or any(group.meant for group in groups)
        return ENOUGH_MATCHES if describes and not self._names(parsed) else 1

    def group_disjuncts(self, parsed: ParsedText, group: TermGroup, *, typos: bool) -> list[Disjunct]:
        """The queries of which one must match: all words of a group, or a value that it stands for."""
        if not group.meant:
            return self.disjuncts(parsed, group.numbers[0], typos=typos)
        own = self._once((parsed.terms, group, typos), partial(self._own_words, parsed, group, typos=typos))
        return [*own, *self.values_meant(group.meant)]

    def _own_words(self, parsed: ParsedText, group: TermGroup, *, typos: bool) -> list[Disjunct]:
        """The words of a phrase as they stand, or several of them anywhere.

        One word of a phrase is not the phrase: who needs throughcare does not look for "care".
        """
        disjuncts = [self.disjuncts(parsed, number, typos=typos) for number in group.numbers]
        if not group.in_order:
            return disjuncts[0]
        in_order = self.in_order(group.in_order, tuple(BOOSTS))
        found = [Disjunct("in order", in_order, self._queries.constant(in_order, 0.0))]
        if len(group.numbers) > 1:
            best = self._queries.boolean([(Occur.Must, self.best_of(of_word)) for of_word in disjuncts])
            present = self._queries.boolean([(Occur.Must, self.present(of_word)) for of_word in disjuncts])
            found.append(Disjunct("all its words", self._queries.boost(best, SCATTERED_BOOST), present))
        return found

    def disjuncts(self, parsed: ParsedText, number: int, *, typos: bool) -> list[Disjunct]:
        """The queries of which one must match: the word itself, or what may stand for a part of the text with it.

        Each word of "criminal justice social work" is present where "CJSW" is.
        """
        last = number == len(parsed.terms) - 1
        disjuncts = [*self.word(parsed.terms[number], typos=typos, prefix=last)]
        for other in parsed.alternatives:
            if other.start <= number < other.end and self.knows(other.terms):
                # A phrase scores as much as all its words together; here it stands in for one word.
                weight = ALTERNATIVE_BOOST / len(other.terms)
                phrase = self.phrase(other.terms)
                matching = self.anywhere(other.terms[0]) if len(other.terms) == 1 else phrase
                disjuncts.append(Disjunct(other.whole, self._queries.boost(phrase, weight), matching))
        return disjuncts

    def words_in_order(self, parsed: ParsedText) -> EngineQuery:
        """A bonus for all words next to each other, in the fields where that tells documents apart in good time."""
        fields = [field for field in BOOSTS if 0 < self._rarest(parsed.terms, field) <= MOST_IN_ORDER]
        if not fields:
            return self._queries.nothing()
        return self._queries.boost(self.in_order(parsed.terms, fields), PHRASE_BONUS)

    def _rarest(self, terms: Sequence[Term], field: str) -> int:
        """How many documents have that word of some in a field which fewest have."""
        return min(self._vocabulary.doc_freq(field, term.stem) for term in terms)

    def every_word(self, parsed: ParsedText, groups: Sequence[TermGroup]) -> EngineQuery:
        """A bonus for all groups as typed, when fewer would do."""
        disjuncts = [self.group_disjuncts(parsed, group, typos=False) for group in groups]
        words = [(Occur.Must, self.present(of_word)) for of_word in disjuncts]
        is_name = len(groups) <= NAMES_UP_TO and not any(group.meant for group in groups)
        bonus = EVERY_WORD if is_name else EVERY_WORD_OF_MANY
        return self._queries.constant(self._queries.boolean(words), bonus)
