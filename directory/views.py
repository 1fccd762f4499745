"""Public pages of the directory."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .finder.form import FACETS, RADII, SORTS, clean_finding
from .finder.results import find_page, make_card
from .finder.ways_on import ways_on
from .models import Organization, Service


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Find a service."""
    finding = clean_finding(request.GET)
    page = find_page(finding)
    context = {
        "page": page,
        "finding": page.finding,
        "facet_names": FACETS,
        "radii": RADII,
        "sorts": SORTS,
        "ways_on": ways_on(page.finding) if not page.total else [],
    }
    return render(request, "directory/find.html", context)


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service."""
    found = get_object_or_404(Service.objects.published().with_page_details(), slug=slug)
    return render(request, "directory/service_detail.html", {"service": found, "facts": make_card(found)})


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """One organization, with what it runs alone and with others."""
    found = get_object_or_404(Organization.objects.published(), slug=slug)
    services = Service.objects.published().with_card_details()
    involved = services.filter(Q(organization=found) | Q(partners__organization=found)).distinct()
    run = [make_card(listing) for listing in involved if listing.organization_id == found.pk]
    partnered = [make_card(listing) for listing in involved if listing.organization_id != found.pk]
    return render(
        request, "directory/organization_detail.html", {"organization": found, "run": run, "partnered": partnered}
    )
