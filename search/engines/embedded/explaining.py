"""Take the scores of the first hits apart."""

import json
from collections.abc import Iterator

import tantivy
from tantivy import DocAddress, Query

from search.engines.embedded.execute import QueryExecution
from search.engines.embedded.matching.expansion import Alternative
from search.engines.embedded.matching.parsed_text import ParsedText
from search.engines.embedded.matching.preferences import preferences, weighed
from search.engines.embedded.matching.strategies import MatchStrategy, QueryWriter, without_unneeded
from search.explanation import ExplainedClause, ExplainedDisjunct, ExplainedHit, Explanation
from search.query import Hit


def explain(execution: QueryExecution) -> Explanation:
    """Explain the page of hits that an answer gives; without words there is nothing to explain."""
    parsed = execution.parsed()
    page = None if parsed.is_empty else execution.page(parsed)
    if page is None or page.strategy is None:
        return Explanation()
    strategy = page.strategy
    hits, _ = execution.hits(page)
    parts = list(named_parts(parsed, strategy, execution.writer()))
    explained = []
    for hit, (score, address) in zip(hits, page.found, strict=True):
        explained.append(_hit(hit, score, address, strategy.query, parts, execution))
    known = [other for other in parsed.alternatives if execution.writer().knows(other.terms)]
    alternatives = tuple(described(alternative, parsed) for alternative in known)
    return Explanation(page.total, strategy.label, alternatives, tuple(explained))


Named = tuple[str, Query, list[tuple[str, Query]]]


def _hit(
    hit: Hit, score: float, address: DocAddress, text: Query, parts: list[Named], execution: QueryExecution
) -> ExplainedHit:
    query, searcher, queries = execution.query, execution.searcher, execution.queries
    text_score = _score(text, searcher, address)
    weighed_score = _score(weighed(text, query, queries), searcher, address)
    return ExplainedHit(
        hit,
        _scored(parts, searcher, address),
        text_score,
        rank=score / weighed_score if weighed_score else 1.0,
        weight=weighed_score / text_score if text_score else 1.0,
        reasons=tuple(
            preference.label
            for preference in preferences(query, queries)
            if bool(_score(preference.having, searcher, address)) is not preference.is_expected
        ),
    )


def named_parts(parsed: ParsedText, strategy: MatchStrategy, writer: QueryWriter) -> Iterator[Named]:
    """What makes up the score of a text: each part with its label, and with the queries of which its best counts."""
    for group in strategy.groups:
        disjuncts = writer.group_disjuncts(parsed, group, typos=strategy.forgiving)
        typed = " ".join(parsed.terms[number].plain for number in group.numbers)
        yield f"“{typed}”", writer.best_of(disjuncts), [(disjunct.label, disjunct.query) for disjunct in disjuncts]
    for phrase in parsed.phrases:
        yield f"phrase “{' '.join(term.plain for term in phrase)}”", writer.phrase(phrase), []
    if len(parsed.terms) > 1:
        yield "words next to each other", writer.words_in_order(parsed), []
    for part in strategy.parts:
        yield part.label, part.query, []
    if strategy.forgiving and len(parsed.terms) > 1:
        yield "every word", writer.every_word(parsed, without_unneeded(parsed, parsed.groups(), parsed.noise)), []
    yield "whole title or alias", writer.whole_name(parsed), []


def _scored(parts: list[Named], searcher: tantivy.Searcher, address: DocAddress) -> tuple[ExplainedClause, ...]:
    scored = []
    for label, query, disjuncts in parts:
        scores = [ExplainedDisjunct(name, _score(disjunct, searcher, address)) for name, disjunct in disjuncts]
        matched = sorted((disjunct for disjunct in scores if disjunct.score), key=lambda disjunct: -disjunct.score)
        scored.append(ExplainedClause(label, _score(query, searcher, address), tuple(matched)))
    return tuple(part for part in scored if part.score)


def _score(query: Query, searcher: tantivy.Searcher, address: DocAddress) -> float:
    try:
        return float(json.loads(query.explain(searcher, address).to_json())["value"])
    except ValueError:
        # This is how Tantivy says that a document does not match.
        return 0.0


def described(alternative: Alternative, parsed: ParsedText) -> str:
    """An alternative in words."""
    typed = " ".join(term.plain for term in parsed.terms[alternative.start : alternative.end])
    return f"“{typed}” also finds “{alternative.whole}”"
