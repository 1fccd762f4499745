"""What does not say who may keep it is for one person.

A header about a list that somebody saved, a search that they typed, a page that was not found: any of these may stand
in an answer whose view knows nothing of proxies, and a proxy may be told to keep whatever says nothing.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

# A browser may show it again by Back, as it may a kept page, and asks otherwise.
FOR_ONE_PERSON = "private, max-age=0, must-revalidate"

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def private_by_default_middleware(get_response: GetResponse) -> GetResponse:
    """Stands before the kept pages, which say that everybody may have them."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", FOR_ONE_PERSON)
        return response

    return answer
