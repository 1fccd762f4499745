"""Public pages of the home room that are not Wagtail pages."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from directory.navigation.back_forward_cache import clear_back_forward_cache
from directory.navigation.personal_cookies import PERSONAL_COOKIES, delete_cookies
from directory.places.geography import without_household

from .autocomplete import suggest_everything, suggest_places_only
from .site_layout import load_site_layout
from .site_search import read_site_search_query, search_everything

SUGGESTIONS_MAX_AGE = 60
# Longer texts are cut before they are searched for.
MAX_TYPED = 500
EXIT_HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # The page somebody escapes to is not told where they come from.
    "Referrer-Policy": "no-referrer",
}


@require_safe
def site_search(request: HttpRequest) -> HttpResponse:
    """Search everything public. A page past the end says so with 404."""
    typed = request.GET.get("q", "")[:MAX_TYPED]
    if (cut := without_household(typed)) != typed:
        # The end of a postcode points at few homes; what is typed here stands in an address and a history.
        parameters = request.GET.copy()
        parameters["q"] = cut
        return HttpResponse(status=302, headers={"Location": f"{request.path}?{parameters.urlencode()}"})
    query = read_site_search_query(request.GET)
    results = search_everything(query) if query.text else None
    status = 404 if results is not None and results.is_past_the_end else 200
    return render(request, "home/search.html", {"query": query, "results": results}, status=status)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What begins like `q`, or the places that begin like `near`, as JSON for the suggestions script."""
    near = request.GET.get("near")
    groups = suggest_everything(request.GET.get("q", "")) if near is None else suggest_places_only(near)
    response = JsonResponse({"groups": groups})
    # For this browser only: what somebody types is nobody else's business.
    response.headers["Cache-Control"] = f"private, max-age={SUGGESTIONS_MAX_AGE}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


# Exempt because a script cannot wait for a token, and all a forged request could do is delete a receipt.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Delete what cookies say about a person, then lead to another site; a script that leads there itself posts."""
    if request.method == "POST":
        response = HttpResponse(status=204)
    else:
        response = HttpResponse(status=303, headers={"Location": load_site_layout().exit_url})
    delete_cookies(response, PERSONAL_COOKIES)
    clear_back_forward_cache(request, response)
    for name, value in EXIT_HEADERS.items():
        response.headers[name] = value
    return response
