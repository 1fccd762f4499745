"""What to try when nothing was found, each with the number it would give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from directory.referral.person import Person
from directory.vocabulary.labels import FACETS
from search.text.stop_words import QUOTATION_MARKS, keywords_in

from .query import RADII, FinderQuery
from .results import count_services

MOST_RELAXED = 6
MOST_NAMED = 3
MOST_WORDS = 4

Change = tuple[str, FinderQuery]


@dataclass(frozen=True, slots=True)
class RelaxedSearch:
    """A changed search that does find something."""

    title: str
    url: str
    count: int


def relaxed_searches(finding: FinderQuery, person: Person | None = None) -> list[RelaxedSearch]:
    """Up to six changed searches with results, each giving up as little as it can.

    A wider circle, one word fewer, anywhere, one filter fewer, no words; when no single change is enough, no filter
    at all. What turns the person away does not count.
    """
    wider, others = list(_wider(finding)), list(_changes(finding))
    counts = count_services((changed for _, changed in (*wider, *others)), person)
    # Of the wider circles, the smallest that has something in it.
    found = [*_with_results(wider, counts[: len(wider)])[:1], *_with_results(others, counts[len(wider) :])]
    if found:
        return found[:MOST_RELAXED]
    bare = list(_without_filters(finding))
    return _with_results(bare, count_services((changed for _, changed in bare), person))


def _with_results(changes: list[Change], counts: list[int]) -> list[RelaxedSearch]:
    return [
        RelaxedSearch(title, changed.query_string(), count)
        for (title, changed), count in zip(changes, counts, strict=True)
        if count
    ]


def _wider(finding: FinderQuery) -> Iterator[Change]:
    for radius in RADII if finding.place else ():
        if radius > finding.radius:
            yield f"Look within {radius} miles", replace(finding, radius=radius)


def _fewer_words(finding: FinderQuery) -> Iterator[Change]:
    """Two needs in one search are often two services. Quotation marks mean that the words belong together."""
    words = () if set(QUOTATION_MARKS) & set(finding.text) else keywords_in(finding.text)
    if len(words) == 2:
        for word in words:
            yield f"Look only for “{word}”", replace(finding, text=word)
    elif 2 < len(words) <= MOST_WORDS:
        for word in words:
            others = " ".join(other for other in words if other != word)
            yield f"Leave out “{word}”", replace(finding, text=others)


def _changes(finding: FinderQuery) -> Iterator[Change]:
    yield from _fewer_words(finding)
    if finding.place is not None:
        yield "Look anywhere", _anywhere(finding)
    for facet, slugs in finding.selected.items():
        if slugs:
            # Values of one facet widen it, so all of them go together.
            named = " and ".join(f"“{finding.name_of(facet, slug)}”" for slug in slugs)
            yield (
                f"Take off {named if len(slugs) <= MOST_NAMED else f'everything under “{FACETS[facet]}”'}",
                replace(finding, selected={**finding.selected, facet: ()}),
            )
    if finding.text and (finding.place or finding.chosen):
        yield f"Leave out the words “{finding.text}”", replace(finding, text="")


def _without_filters(finding: FinderQuery) -> Iterator[Change]:
    bare = replace(finding, selected={})
    if finding.chosen:
        yield "Take off every filter", bare
    if finding.text and finding.place is not None:
        yield "Look anywhere, without filters", _anywhere(bare)
        yield f"See everything near {finding.place_name}", replace(bare, text="")


def _anywhere(finding: FinderQuery) -> FinderQuery:
    return replace(finding, near="", place=None, sort="relevance")
