"""Queries of Lucene as JSON: the language of the server."""

from collections.abc import Sequence
from typing import Any

from tantivy import Occur

from search.engines.embedded.matching.query_language import Clauses, Factors

Query = dict[str, Any]

# With these the boost stands beside what they hold, with all others inside the one field they name.
COMPOUND = frozenset(("bool", "dis_max", "constant_score", "function_score"))
HOLDING = ("must", "should", "must_not", "filter", "queries", "query")
NAMES = ((Occur.Must, "must"), (Occur.Should, "should"), (Occur.MustNot, "must_not"))
NOTHING: Query = {"match_none": {}}
# A server refuses more than 1,024, unless it is set up otherwise. What narrows a search has clauses as well.
MOST_CLAUSES = 960


class JsonQueries:
    """The same queries as those of `TantivyQueries`."""

    def term(self, field: str, value: str, index_option: str = "position") -> Query:
        return {"term": {field: {"value": value}}}

    def any_term(self, field: str, values: Sequence[str]) -> Query:
        return {"terms": {field: list(values)}} if values else NOTHING

    def phrase(self, field: str, terms: Sequence[str]) -> Query:
        return {"match_phrase": {field: {"query": " ".join(terms)}}} if terms else NOTHING

    def near_misses(self, field: str, word: str, typos: int) -> Query:
        return {"fuzzy": {field: {"value": word, "fuzziness": typos, "rewrite": "constant_score"}}}

    def beginnings(self, field: str, prefix: str) -> Query:
        return {"prefix": {field: {"value": prefix, "rewrite": "constant_score"}}}

    def boolean(self, clauses: Clauses, minimum: int | None = None) -> Query:
        parts: dict[str, Any] = {}
        for occur, query in clauses:
            parts.setdefault(_name(occur), []).append(query)
        if not parts:
            return NOTHING
        if minimum is not None:
            parts["minimum_should_match"] = minimum
        return {"bool": parts}

    def best(self, queries: Sequence[Query], tie_breaker: float = 0.0) -> Query:
        return {"dis_max": {"queries": list(queries), "tie_breaker": tie_breaker}} if queries else NOTHING

    def boost(self, query: Query, factor: float) -> Query:
        ((name, inside),) = query.items()
        if name in COMPOUND:
            return {name: {**inside, "boost": inside.get("boost", 1.0) * factor}}
        if query is NOTHING:
            return query
        if name == "terms":
            return self.constant(query, factor)
        ((field, options),) = inside.items()
        return {name: {field: {**options, "boost": options.get("boost", 1.0) * factor}}}

    def constant(self, query: Query, score: float) -> Query:
        return {"constant_score": {"filter": query, "boost": score}}

    def nothing(self) -> Query:
        return NOTHING

    def scaled(self, query: Query, factor: float, more: Factors) -> Query:
        functions: list[Query] = [{"weight": factor}]
        for conditions, addition in more:
            holding = {"bool": {"filter": list(conditions)}}
            functions.append({"filter": holding, "weight": addition})
        return {
            "function_score": {"query": query, "functions": functions, "score_mode": "sum", "boost_mode": "multiply"}
        }

    def takes(self, query: Query) -> bool:
        return _clauses(query) <= MOST_CLAUSES


def _clauses(query: Query) -> int:
    """How many clauses a server counts in it: all that hold no others, however deep."""
    ((name, inside),) = query.items()
    if name not in COMPOUND:
        return 1
    held: list[Query] = [function["filter"] for function in inside.get("functions", ()) if "filter" in function]
    for part in map(inside.get, HOLDING):
        held += part if isinstance(part, list) else [part] if part else []
    return sum(map(_clauses, held))


def _name(occur: Occur) -> str:
    # Tantivy's enumeration compares, but has no hash that says the same.
    return next(name for member, name in NAMES if member == occur)
