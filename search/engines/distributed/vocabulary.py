"""Which words there are, told by the embedded index that stands by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tantivy

from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.matching.query_language import IndexedWords, TantivyQueries
from search.engines.embedded.matching.snippets import Snippets
from search.engines.embedded.matching.strategies import MatchStrategy, QueryWriter
from search.engines.embedded.storage.index import TantivyIndex


class EveryWord:
    """Stands in while there is no embedded index: every word is known, so each is looked for wherever it may be."""

    def doc_freq(self, field_name: str, field_value: Any) -> int:
        return 1

    def terms_with_prefix(
        self, field_name: str, prefix: str, max_distance: Any = None, limit: int | None = None
    ) -> Sequence[tuple[str, int]]:
        """More than are looked for one by one, so that all that begins so is asked for."""
        return [(prefix, 1)] * (limit or 1)


@dataclass(frozen=True, slots=True)
class LocalIndex:
    """A reader of the embedded index, where there is one."""

    index: TantivyIndex | None
    searcher: tantivy.Searcher | None

    @property
    def vocabulary(self) -> IndexedWords:
        """The words of the embedded index."""
        return self.searcher or EveryWord()

    def snippets(self, strategy: MatchStrategy | None, expansion: Expansion) -> Snippets | None:
        """What marks the words of a text in what was found. None without an index, and nothing is marked."""
        if self.index is None or self.searcher is None:
            return None
        schema = self.index.schema
        writer = QueryWriter(self.searcher, TantivyQueries(schema), expansion)
        return Snippets(self.searcher, writer.typed(strategy) if strategy else None, schema)
