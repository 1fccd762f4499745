"""Services like this one: the same help at the same point, for the same place."""

from directory.cards.cards import Card, make_cards
from directory.cards.service_rows import read_alike
from directory.indexing.documents import KIND, covering_codes
from directory.models import Service
from directory.navigation.page_lifetime import is_not_final
from search.api import find
from search.query import SearchQuery

MOST_SIMILAR = 3
# Among so many that share a need, a setting and an area, the most alike are shown.
MOST_COMPARED = 30


def similar_services(service: Service) -> tuple[Card, ...]:
    """Up to three other public services that share a need, a setting and an area, the most alike first.

    Expects a service with its parts. Three SQL queries.
    """
    needs, settings = service.needs.all(), service.settings.all()
    if not needs:
        return ()
    result = find(
        SearchQuery(
            kinds=(KIND,),
            filters={
                "need": tuple(term.slug for term in needs),
                "setting": tuple(term.slug for term in settings),
                "area": covering_codes(row.area.code for row in service.areas_in_force),
            },
            limit=MOST_COMPARED,
            snippets=False,
        )
    )
    if not result.complete:
        is_not_final()
    places = {int(hit.key): place for place, hit in enumerate(result.hits) if int(hit.key) != service.pk}
    if not places:
        return ()
    alike = sorted(read_alike(service.pk, list(places)), key=lambda found: (-found[0], places[found[1].pk]))
    return make_cards(other for _shared, other in alike[:MOST_SIMILAR])
