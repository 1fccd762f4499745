"""Services like this one: the same help at the same point, for the same place."""

from directory.models import Service
from directory.search_documents import KIND, covering_codes
from search.finding import find
from search.query import SearchQuery

from .results import Card, make_cards

MOST = 3


def similar_services(service: Service) -> tuple[Card, ...]:
    """Up to three other public services that share a need and a setting, the ones for the same areas first.

    Expects a service with its page details. Three SQL queries.
    """
    needs = tuple(term.slug for term in service.needs.all())
    if not needs:
        return ()
    areas = covering_codes(row.area.code for row in service.areas_in_force)
    result = find(
        SearchQuery(
            text=service.summary,
            kinds=(KIND,),
            filters={
                "need": needs,
                "setting": tuple(term.slug for term in service.settings.all()),
                "area": areas,
            },
            limit=MOST + 1,
            snippets=False,
        )
    )
    keys = [int(hit.key) for hit in result.hits if int(hit.key) != service.pk][:MOST]
    found = Service.objects.published().for_cards().in_bulk(keys)
    return make_cards(found[key] for key in keys if key in found)
