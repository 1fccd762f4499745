"""The services that say they work by a guide, those near a place first."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from directory.cards.cards import make_cards
from directory.cards.service_rows import read_card_services
from directory.finder.by_distance import hits_by_distance
from directory.finder.forms import FinderForm
from directory.finder.query import FinderQuery, clean_query
from directory.navigation.page_lifetime import same_for_everyone
from directory.navigation.pagination import make_pagination

from .models import GuidePage, ServiceGuide

PAGE_SIZE = 10


@require_safe
@same_for_everyone
def services_by_guide(request: HttpRequest, pk: int) -> HttpResponse:
    """Without a place by name; with one those that serve it first, then by distance."""
    guide = get_object_or_404(GuidePage.objects.published(), pk=pk)
    query = clean_query(request.GET)
    keys = list(ServiceGuide.objects.of_guide(guide).values_list("service_id", flat=True))
    hits = hits_by_distance(keys, query.place) if query.place else {}
    page = Paginator(list(hits) or keys, PAGE_SIZE).get_page(query.page)
    shown = read_card_services(page.object_list)
    services = [shown[key] for key in page.object_list if key in shown]
    context: dict[str, Any] = {
        "guide": guide,
        "query": query,
        "form": FinderForm(query),
        "total": len(keys),
        "cards": make_cards(services, near=query.place, hits=hits),
        "pagination": make_pagination(page, lambda number: _address(query.near, number)),
    }
    return render(request, "guidance/services_by_guide.html", context)


def _address(near: str, number: int) -> str:
    return FinderQuery(near=near).query_string(page=number if number > 1 else None)
