"""How a phrase that people say for a value of a facet can be present in a document, as queries."""

from collections.abc import Sequence
from typing import Any

from tantivy import Occur, Query

from search.engines.embedded.analysis import Term
from search.engines.embedded.matching.filters import any_of
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Takes what `WordWriter` takes."""
        super().__init__(*args, **kwargs)
        self._meant: dict[tuple[Phrase, ...], list[Disjunct]] = {}

    def values_meant(self, phrases: tuple[Phrase, ...]) -> list[Disjunct]:
        """Matches what is filed under one of the values; under several of them is better."""
        if not phrases:
            return []
        # Each strategy asks again.
        if phrases not in self._meant:
            self._meant[phrases] = self._values_meant(phrases)
        return self._meant[phrases]

    def _values_meant(self, phrases: Sequence[Phrase]) -> list[Disjunct]:
        queries = [(Occur.Should, self._filed_under(phrase)) for phrase in phrases]
        matching = [(Occur.Should, any_of(phrase.facet, (phrase.value,), self._schema)) for phrase in phrases]
        for query in filter(None, map(self._named_in_text, phrases)):
            queries.append((Occur.Should, query))
            matching.append((Occur.Should, Query.const_score_query(query, 0.0)))
        label = " or ".join(f"{phrase.facet} {phrase.value}" for phrase in phrases)
        return [Disjunct(label, Query.boolean_query(queries), Query.boolean_query(matching))]

    def _filed_under(self, phrase: Phrase) -> Query:
        """The fewer values beside it, the better."""
        filed = Query.term_query(self._schema, schema.TOPICS, f"{phrase.facet}:{phrase.value}", "freq")
        clauses = [(Occur.Must, Query.boost_query(filed, FILED_BOOST))]
        for term in self._words_for(phrase):
            clauses += [
                (Occur.Should, Query.boost_query(Query.term_query(self._schema, field, term.stem), boost))
                for field, boost in FIELD_BOOSTS.items()
                if self._searcher.doc_freq(field, term.stem)
            ]
        return Query.boolean_query(clauses)

    def _named_in_text(self, phrase: Phrase) -> Query | None:
        """Matches what nobody files under anything, but speaks of the value by its name."""
        name = self._expansion.name_of(phrase.facet, phrase.value)
        if not name or not self.knows(name):
            return None
        unfiled = Query.term_query(self._schema, schema.TOPICS, schema.NO_TOPIC, "freq")
        clauses = [(Occur.Must, Query.const_score_query(unfiled, 0.0)), (Occur.Must, self.phrase(name))]
        return Query.boost_query(Query.boolean_query(clauses), NAMED_BOOST)

    def _words_for(self, phrase: Phrase) -> list[Term]:
        """The words for the value that most documents have in their name or summary."""
        counted = [
            (sum(self._searcher.doc_freq(field, term.stem) for field in FIELD_BOOSTS), term)
            for term in self._expansion.words_for(phrase.facet, phrase.value)
        ]
        return [term for count, term in sorted(counted, reverse=True)[:MAX_WORDS_OF_VALUE] if count]
