"""Public pages of the directory."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from .finder.form import RADII, SORTS, clean_finding
from .finder.results import find_page, make_cards
from .finder.similar import similar_services
from .finder.ways_on import ways_on
from .models import Organization, Service
from .referral_check import ReferralCheckForm, check_referral

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
    }
    return render(request, "directory/find.html", context)


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service."""
    found = get_object_or_404(Service.objects.published().with_page_details(), slug=slug)
    return render(request, "directory/service_detail.html", _service_context(found, ReferralCheckForm(found)))


# Exempt because it changes nothing: a token would put a cookie on every visitor who only reads. It is a POST so that
# what is said about a person is in no address, no history and no log.
@csrf_exempt
@require_POST
@never_cache
def can_i_refer(request: HttpRequest, slug: str) -> HttpResponse:
    """The service's page with the answer for the person described."""
    found = get_object_or_404(Service.objects.published().with_page_details(), slug=slug)
    form = ReferralCheckForm(found, request.POST)
    context = _service_context(found, form)
    if form.is_valid():
        context["answer"] = check_referral(found, form)
    return render(request, "directory/service_detail.html", context)


def _service_context(found: Service, form: ReferralCheckForm) -> dict[str, object]:
    return {
        "service": found,
        "facts": make_cards([found])[0],
        "check": form,
        "similar": similar_services(found),
        # Stories know services, not the other way round: they are reached by the reverse relation.
        "stories": found.stories.filter(live=True),
    }


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
