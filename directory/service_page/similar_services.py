"""Services like this one: the same help at the same point, for the same place."""

from collections.abc import Iterable

from django.db.models import Case, Count, IntegerField, Q, When

from directory.cards.cards import Card, make_cards
from directory.cards.service_rows import card_services
from directory.indexing.documents import KIND, covering_codes
from directory.models import Service, TaxonomyTerm
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
    places = {int(hit.key): place for place, hit in enumerate(result.hits) if int(hit.key) != service.pk}
    if not places:
        return ()
    shared = _count_of("needs", needs)
    if settings:
        shared += _count_of("settings", settings)
    in_order = Case(*(When(pk=key, then=place) for key, place in places.items()), output_field=IntegerField())
    found = Service.objects.published().filter(pk__in=places).annotate(shared=shared, place=in_order)
    return make_cards(card_services(found.order_by("-shared", "place")[:MOST_SIMILAR]))


def _count_of(relation: str, terms: Iterable[TaxonomyTerm]) -> Count:
    return Count(relation, Q(**{f"{relation}__in": [term.pk for term in terms]}), distinct=True)
