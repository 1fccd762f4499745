"""A plain view for `benchmarks.pages`: a template, and the one statement that a kept page costs."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import engines

from benchmarks.page_server import FIRST
from search.changelog.log import head

TEMPLATE = """<!doctype html><html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
<ul>{% for line in lines %}<li><a href="/{{ line }}/">{{ line }}</a></li>{% endfor %}</ul></body></html>"""


def answer_before_the_rest(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Behind the outer middleware, in front of sessions and of Wagtail."""
    template = engines["django"].from_string(TEMPLATE)
    kept = settings.DRAWN_PAGES_KEPT

    def middleware(request: HttpRequest) -> HttpResponse:
        settings.DRAWN_PAGES_KEPT = 0 if FIRST in request.META["QUERY_STRING"] else kept
        if request.path_info != "/benchmark/plain/":
            return get_response(request)
        head()
        return HttpResponse(template.render({"title": "Plain", "lines": range(20)}, request))

    return middleware
