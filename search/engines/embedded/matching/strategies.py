"""From strict to forgiving: the ways in which a text can match, best first."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tantivy import Occur, Query

from search.engines.embedded.analysis import Term
from search.engines.embedded.matching.expansion import Alternative
from search.engines.embedded.matching.parsed_text import Unit, Wording
from search.engines.embedded.matching.value_queries import ValueWriter
from search.engines.embedded.matching.word_queries import BOOSTS, Way
from search.engines.embedded.storage import schema
from search.text.stop_words import GENERIC

EXACT_NAME = 60.0
PHRASE_BONUS = 0.5
# Comparing the places of words in so many documents takes longer than everything else together.
MOST_IN_ORDER = 100_000
# What has every word comes before what only came in when fewer would do.
EVERY_WORD = 1_000.0
EVERY_WORD_OF_MANY = 3.0
# What was typed comes before what means the same.
ALTERNATIVE = 0.8
MOST = 0.6
# What need not be there counts all the same, for less if it may be in any name.
UNNEEDED, GENERIC_WEIGHT = 1.0, 0.3
# The words of a phrase far from each other say less than the phrase.
SCATTERED = 0.6
# A text of so many words is a description rather than a name; one or two results for it leave too much out.
DESCRIBES_FROM = 3
# So many words may be a name; in a longer text of which something was understood, that is what counts.
NAMES_UP_TO = 3
# A sentence says the same thing in several words; no page needs to have all of them.
TELLS_FROM = 5
ENOUGH = 3


class Rung(NamedTuple):
    """One way to match.

    query scores, matching finds the same documents without. So many of the units are needed. forgiving means that
    it was widened beyond what was typed; label says it in words.
    """

    query: Query
    matching: Query
    wording: Wording
    units: tuple[Unit, ...]
    needed: int
    forgiving: bool
    label: str

    @property
    def is_loose(self) -> bool:
        """Whether any one of several words will do."""
        return self.needed < min(len(self.units), 2) and not any(unit.meant for unit in self.units)


def rungs(wording: Wording, writer: "QueryWriter") -> Iterator[Rung]:
    """The ways to match a wording: every word; what was understood of it; with typing errors; most words; any word.

    Phrases in quotation marks hold on every rung.
    """
    units = told_apart(wording, wording.units(), wording.noise)
    unneeded = wording.noise | wording.optional
    telling = told_apart(wording, units, unneeded)
    core = tuple([unit for unit in units if unit.meant])
    if not core or len(telling) <= NAMES_UP_TO:
        yield writer.rung(wording, units, len(units), typos=False, label="every word")
    if not wording.terms:
        return
    if core:
        yield writer.rung(wording, core, len(core), typos=False, label="what was understood")
    elif telling != units:
        yield writer.rung(wording, telling, len(telling), typos=False, label="every word that tells something")
    if not core and len(telling) >= TELLS_FROM:
        needed = math.ceil(len(telling) * MOST)
        yield writer.rung(wording, telling, needed, typos=False, label=f"{needed} of {len(telling)} words")
    yield from _forgiving(wording, writer, unneeded)


def _forgiving(wording: Wording, writer: "QueryWriter", unneeded: frozenset[int]) -> Iterator[Rung]:
    read = [wording.units(writer.knows)]
    if wording.has_spans:
        # The words of a phrase count one by one when neither it nor all of them are found.
        read.append(wording.units(writer.knows, doubted=True))
        read.append(tuple(Unit((number,)) for number in range(len(wording.terms))))
    for units in dict.fromkeys(told_apart(wording, each, unneeded) for each in read):
        for count in dict.fromkeys((len(units), math.ceil(len(units) * MOST), 1)):
            label = f"{count} of {len(units)} words, with typing errors"
            yield writer.rung(wording, units, count, typos=True, label=label)


def told_apart(wording: Wording, units: tuple[Unit, ...], unneeded: frozenset[int]) -> tuple[Unit, ...]:
    """The units without the words that are not needed, unless there are no others."""
    telling = tuple([unit for unit in units if unit.meant or unneeded.isdisjoint(unit.numbers)])
    return telling or units


class QueryWriter(ValueWriter):
    """Writes the queries for the parts of a wording, and for all of it."""

    def rung(self, wording: Wording, units: tuple[Unit, ...], needed: int, *, typos: bool, label: str) -> Rung:
        """A wording of which so many units are needed, and all phrases."""
        phrases = [(Occur.Must, self.phrase(phrase)) for phrase in wording.phrases]
        ways = [self.unit_ways(wording, unit, typos=typos) for unit in units]
        best = [self.best_of(of_unit) for of_unit in ways]
        present = [self.present(of_unit) for of_unit in ways]
        scored = phrases + _enough(best, needed)
        scored += [(Occur.Should, query) for query in self._extras(wording, units, typos=typos)]
        if needed < len(present):
            present = [self.among(query) for query in present]
        matching = phrases + _enough(present, needed)
        return Rung(_joined(scored), _joined(matching), wording, units, needed, forgiving=typos, label=label)

    def _extras(self, wording: Wording, units: Sequence[Unit], *, typos: bool) -> Iterator[Query]:
        """What need not be there, but counts where it is."""
        if names := self._names(wording):
            yield self._named(names)
        needed = {number for unit in units for number in unit.numbers}
        others = [number for number in range(len(wording.terms)) if number not in needed]
        for number in others:
            weight = GENERIC_WEIGHT if wording.terms[number].plain in GENERIC else UNNEEDED
            if number not in wording.noise:
                yield Query.boost_query(self.best_of(self.ways(wording, number, typos=False)), weight)
        for span in wording.spans:
            for way in self.values_meant(span.doubted):
                yield way.query
        if len(wording.terms) > 1:
            yield self.words_in_order(wording)
            if typos or not wording.noise.issuperset(others):
                yield self.every_word(wording, told_apart(wording, wording.units(), wording.noise))

    def again(self, rung: Rung) -> Rung:
        """A rung that another writer wrote."""
        return self.rung(rung.wording, rung.units, rung.needed, typos=rung.forgiving, label=rung.label)

    def typed(self, rung: Rung) -> Query:
        """The words themselves, to be marked in a text: nobody typed what they were understood as."""
        wording = rung.wording
        words = [self.ways(wording, number, typos=rung.forgiving) for number in range(len(wording.terms))]
        queries = [*map(self.best_of, words), *map(self.phrase, wording.phrases)]
        return Query.boolean_query([(Occur.Should, query) for query in queries])

    def enough(self, wording: Wording) -> int:
        """With so many matches on one rung there is no need for the next."""
        units = told_apart(wording, wording.units(), wording.noise)
        describes = len(units) >= DESCRIBES_FROM or any(unit.meant for unit in units)
        return ENOUGH if describes and not self._names(wording) else 1

    def unit_ways(self, wording: Wording, unit: Unit, *, typos: bool) -> list[Way]:
        """How a unit can be present: all its words, or a value that it stands for."""
        if not unit.meant:
            return self.ways(wording, unit.numbers[0], typos=typos)
        return [*self._own_words(wording, unit, typos=typos), *self.values_meant(unit.meant)]

    def _own_words(self, wording: Wording, unit: Unit, *, typos: bool) -> list[Way]:
        """The words of a phrase as they stand, or several of them anywhere.

        One word of a phrase is not the phrase: who needs throughcare does not look for "care".
        """
        ways = [self.ways(wording, number, typos=typos) for number in unit.numbers]
        if not unit.in_order:
            return ways[0]
        in_order = self.in_order(unit.in_order, tuple(BOOSTS))
        found = [Way("in order", in_order, Query.const_score_query(in_order, 0.0))]
        if len(unit.numbers) > 1:
            best = Query.boolean_query([(Occur.Must, self.best_of(of_word)) for of_word in ways])
            present = Query.boolean_query([(Occur.Must, self.present(of_word)) for of_word in ways])
            found.append(Way("all its words", Query.boost_query(best, SCATTERED), present))
        return found

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

    def every_word(self, wording: Wording, units: Sequence[Unit]) -> Query:
        """A bonus for all units as typed, when fewer would do."""
        ways = [self.unit_ways(wording, unit, typos=False) for unit in units]
        words = [(Occur.Must, self.present(of_word)) for of_word in ways]
        bonus = EVERY_WORD if len(units) <= NAMES_UP_TO else EVERY_WORD_OF_MANY
        return Query.const_score_query(Query.boolean_query(words), bonus)

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
