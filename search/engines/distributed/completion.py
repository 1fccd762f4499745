"""Names that begin like what somebody is typing, asked of the server."""

from collections.abc import Sequence
from typing import Any

from tantivy import Occur

from search.engines.distributed import fields
from search.engines.distributed.answers import record_of
from search.engines.distributed.bodies import Body
from search.engines.distributed.queries import JsonQueries, Query
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.matching.completion import (
    MAX_READ,
    WHOLE_NAME_BEGINS,
    WHOLE_WORD,
    completions_of,
    name_begins,
    words_to_complete,
)
from search.engines.embedded.matching.word_queries import typos_allowed
from search.engines.embedded.storage import schema
from search.query import Completion, SearchQuery

QUERIES = JsonQueries()
BEGINNINGS = f"{schema.NAME_WORDS}.{fields.BEGINNINGS}"


def completion_bodies(query: SearchQuery, analysis: Analysis, timeout: str) -> list[Body]:
    """What to send for one text: as it was typed, and with typing errors. Nothing for a text that is too short."""
    words = words_to_complete(query.text, analysis)
    if not words:
        return []
    begins = QUERIES.constant(QUERIES.beginnings(schema.EXACT, analysis.whole(query.text)), WHOLE_NAME_BEGINS)
    typed = [*_clauses(query, words, typos=False), (Occur.Should, begins)]
    mistyped = _clauses(query, words, typos=True)
    return [
        {
            "query": _ranked(QUERIES.boolean(clauses)),
            "size": size,
            "sort": ["_score", {schema.BY_RANK: "asc"}],
            "_source": [schema.RECORD],
            "timeout": timeout,
        }
        for clauses, size in ((typed, max(MAX_READ, query.limit)), (mistyped, query.limit))
    ]


def completed(query: SearchQuery, answers: Sequence[Body], analysis: Analysis) -> tuple[Completion, ...]:
    """What came back: whole names that begin so, then names with such a word, then those with typing errors."""
    if not answers:
        return ()
    typed, mistyped = ([record_of(hit) for hit in answer["hits"]["hits"]] for answer in answers)
    whole = analysis.whole(query.text)
    begin = [name_begins(record, whole, analysis) for record in typed]
    first = [record for record, does in zip(typed, begin, strict=True) if does]
    others = [record for record, does in zip(typed, begin, strict=True) if not does]
    return completions_of([*first, *others, *mistyped], query.limit)


def _clauses(query: SearchQuery, words: Sequence[str], *, typos: bool) -> list[tuple[Occur, Query]]:
    last = words[-1]
    clauses = [(Occur.Must, _word(word, typos=typos)) for word in words[:-1]]
    clauses.append((Occur.Must, QUERIES.constant(_beginning(last, typos_allowed(last) if typos else 0), 1.0)))
    clauses.append((Occur.Should, QUERIES.constant(QUERIES.term(schema.NAME_WORDS, last), WHOLE_WORD)))
    if query.kinds:
        clauses.append((Occur.Must, QUERIES.constant(QUERIES.any_term(schema.KIND, query.kinds), 0.0)))
    return clauses


def _word(word: str, *, typos: bool) -> Query:
    allowed = typos_allowed(word) if typos else 0
    near = QUERIES.near_misses(schema.NAME_WORDS, word, allowed) if allowed else QUERIES.term(schema.NAME_WORDS, word)
    return QUERIES.constant(near, 1.0)


def _beginning(word: str, typos: int) -> Query:
    if not typos:
        return QUERIES.beginnings(schema.NAME_WORDS, word)
    # Lucene has no query for the beginning of a word with typing errors in it, so beginnings are words of their own.
    return QUERIES.near_misses(BEGINNINGS, word[: fields.LONGEST_BEGINNING], typos)


def _ranked(query: Query) -> dict[str, Any]:
    rank = {"field": fields.RANK, "missing": 1.0}
    return {"function_score": {"query": query, "field_value_factor": rank, "boost_mode": "multiply"}}
