"""Public pages of the home room that are not Wagtail pages."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.places.geography import without_household
from guidance.trail import HOME

from .site_search import read_asked, search_everything
from .suggestions import places_for, suggestions_for

SECONDS_KEPT = 60
# Longer texts are cut before they are searched for.
LONGEST = 500


@require_safe
def site_search(request: HttpRequest) -> HttpResponse:
    """Search everything public. A page past the end says so with 404."""
    typed = request.GET.get("q", "")[:LONGEST]
    if (cut := without_household(typed)) != typed:
        # The end of a postcode points at few homes; what is typed here stands in an address and a history.
        query = request.GET.copy()
        query["q"] = cut
        return HttpResponse(status=302, headers={"Location": f"{request.path}?{query.urlencode()}"})
    asked = read_asked(request.GET)
    found = search_everything(asked) if asked.text else None
    status = 404 if found is not None and found.is_past_the_end else 200
    context = {"asked": asked, "found": found, "crumbs": (HOME,)}
    if found is not None:
        context |= {
            "previous_address": asked.address(page=asked.page - 1) if asked.page > 1 else "",
            "next_address": asked.address(page=asked.page + 1) if asked.page < found.pages else "",
            "first_address": asked.address(page=1),
        }
    return render(request, "home/search.html", context, status=status)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What begins like `q`, or the places that begin like `near`, as JSON for the suggestions script."""
    near = request.GET.get("near")
    groups = suggestions_for(request.GET.get("q", "")) if near is None else places_for(near)
    response = JsonResponse({"groups": groups})
    # For this browser only: what somebody types is nobody else's business.
    response.headers["Cache-Control"] = f"private, max-age={SECONDS_KEPT}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
