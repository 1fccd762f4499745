"""Names that begin like what somebody is typing."""

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Occur, Query

from search.engines.embedded.analysis import Analysis
from search.engines.embedded.matching.filters import kinds_clauses
from search.engines.embedded.matching.word_queries import typos_allowed
from search.engines.embedded.storage import schema
from search.engines.embedded.storage.documents import StoredDocument
from search.engines.embedded.storage.entries import stored_document_of
from search.engines.embedded.storage.index import TantivyIndex
from search.query import Completion, SearchQuery
from search.text.stop_words import STOP_WORDS

MIN_LETTERS = 2
MAX_WORDS_COMPLETED = 8
# Up to this many candidates are read and compared one by one.
MAX_READ = 40
WHOLE_NAME_BEGINS = 4.0
WHOLE_WORD = 1.0


def complete(query: SearchQuery, index: TantivyIndex) -> tuple[Completion, ...]:
    """Titles whose own words or aliases begin as typed; with typing errors when these are too few."""
    words = words_to_complete(query.text, index.analysis)
    if not words:
        return ()
    searcher = index.searcher()
    records = _as_typed(searcher, query, words, index)
    if len(records) < query.limit:
        misspelt = Query.boolean_query(_clauses(query, words, index, typos=True))
        records += _records(searcher, misspelt, query.limit)
    return completions_of(records, query.limit)


def completions_of(records: Iterable[StoredDocument], limit: int) -> tuple[Completion, ...]:
    """What is shown of the first of these, each once."""
    found = {
        (record.kind, record.key): Completion(record.kind, record.title, record.url, record.key) for record in records
    }
    return tuple(found.values())[:limit]


def _as_typed(
    searcher: tantivy.Searcher, query: SearchQuery, words: Sequence[str], index: TantivyIndex
) -> list[StoredDocument]:
    """What begins as typed: whole names that do first, then those with such a word."""
    clauses, whole = _clauses(query, words, index, typos=False), index.analysis.whole(query.text)
    first = _records(searcher, Query.boolean_query(clauses), MAX_READ)
    names = [record for record in first if name_begins(record, whole, index.analysis)]
    if len(first) < MAX_READ or len(names) >= query.limit:
        return (names + [record for record in first if record not in names])[: query.limit]
    # Slow, since it visits every name with this beginning. It is needed only where many documents have such a word,
    # but few of those read have such a name.
    beginning = _constant(_beginning(index.schema, schema.EXACT, whole, 0), WHOLE_NAME_BEGINS)
    return _records(searcher, Query.boolean_query([*clauses, (Occur.Should, beginning)]), query.limit)


def name_begins(record: StoredDocument, whole: str, analysis: Analysis) -> bool:
    """Whether its title or an alias begins so."""
    return any(analysis.whole(name).startswith(whole) for name in (record.title, *record.aliases))


def words_to_complete(text: str, analysis: Analysis) -> list[str]:
    """The words of a text; of the last the beginning. None where the text is too short."""
    words = analysis.plain.analyze(text)[-MAX_WORDS_COMPLETED:]
    # The last word may be the beginning of another.
    words = [word for word in words[:-1] if word not in STOP_WORDS] + words[-1:]
    return words if len("".join(words)) >= MIN_LETTERS else []


def _records(searcher: tantivy.Searcher, query: Query, limit: int) -> list[StoredDocument]:
    found = searcher.search(query, limit, count=False, weight_by_field=schema.WEIGHT)
    return [stored_document_of(searcher.doc(address)) for _, address in found.hits]


def _clauses(
    query: SearchQuery, words: Sequence[str], index: TantivyIndex, *, typos: bool
) -> list[tuple[Occur, Query]]:
    last, fields = words[-1], index.schema
    clauses = [(Occur.Must, _word(fields, word, typos=typos)) for word in words[:-1]]
    clauses.append((Occur.Must, _beginning(fields, schema.NAME_WORDS, last, typos_allowed(last) if typos else 0)))
    clauses.append((Occur.Should, _constant(Query.term_query(fields, schema.NAME_WORDS, last), WHOLE_WORD)))
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
