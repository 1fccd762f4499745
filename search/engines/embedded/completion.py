"""Names that begin like what somebody is typing."""

from collections.abc import Iterator, Sequence

import tantivy
from tantivy import Occur, Query

from search.engines.embedded import schema
from search.engines.embedded.analysis import STOP_WORDS
from search.engines.embedded.entries import Record, read_record
from search.engines.embedded.filters import kinds_clauses
from search.engines.embedded.index import TantivyIndex
from search.engines.embedded.text_queries import typos_allowed
from search.query import SearchQuery, Suggestion

SHORTEST = 2
MOST_WORDS = 8
WHOLE_NAME_BEGINS = 4.0
WHOLE_WORD = 1.0


def complete(query: SearchQuery, index: TantivyIndex) -> tuple[Suggestion, ...]:
    """Titles whose own words or aliases begin as typed; with typing errors when these are too few."""
    words = _words(query.text, index)
    if not words or len("".join(words)) < SHORTEST:
        return ()
    searcher = index.searcher()
    found: dict[tuple[str, str], Suggestion] = {}
    for typos in (False, True):
        for record in _records(searcher, _clauses(query, words, index, typos=typos), query.limit):
            found.setdefault((record.kind, record.key), Suggestion(record.kind, record.title, record.url))
        if len(found) >= query.limit:
            break
    return tuple(found.values())[: query.limit]


def _words(text: str, index: TantivyIndex) -> list[str]:
    words = index.analysis.plain.analyze(text)[-MOST_WORDS:]
    # The last word may be the beginning of another.
    return [word for word in words[:-1] if word not in STOP_WORDS] + words[-1:]


def _records(searcher: tantivy.Searcher, clauses: list[tuple[Occur, Query]], limit: int) -> Iterator[Record]:
    found = searcher.search(Query.boolean_query(clauses), limit, count=False, weight_by_field=schema.WEIGHT)
    return (read_record(searcher.doc(address)) for _, address in found.hits)


def _clauses(
    query: SearchQuery, words: Sequence[str], index: TantivyIndex, *, typos: bool
) -> list[tuple[Occur, Query]]:
    last, fields = words[-1], index.schema
    clauses = [(Occur.Must, _word(fields, word, typos=typos)) for word in words[:-1]]
    clauses.append((Occur.Must, _beginning(fields, schema.NAME_WORDS, last, typos_allowed(last) if typos else 0)))
    clauses.append((Occur.Should, _constant(Query.term_query(fields, schema.NAME_WORDS, last), WHOLE_WORD)))
    if not typos:
        whole = index.analysis.whole(query.text)
        clauses.append((Occur.Should, _constant(_beginning(fields, schema.EXACT, whole, 0), WHOLE_NAME_BEGINS)))
    return [*clauses, *kinds_clauses(query, fields)]


def _word(fields: tantivy.Schema, word: str, *, typos: bool) -> Query:
    allowed = typos_allowed(word) if typos else 0
    if allowed:
        return _constant(Query.fuzzy_term_query(fields, schema.NAME_WORDS, word, allowed))
    return _constant(Query.term_query(fields, schema.NAME_WORDS, word))


def _beginning(fields: tantivy.Schema, field: str, text: str, typos: int) -> Query:
    return _constant(Query.fuzzy_term_query(fields, field, text, distance=typos, prefix=True))


def _constant(query: Query, score: float = 1.0) -> Query:
    return Query.const_score_query(query, score)
