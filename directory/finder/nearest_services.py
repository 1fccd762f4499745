"""When nothing fits near a place: what is nearest to it, however far, and does not turn the person away."""

from dataclasses import replace

from directory.cards.cards import Card
from directory.referral.person import Person
from search.api import find_each
from search.query import SearchQuery

from .query import FinderQuery
from .results import cards_of, search_query

MOST_NEAREST = 3
# Some of the nearest are listed for other people and are left out, so more are looked up than are shown.
LOOKED_UP = 20


def nearest_services(query: FinderQuery, person: Person | None = None) -> tuple[Card, ...]:
    """Up to three services by distance, for what is sought; when there is none anywhere, for anything else.

    Nothing without a place to be near to. Each card says how far it is and, where it was said who it is for, answers.
    """
    if query.place is None:
        return ()
    wider = (query, replace(query, text=""), replace(query, text="", selected={}))
    searches = [_anywhere(search_query(each, person, limit=LOOKED_UP, count=False)) for each in wider]
    found = next((result for result in find_each(searches) if result.hits), None)
    cards = cards_of(found, query, person) if found else ()
    return tuple(card for card in cards if card.fit is None or card.fit.fits)[:MOST_NEAREST]


def _anywhere(query: SearchQuery) -> SearchQuery:
    return replace(query, radius_km=None, sort="distance", facets=())
