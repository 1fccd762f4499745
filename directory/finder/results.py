"""A page of the finder: one search, then the services it shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils import timezone

from directory.facets import spans_with
from directory.geography import KM_PER_MILE, ancestors_of
from directory.search_documents import KIND
from search.finding import find, totals
from search.query import Hit, Notice, Point, Promoted, SearchQuery, SearchResult
from search.sought import record

from . import words
from .card_parts import CardParts, read_card_parts
from .card_services import read_card_services
from .filter_groups import FilterGroup, filter_groups
from .form import Finding
from .labels import FACETS

PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class Card:
    """A service in the list, with its facts as one line each.

    `miles` to its nearest place, or None; `covers` whether it serves the place asked for.
    """

    service: words.Listed
    run_by: str
    availability: str
    where: str
    who_refers: str
    checked: str
    opening: str = ""
    miles: float | None = None
    covers: bool = False


@dataclass(frozen=True, slots=True)
class FinderPage:
    """Everything the finder's template shows."""

    finding: Finding
    cards: tuple[Card, ...]
    total: int
    pages: int
    filters: tuple[FilterGroup, ...]
    is_complete: bool
    suggestion: str | None
    notices: tuple[Notice, ...] = ()
    promoted: tuple[Promoted, ...] = ()

    @property
    def page_numbers(self) -> list[int | None]:
        """Numbers to link to; None stands for a gap."""
        here, last = self.finding.page, self.pages
        kept = sorted({1, last, *range(max(1, here - 1), min(last, here + 1) + 1)})
        numbers: list[int | None] = []
        for number in kept:
            if numbers and numbers[-1] is not None and number > numbers[-1] + 1:
                numbers.append(None)
            numbers.append(number)
        return numbers


def search_query(finding: Finding, *, limit: int = PAGE_SIZE, offset: int = 0, count: bool = True) -> SearchQuery:
    """Translate what was asked for into the search room's question."""
    filters = dict(finding.selected)
    filters["area"] = tuple(
        dict.fromkeys(code for chosen in filters.get("area", ()) for code in (chosen, *ancestors_of(chosen)))
    )
    if finding.age is not None:
        filters["age"] = spans_with(finding.age)
    place = finding.place
    return SearchQuery(
        text=finding.text,
        kinds=(KIND,),
        filters=filters,
        facets=tuple(FACETS) if count else (),
        near=Point(place.latitude, place.longitude) if place else None,
        areas=place.areas if place else (),
        radius_km=finding.radius_km if place else None,
        sort=finding.sort,
        offset=offset,
        limit=limit,
        snippets=False,
    )


def find_page(finding: Finding) -> FinderPage:
    """Run the search and load what one page shows. A page past the end shows the last one."""
    query = search_query(finding, offset=(finding.page - 1) * PAGE_SIZE)
    result = find(query)
    if not result.total:
        # Only what was sought in vain is counted: a count is a write, and most searches find something.
        record(query, result.total)
    pages = max(1, -(-result.total // PAGE_SIZE))
    if finding.page > pages:
        finding = replace(finding, page=pages)
        result = find(search_query(finding, offset=(pages - 1) * PAGE_SIZE))
    return FinderPage(
        finding=finding,
        cards=_cards(result, finding),
        total=result.total,
        pages=pages,
        filters=filter_groups(finding, result.facets, found_any=result.total > 0),
        is_complete=result.complete,
        suggestion=result.suggestion,
        notices=result.notices,
        promoted=result.promoted,
    )


def count_services(findings: Iterable[Finding]) -> list[int]:
    """How many services each of these searches would find."""
    return totals([search_query(finding, limit=1, count=False) for finding in findings])


def make_cards(
    services: Iterable[words.Listed], finding: Finding | None = None, hits: Mapping[int, Hit] | None = None
) -> tuple[Card, ...]:
    """Put the facts of these services into words, in the order given. One query.

    `hits` maps the key of a service to how it was found; with it a card says how far the service is.
    """
    services = list(services)
    parts = read_card_parts(service.pk for service in services)
    return tuple(make_card(service, parts[service.pk], finding, (hits or {}).get(service.pk)) for service in services)


def make_card(service: words.Listed, parts: CardParts, finding: Finding | None = None, hit: Hit | None = None) -> Card:
    """Put the facts of one service into words, from lists that are at hand."""
    miles = None if hit is None or hit.distance_km is None else hit.distance_km / KM_PER_MILE
    return Card(
        service=service,
        run_by=words.run_by(service, parts),
        availability=words.availability(service),
        where=words.where(parts, finding, miles),
        who_refers=words.who_refers(parts),
        checked=words.checked(service),
        opening=words.opening(service, parts, timezone.now()),
        miles=miles,
        covers=hit is not None and hit.covers,
    )


def _cards(result: SearchResult, finding: Finding) -> tuple[Card, ...]:
    """Load the hits that are still public: an index may be a moment behind a withdrawn service."""
    hits = {int(hit.key): hit for hit in result.hits_not_promoted}
    services = read_card_services(list(hits))
    return make_cards((services[key] for key in hits if key in services), finding, hits)
