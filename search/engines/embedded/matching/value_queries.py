"""How a phrase that people say for a value of a facet can be present in a document, as queries."""

from collections.abc import Sequence
from functools import partial

from tantivy import Occur

from search.engines.embedded.analysis import Term
from search.engines.embedded.matching.filters import any_value
from search.engines.embedded.matching.query_language import EngineQuery
from search.engines.embedded.matching.word_queries import Disjunct, WordWriter
from search.engines.embedded.storage import schema
from search.text.phrases import Phrase

# The value a document is filed under scores less than the words of the document.
FILED_BOOST = 1.0
# Of documents filed under the same value, those that have its words in the title come first, then in the summary.
FIELD_BOOSTS = {schema.TITLE: 0.2, schema.SUMMARY: 0.1, schema.BODY: 0.05}
MAX_WORDS_OF_VALUE = 6
# Guides are filed under nothing. For them, the name of the value in the text takes the place of the value.
NAMED_BOOST = 0.4


class ValueWriter(WordWriter):
    """Writes the queries for values of facets."""

    def values_meant(self, phrases: tuple[Phrase, ...]) -> list[Disjunct]:
        """Matches what is filed under one of the values; under several of them is better."""
        return self._once(phrases, partial(self._values_meant, phrases)) if phrases else []

    def _values_meant(self, phrases: Sequence[Phrase]) -> list[Disjunct]:
        queries = [(Occur.Should, self._filed_under(phrase)) for phrase in phrases]
        matching = [(Occur.Should, any_value(phrase.facet, (phrase.value,), self._queries)) for phrase in phrases]
        for query in filter(None, map(self._named_in_text, phrases)):
            queries.append((Occur.Should, query))
            matching.append((Occur.Should, self._queries.constant(query, 0.0)))
        label = " or ".join(f"{phrase.facet} {phrase.value}" for phrase in phrases)
        return [Disjunct(label, self._queries.boolean(queries), self._queries.boolean(matching))]

    def _filed_under(self, phrase: Phrase) -> EngineQuery:
        """The fewer values beside it, the better."""
        filed = self._queries.term(schema.TOPICS, f"{phrase.facet}:{phrase.value}", "freq")
        clauses = [(Occur.Must, self._queries.boost(filed, FILED_BOOST))]
        for term in self._words_for(phrase):
            clauses += [
                (Occur.Should, self._queries.boost(self._queries.term(field, term.stem), boost))
                for field, boost in FIELD_BOOSTS.items()
                if self._vocabulary.doc_freq(field, term.stem)
            ]
        return self._queries.boolean(clauses)

    def _named_in_text(self, phrase: Phrase) -> EngineQuery | None:
        """Matches what nobody files under anything, but speaks of the value by its name."""
        name = self._expansion.name_of(phrase.facet, phrase.value)
        if not name or not self.knows(name):
            return None
        unfiled = self._queries.term(schema.TOPICS, schema.NO_TOPIC, "freq")
        clauses = [(Occur.Must, self._queries.constant(unfiled, 0.0)), (Occur.Must, self.phrase(name))]
        return self._queries.boost(self._queries.boolean(clauses), NAMED_BOOST)

    def _words_for(self, phrase: Phrase) -> list[Term]:
        """The words for the value that most documents have in their name or summary."""
        counted = [
            (sum(self._vocabulary.doc_freq(field, term.stem) for field in FIELD_BOOSTS), term)
            for term in self._expansion.words_for(phrase.facet, phrase.value)
            # Most of what people say stands in no document.
            if self.knows((term,))
        ]
        return [term for count, term in sorted(counted, reverse=True)[:MAX_WORDS_OF_VALUE] if count]
