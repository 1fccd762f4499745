"""Public pages of the directory."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .finder.form import RADII, SORTS, clean_finding
from .finder.results import find_page, make_cards
from .finder.untold import untold
from .finder.ways_on import ways_on
from .models import Organization, Service

# An organization with more services than this is better read in the finder.
MOST_LISTED = 100


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Find a service."""
    finding = clean_finding(request.GET)
    page = find_page(finding)
    context = {
        "page": page,
        "finding": page.finding,
        "radii": RADII,
        "sorts": SORTS,
        "ways_on": ways_on(page.finding) if not page.total else [],
        "untold": untold(page.finding, page.filters),
    }
    return render(request, "directory/find.html", context)


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """One organization, with what it runs alone and with others."""
    found = get_object_or_404(Organization.objects.published(), slug=slug)
    services = Service.objects.published().for_cards()
    involved = services.filter(Q(organization=found) | Q(partners__organization=found)).distinct()[:MOST_LISTED]
    cards = make_cards(involved)
    run = [card for card in cards if card.service.organization_id == found.pk]
    partnered = [card for card in cards if card.service.organization_id != found.pk]
    return render(
        request, "directory/organization_detail.html", {"organization": found, "run": run, "partnered": partnered}
    )
