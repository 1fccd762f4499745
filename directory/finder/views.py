"""The finder's page."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.navigation.redirects import was_not_pressed_here
from directory.referral.cookie import keep_facts, private, read_facts, update_facts
from directory.referral.facts import Facts
from directory.referral.facts_line import facts_line
from directory.referral.person_in_text import told_in_text
from directory.saved_list.cookie import just_saved
from directory.vocabulary.labels import read_held

from .missing_values import untold
from .named_organization import named_in
from .nearest_services import nearest_that_might
from .query import RADII, SORTS, Finding, clean_finding
from .redaction import without_person
from .relaxed_searches import ways_on
from .results import find_page
from .who_to_ask import who_to_ask


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Find a service. Who it is for is read from this browser; an address that tells it leads on to another."""
    kept = read_facts(request)
    elsewhere = without_person(request.GET, kept)
    if elsewhere:
        # Another site's link may lead to a search, but says nothing about whom this browser searches for.
        facts = kept if was_not_pressed_here(request) else elsewhere.facts
        return _led_on(request, elsewhere.query, facts, kept)
    finding = clean_finding(request.GET)
    facts = sought_for(kept, finding)
    person = facts.person(read_held()) if kept.says_anything else None
    page = find_page(finding, person)
    context = {
        "page": page,
        "finding": page.finding,
        "radii": RADII,
        "sorts": SORTS,
        "ways_on": ways_on(page.finding, person) if not page.total else [],
        "nearest": nearest_that_might(page.finding, person) if not page.total else (),
        "untold": untold(page.finding, page.filters),
        "who_to_ask": who_to_ask(facts.setting),
        "line": facts_line(request, facts if person else kept),
        "told": told_in_text(finding.text, kept),
        "named": named_in(finding.text),
        "just_saved": just_saved(request),
        "setting": facts.setting,
    }
    response = render(request, "directory/find.html", context)
    return private(update_facts(request, response, facts)) if person else response


def sought_for(facts: Facts, finding: Finding) -> Facts:
    """What was said about the person, with what is sought for them now. A prison searched near is where they are."""
    place = finding.place
    at = place.establishment if place else ""
    sought = facts.seeking(
        setting=finding.setting,
        home=place.area_label if place and not at else "",
        needs=finding.selected.get("need", ()),
    )
    return sought.held_at(at) if at else sought


def _led_on(request: HttpRequest, query: QueryDict, facts: Facts, kept: Facts) -> HttpResponse:
    """To the same search without what was said about the person, which this browser keeps instead."""
    address = f"{request.path}?{query.urlencode()}" if query else request.path
    response = HttpResponse(status=302, headers={"Location": address})
    return private(keep_facts(request, response, facts) if facts != kept else response)
