"""The language of an answer, chosen by the address and by nothing else.

Django's own middleware also looks at what a browser prefers and at a cookie. Then one address would be several pages,
and a kept page could reach somebody in a language that was not asked for.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.encoding import iri_to_uri

from directory.navigation.languages import language_of, language_tag
from search.languages import answering_in, own_language


class AddressLanguageMiddleware:
    """Speaks the language of the address for as long as it is answered. Only a hub with several languages has it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = language_of(request.path_info)
        if asked is not None and not _is_written_so(request.path_info, asked.address):
            return _moved(request, asked.address)
        language = asked.language if asked else own_language()
        with answering_in(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language_tag(language))
        return response


def _is_written_so(path: str, address: str) -> bool:
    """Without its last stroke Django leads on, as everywhere."""
    return path in (address, address.rstrip("/"))


def _moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """`/CY/` is `/cy/`, and the hub's own language has no prefix."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(iri_to_uri(f"{address}?{query}" if query else address))
