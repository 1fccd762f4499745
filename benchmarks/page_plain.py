"""A plain view for `benchmarks.pages`: a template, and the one statement that a kept page costs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template import engines

from search.changelog.log import head

TEMPLATE = """<!doctype html><html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
<ul>{% for line in lines %}<li><a href="/{{ line }}/">{{ line }}</a></li>{% endfor %}</ul></body></html>"""


def answer_before_the_rest(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Behind the outer middleware, in front of sessions and of Wagtail."""
    template = engines["django"].from_string(TEMPLATE)

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info != "/benchmark/plain/":
            return get_response(request)
        head()
        return HttpResponse(template.render({"title": "Plain", "lines": range(20)}, request))

    return middleware
