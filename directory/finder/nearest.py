"""When nothing fits near a place: what is nearest to it, however far, and does not turn the person away."""

from dataclasses import replace

from directory.referral.person import Person
from search.finding import find
from search.query import SearchQuery

from .cards import Card
from .form import Finding
from .results import cards_of, search_query

MOST = 3


def nearest_that_might(finding: Finding, person: Person | None = None) -> tuple[Card, ...]:
    """Up to three services by distance, for what is sought; when there is none anywhere, whatever their words.

    Nothing without a place to be near to. Each card says how far it is and, where it was said who it is for, answers.
    """
    if finding.place is None:
        return ()
    for sought in (finding, replace(finding, text="")) if finding.text else (finding,):
        result = find(_anywhere(search_query(sought, person, limit=MOST, count=False)))
        if result.hits:
            return cards_of(result, sought, person)
    return ()


def _anywhere(query: SearchQuery) -> SearchQuery:
    return replace(query, radius_km=None, sort="distance", facets=())
