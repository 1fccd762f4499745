"""The page of an organization."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from directory.cards.cards import make_cards
from directory.cards.service_rows import card_services
from directory.navigation.former_slugs import redirects_former_slugs
from directory.navigation.page_lifetime import same_for_everyone
from directory.referral.facts_line import facts_line
from directory.saved_list.cookie import just_saved
from directory.vocabulary.labels import read_held

from .models import Organization, Service
from .referral.cookie import mark_private, read_facts

# A longer list is easier to read in the finder, which can filter it.
MOST_LISTED = 100


@require_safe
@same_for_everyone
@redirects_former_slugs(Organization)
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    """One organization, with what it runs alone and with others."""
    found = get_object_or_404(Organization.objects.published(), slug=slug)
    services = Service.objects.published().filter(Q(organization=found) | Q(partners__organization=found))
    involved = card_services(services.distinct()[:MOST_LISTED])
    facts = read_facts(request)
    cards = make_cards(involved, person=facts.person(read_held()) if facts.says_anything else None)
    context = {
        "organization": found,
        "run": [card for card in cards if card.service.organization_id == found.pk],
        "partnered": [card for card in cards if card.service.organization_id != found.pk],
        "line": facts_line(request, facts),
        "just_saved": just_saved(request),
    }
    response = render(request, "directory/organization_detail.html", context)
    return mark_private(response) if facts.says_anything else response
