"""Take the scores of the first hits apart."""

import json
from collections.abc import Iterator

import tantivy
from tantivy import DocAddress, Query

from search.engines.embedded.execute import Answer
from search.engines.embedded.matching.expansion import Alternative
from search.engines.embedded.matching.parsed_text import Wording
from search.engines.embedded.matching.strategies import QueryWriter, Rung, told_apart
from search.explanation import ExplainedHit, Explanation, Part, Way


def explain(answer: Answer) -> Explanation:
    """Explain the page of hits that an answer gives; without words there is nothing to explain."""
    wording = answer.wording()
    page = None if wording.is_empty else answer.page(wording)
    if page is None or page.rung is None:
        return Explanation()
    rung = page.rung
    hits, _ = answer.hits(page)
    parts = list(_parts(wording, rung, answer.writer()))
    explained = []
    for hit, (score, address) in zip(hits, page.found, strict=True):
        text_score = _score(rung.query, answer.searcher, address)
        rank = score / text_score if text_score else 1.0
        explained.append(ExplainedHit(hit, _scored(parts, answer.searcher, address), text_score, rank))
    known = [other for other in wording.alternatives if answer.writer().knows(other.terms)]
    alternatives = tuple(_described(alternative, wording) for alternative in known)
    return Explanation(page.total, rung.label, alternatives, tuple(explained))


Named = tuple[str, Query, list[tuple[str, Query]]]


def _parts(wording: Wording, rung: Rung, writer: QueryWriter) -> Iterator[Named]:
    for unit in rung.units:
        ways = writer.unit_ways(wording, unit, typos=rung.forgiving)
        typed = " ".join(wording.terms[number].plain for number in unit.numbers)
        yield f"“{typed}”", writer.best_of(ways), [(way.label, way.query) for way in ways]
    for phrase in wording.phrases:
        yield f"phrase “{' '.join(term.plain for term in phrase)}”", writer.phrase(phrase), []
    if len(wording.terms) > 1:
        yield "words next to each other", writer.words_in_order(wording), []
    if rung.forgiving and len(wording.terms) > 1:
        yield "every word", writer.every_word(wording, told_apart(wording, wording.units(), wording.noise)), []
    yield "whole title or alias", writer.whole_name(wording), []


def _scored(parts: list[Named], searcher: tantivy.Searcher, address: DocAddress) -> tuple[Part, ...]:
    scored = []
    for label, query, ways in parts:
        by_way = [Way(name, _score(way, searcher, address)) for name, way in ways]
        matched = sorted((way for way in by_way if way.score), key=lambda way: -way.score)
        scored.append(Part(label, _score(query, searcher, address), tuple(matched)))
    return tuple(part for part in scored if part.score)


def _score(query: Query, searcher: tantivy.Searcher, address: DocAddress) -> float:
    try:
        return float(json.loads(query.explain(searcher, address).to_json())["value"])
    except ValueError:
        # This is how Tantivy says that a document does not match.
        return 0.0


def _described(alternative: Alternative, wording: Wording) -> str:
    typed = " ".join(term.plain for term in wording.terms[alternative.start : alternative.end])
    return f"“{typed}” also finds “{alternative.whole}”"
