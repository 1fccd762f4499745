"""Each answer asks once which change is the newest, and is true as of that moment."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from search.changelog.log import asking_once

Respond = Callable[[HttpRequest], HttpResponseBase]


def newest_change_middleware(respond: Respond) -> Respond:
    """Before whatever shows what is kept until the next change. What is streamed asks for itself."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        with asking_once():
            return respond(request)

    return answer
