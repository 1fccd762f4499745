"""Take the scores of the first hits apart, by asking the server what each part of the query gives them."""

from collections.abc import Callable, Sequence

from search.document import identity
from search.engines.distributed.answers import Answering
from search.engines.distributed.bodies import Body
from search.engines.distributed.queries import JsonQueries, Query
from search.engines.embedded.explaining import Named, described, named_parts
from search.engines.embedded.matching.preferences import preferences, weighed
from search.explanation import ExplainedClause, ExplainedDisjunct, ExplainedHit, Explanation
from search.query import Hit

Ask = Callable[[Sequence[Body]], list[Body]]
# The score of each hit by its identity; what does not match is not there.
Scores = dict[str, float]


def explain(answering: Answering, ask: Ask) -> Explanation:
    """Explain the page of hits that an answer gives; without words there is nothing to explain."""
    parsed, best = answering.parsed, answering.best
    if parsed is None or best is None or best.strategy is None:
        return Explanation()
    hits, _ = answering.hits()
    strategy, writer, queries = best.strategy, answering.writer, JsonQueries()
    parts = list(named_parts(parsed, strategy, writer))
    preferred = list(preferences(answering.query, queries))
    asked = [strategy.query, weighed(strategy.query, answering.query, queries)]
    asked += [preference.having for preference in preferred]
    asked += [query for _, part, disjuncts in parts for query in (part, *(each for _, each in disjuncts))]
    text, weight, *rest = _scores(asked, hits, ask)
    of_preferences, of_parts = rest[: len(preferred)], rest[len(preferred) :]
    explained = []
    for hit in hits:
        name = identity(hit.kind, hit.key)
        text_score, weighed_score = text.get(name, 0.0), weight.get(name, 0.0)
        reasons = [
            preference.label
            for preference, scores in zip(preferred, of_preferences, strict=True)
            if (name in scores) is not preference.is_expected
        ]
        explained.append(
            ExplainedHit(
                hit,
                _clauses(name, parts, of_parts),
                text_score,
                rank=hit.score / weighed_score if weighed_score else 1.0,
                weight=weighed_score / text_score if text_score else 1.0,
                reasons=tuple(reasons),
            )
        )
    known = [other for other in parsed.alternatives if writer.knows(other.terms)]
    alternatives = tuple(described(alternative, parsed) for alternative in known)
    return Explanation(best.total, strategy.label, alternatives, tuple(explained))


def _scores(queries: Sequence[Query], hits: Sequence[Hit], ask: Ask) -> list[Scores]:
    names = [identity(hit.kind, hit.key) for hit in hits]
    bodies = [
        {
            "query": {"bool": {"must": [query], "filter": [{"ids": {"values": names}}]}},
            "size": max(len(names), 1),
            "_source": False,
        }
        for query in queries
    ]
    return [{hit["_id"]: hit["_score"] for hit in answer["hits"]["hits"]} for answer in ask(bodies)]


def _clauses(name: str, parts: Sequence[Named], scores: Sequence[Scores]) -> tuple[ExplainedClause, ...]:
    following = iter(scores)
    clauses = []
    for label, _, disjuncts in parts:
        score = next(following).get(name, 0.0)
        each = [ExplainedDisjunct(part, next(following).get(name, 0.0)) for part, _ in disjuncts]
        matched = sorted((disjunct for disjunct in each if disjunct.score), key=lambda disjunct: -disjunct.score)
        clauses.append(ExplainedClause(label, score, tuple(matched)))
    return tuple(clause for clause in clauses if clause.score)
