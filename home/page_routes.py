"""Finds the page of an address in the language that it asks for. Only a hub with several languages comes here.

Each language has a tree of its own, whose home page is a translation of the site's. What is not translated, or not
published yet, is shown in the hub's own language at the address where the translation would be.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from search.languages import answered_language, is_in_own_language, own_language

from .models import HomePage


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """As Wagtail's own view, but for where the page is looked for. Raises `Http404` when no language has it."""
    found = _find(request, [part for part in path.split("/") if part])
    if found is None:
        raise Http404
    if found.page.is_shown_instead and not found.args and (elsewhere := _address_of_translation(request, found.page)):
        return HttpResponseRedirect(elsewhere)
    # Where Wagtail keeps what it has found for a request.
    request._wagtail_route_for_request = found
    return wagtail_serve(request, path)


def _find(request: HttpRequest, parts: list[str]) -> RouteResult | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    homes = _homes(site)
    own, wanted = homes.get(own_language()), homes.get(answered_language())
    if not is_in_own_language() and wanted is not None and wanted.live:
        found = _route(wanted, request, parts)
        if found is not None and found.page.alias_of_id is None:
            return found
    return _route(own, request, parts) if own is not None else None


def _homes(site: Site) -> dict[str, HomePage]:
    """The home page of each language, in one statement."""
    homes = HomePage.objects.filter(translation_key=site.root_page.translation_key).select_related("locale")
    return {home.locale.language_code: home for home in homes}


def _route(home: Page, request: HttpRequest, parts: list[str]) -> RouteResult | None:
    try:
        return home.route(request, parts)
    except Http404:
        return None


def _address_of_translation(request: HttpRequest, page: Page) -> str:
    """Where the translation of a page is, when that is another address than the one asked for."""
    translation = page.other_languages.get(answered_language())
    address = translation.get_url(request) if translation is not None else None
    query = request.META.get("QUERY_STRING", "")
    if not address or address == request.path:
        return ""
    return f"{address}?{query}" if query else address
