"""Error pages. They read nothing from the database, so they work when it does not."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from home.site_layout import default_site_layout


def _page(template: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(template, {"site_layout": default_site_layout()}), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("403.html", 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page("500.html", 500)


def csrf_page(request: HttpRequest) -> HttpResponse:
    """A form without a valid token, of which nothing can be shown again."""
    return _page("403_csrf.html", 403)
