"""The finder's page."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.navigation.redirects import is_cross_site_or_prefetch
from directory.referral.cookie import keep_facts, mark_private, read_facts, update_facts
from directory.referral.facts import Facts
from directory.referral.facts_line import facts_line
from directory.referral.person_in_text import person_in_text
from directory.saved_list.cookie import just_saved
from directory.vocabulary.labels import read_held

from .forms import FinderForm
from .heading import heading
from .missing_values import missing_value_notices
from .named_organization import organization_named
from .nearest_services import nearest_services
from .query import SORTS, FinderQuery, clean_query
from .redaction import redact_query
from .relaxed_searches import relaxed_searches
from .results import find_page
from .who_to_ask import who_to_ask


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Find a service. Who it is for is in a cookie; an address that says so is redirected to one that does not."""
    known = read_facts(request)
    redacted = redact_query(request.GET, known)
    if redacted:
        # Another site's link may lead to a search, but says nothing about whom this browser searches for.
        facts = known if is_cross_site_or_prefetch(request) else redacted.facts
        return _led_on(request, redacted.query, facts, known)
    query = clean_query(request.GET)
    facts = facts_for_query(known, query)
    person = facts.person(read_held()) if known.says_anything else None
    page = find_page(query, person)
    context = {
        "page": page,
        "query": page.query,
        "heading": heading(page.query, page.total),
        "form": FinderForm(page.query),
        "sorts": SORTS,
        "relaxed_searches": relaxed_searches(page.query, person) if not page.total else [],
        "nearest": nearest_services(page.query, person) if not page.total else (),
        "missing_values": missing_value_notices(page.query, page.filters),
        "who_to_ask": who_to_ask(facts.setting),
        "line": facts_line(request, facts if person else known),
        "person_in_text": person_in_text(query.text, known),
        "named": organization_named(query.text),
        "just_saved": just_saved(request),
        "setting": facts.setting,
    }
    response = render(request, "directory/find.html", context)
    return mark_private(update_facts(request, response, facts)) if person else response


def facts_for_query(facts: Facts, query: FinderQuery) -> Facts:
    """What was said about the person, with what is searched for. A search near a prison says that they are in it."""
    place = query.place
    at = place.establishment if place else ""
    with_search = facts.seeking(
        setting=query.setting,
        home=place.area_label if place and not at else "",
        needs=query.selected.get("need", ()),
    )
    return with_search.held_at(at) if at else with_search


def _led_on(request: HttpRequest, query: QueryDict, facts: Facts, known: Facts) -> HttpResponse:
    """Redirect to the same search without what it says about the person, which goes into the cookie instead."""
    address = f"{request.path}?{query.urlencode()}" if query else request.path
    response = HttpResponse(status=302, headers={"Location": address})
    return mark_private(keep_facts(request, response, facts) if facts != known else response)
