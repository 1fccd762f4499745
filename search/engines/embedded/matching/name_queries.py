"""How a text can be the whole name of a document, as queries."""

from collections.abc import Sequence

from search.engines.embedded.matching.parsed_text import ParsedText
from search.engines.embedded.matching.query_language import EngineQuery
from search.engines.embedded.matching.value_queries import ValueWriter
from search.engines.embedded.storage import schema

EXACT_NAME = 60.0
# A synonym or another spelling scores less than the word that was typed.
ALTERNATIVE_BOOST = 0.8


class NameWriter(ValueWriter):
    """Writes the queries for whole names."""

    def whole_name(self, parsed: ParsedText) -> EngineQuery:
        """The text, or what may stand for all of it, as a whole title or alias."""
        return self._named(self._names(parsed))

    def _named(self, names: Sequence[tuple[str, float]]) -> EngineQuery:
        return self._queries.best(
            [self._queries.constant(self._queries.term(schema.EXACT, name, "basic"), score) for name, score in names]
        )

    def _names(self, parsed: ParsedText) -> list[tuple[str, float]]:
        """The whole names looked for that there are, each with its score."""
        names = [(parsed.whole, EXACT_NAME)]
        if not parsed.phrases:
            names += [
                (other.whole, EXACT_NAME * ALTERNATIVE_BOOST)
                for other in parsed.alternatives
                if (other.start, other.end) == (0, len(parsed.terms))
            ]
        return [(name, score) for name, score in names if self._vocabulary.doc_freq(schema.EXACT, name)]
