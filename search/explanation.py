"""Why the first results are first."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.query import Hit


@dataclass(frozen=True, slots=True)
class ExplainedDisjunct:
    """One query that matched for a part of the text, with the score it would give alone."""

    label: str
    score: float


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """What a part of the text adds to the score: its best disjunct, and a little for the others."""

    label: str
    score: float
    disjuncts: tuple[ExplainedDisjunct, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedHit:
    """A hit's score: that of the text, times its weight, times its rank.

    parts: what makes up the score of the text. weight: what preferred and expected values make of it, for these
    reasons.
    """

    hit: Hit
    parts: tuple[ExplainedClause, ...]
    text_score: float
    rank: float
    weight: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a query was read, how strictly it was matched, and the first hits."""

    total: int = 0
    match: str = ""
    alternatives: tuple[str, ...] = ()
    hits: tuple[ExplainedHit, ...] = ()


def describe(explanation: Explanation) -> Iterator[str]:
    """An explanation in lines of text."""
    if not explanation.hits:
        yield "Nothing found."
        return
    yield f"{explanation.total} found, matching {explanation.match}"
    yield from explanation.alternatives
    for number, explained in enumerate(explanation.hits, start=1):
        hit = explained.hit
        yield ""
        yield f"{number}. {hit.title} ({hit.kind} {hit.key})"
        yield f"   {hit.score:.2f} = {' x '.join(_factors(explained))}"
        for part in explained.parts:
            disjuncts = ", ".join(f"{disjunct.label} {disjunct.score:.2f}" for disjunct in part.disjuncts)
            yield f"   {part.score:8.2f}  {part.label}{f': {disjuncts}' if disjuncts else ''}"


def _factors(explained: ExplainedHit) -> Iterator[str]:
    yield f"{explained.text_score:.2f} for the text"
    if explained.reasons:
        yield f"{explained.weight:.2f} because it {' and '.join(explained.reasons)}"
    yield f"{explained.rank:.2f} for its rank"
