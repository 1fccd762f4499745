"""A page of the finder: one search, then the services it shows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from directory.cards.cards import Card, make_cards
from directory.cards.service_rows import read_card_services
from directory.indexing.documents import KIND
from directory.navigation.pagination import Pagination, make_pagination, paginator_of
from directory.places.geography import ancestors_of
from directory.referral.index_values import made_for, wanted
from directory.referral.person import Person
from directory.referral.person_in_text import likely_person
from directory.vocabulary.labels import FACETS
from search.api import count_each, find
from search.query import Notice, Point, Promoted, SearchQuery, SearchResult
from search.search_log import log_search

from .filter_groups import FilterGroup, filter_groups
from .meanings import TextMeaning, meanings
from .query import FinderQuery

PAGE_SIZE = 10
NOTHING_FOUND = SearchResult()
# The page says how many services turn the person away. This many of them are shown with their reason.
MOST_REFUSING = 10


@dataclass(frozen=True, slots=True)
class FinderPage:
    """Everything the finder's template shows.

    `total`, `pages` and `cards` are of those services that do not turn the person away for certain. `refusing`: how
    many others there are; `refusing_cards`: the first of them, on the last page only.
    """

    query: FinderQuery
    cards: tuple[Card, ...]
    total: int
    pages: int
    filters: tuple[FilterGroup, ...]
    is_complete: bool
    suggestion: str | None
    notices: tuple[Notice, ...] = ()
    promoted: tuple[Promoted, ...] = ()
    meanings: tuple[TextMeaning, ...] = ()
    refusing: int = 0
    refusing_cards: tuple[Card, ...] = ()
    is_from_standby: bool = False

    @property
    def answers(self) -> dict[str, int]:
        """How many of the cards say yes and ask, where all of them are on this page."""
        if self.pages > 1 or not any(card.fit for card in self.cards):
            return {}
        found = [str(card.fit.answer) for card in self.cards if card.fit]
        return {answer: found.count(answer) for answer in ("yes", "ask") if answer in found}

    @property
    def pagination(self) -> Pagination | None:
        """Links to the other pages."""
        page = paginator_of(self.total, PAGE_SIZE).get_page(self.query.page)
        return make_pagination(page, lambda number: self.query.query_string(page=number if number > 1 else None))


def search_query(
    query: FinderQuery, person: Person | None = None, *, limit: int = PAGE_SIZE, offset: int = 0, count: bool = True
) -> SearchQuery:
    """Translate a finder query into one for `search.api`, without the services that turn the person away.

    Whom the text speaks of changes the order and leaves nothing out: it may be about somebody else.
    """
    spoken_of = likely_person(query.text, person or Person())
    filters = {**query.selected, **(wanted(person) if person else {})}
    filters["area"] = tuple(
        dict.fromkeys(code for chosen in filters.get("area", ()) for code in (chosen, *ancestors_of(chosen)))
    )
    place = query.place
    return SearchQuery(
        text=query.text,
        kinds=(KIND,),
        preferred=made_for(spoken_of),
        expected=wanted(spoken_of),
        filters=filters,
        facets=tuple(FACETS) if count else (),
        near=Point(place.latitude, place.longitude) if place else None,
        areas=place.areas if place else (),
        radius_km=query.radius_km if place else None,
        sort=query.sort,
        offset=offset,
        limit=limit,
        snippets=False,
    )


def find_page(query: FinderQuery, person: Person | None = None) -> FinderPage:
    """Run the search and load what one page shows. A page past the end shows the last one.

    person: who it is for, if anything was said; then each card answers.
    """
    search = search_query(query, person, offset=(query.page - 1) * PAGE_SIZE)
    result = find(search)
    if not result.total:
        # Only searches that found nothing are logged: each log entry is a write, and most searches find something.
        log_search(search, result.total)
    pages = paginator_of(result.total, PAGE_SIZE).num_pages
    if query.page > pages:
        query = replace(query, page=pages)
        result = find(search_query(query, person, offset=(pages - 1) * PAGE_SIZE))
    refusing, refused = _refusing(query, person, result.total, is_last=query.page == pages)
    cards, refusing_cards = _cards((result, refused), query, person)
    return FinderPage(
        query=query,
        cards=cards,
        total=result.total,
        pages=pages,
        filters=filter_groups(query, result.facets, found_any=result.total > 0),
        is_complete=result.complete,
        suggestion=result.did_you_mean,
        notices=result.notices,
        promoted=result.promoted,
        meanings=meanings(query, result.understood),
        refusing=refusing,
        refusing_cards=refusing_cards,
        is_from_standby=result.is_from_standby,
    )


def count_services(queries: Iterable[FinderQuery], person: Person | None = None) -> list[int]:
    """How many services each of these searches would find that do not turn the person away."""
    return count_each([search_query(query, person, count=False) for query in queries])


def cards_of(result: SearchResult, query: FinderQuery, person: Person | None = None) -> tuple[Card, ...]:
    """The cards of the hits that are still public."""
    return _cards((result,), query, person)[0]


def _refusing(query: FinderQuery, person: Person | None, total: int, *, is_last: bool) -> tuple[int, SearchResult]:
    """How many services of this search turn the person away, and on the last page the first of them."""
    if person is None or not wanted(person):
        return 0, NOTHING_FOUND
    count = count_services([query])[0] - total
    if count <= 0 or not is_last:
        return max(count, 0), NOTHING_FOUND
    search = replace(search_query(query, limit=MOST_REFUSING, count=False), outside=wanted(person))
    return count, find(search)


def _cards(found: Iterable[SearchResult], query: FinderQuery, person: Person | None) -> list[tuple[Card, ...]]:
    """Load the hits that are still public, all at once: an index may be a moment behind a withdrawn service."""
    groups = [{int(hit.key): hit for hit in result.hits_not_promoted} for result in found]
    hits = {key: hit for group in groups for key, hit in group.items()}
    services = read_card_services(list(hits))
    found_services = (services[key] for key in hits if key in services)
    cards = make_cards(found_services, near=query.place, setting=query.setting, hits=hits, person=person)
    return [tuple(card for card in cards if card.service.pk in group) for group in groups]
