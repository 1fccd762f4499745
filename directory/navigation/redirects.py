"""Where a browser comes from, and where it may be sent back to."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.http import url_has_allowed_host_and_scheme

from .languages import without_prefix

# Pages that have their whole state in their address, or in a cookie of ours.
BACK_TO = ("/find/", "/services/", "/organisations/", "/release/", "/search/", "/enquiries/new/", "/list/")
MOST_BACK = 2_000


def is_cross_site_or_prefetch(request: HttpRequest) -> bool:
    """Whether another site sent the browser, or the browser only guesses what is pressed next.

    Saving is a plain link, and saying who a search is for a plain form, so that pages with them need no token and set
    no cookie. The worst a forged one could do is to put a public service on a list, or made-up facts into a search;
    this stops even that in every current browser.
    """
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return request.headers.get("Sec-Fetch-Site") == "cross-site" or "prefetch" in purpose


def referring_path(request: HttpRequest) -> str:
    """Path and query of the page that led here, or nothing."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return ""
    parts = urlsplit(before)
    return safe_return_path(f"{parts.path}?{parts.query}" if parts.query else parts.path)


def safe_return_path(path: str) -> str:
    """The path when it leads to one of our public pages, else nothing."""
    return path if without_prefix(path).startswith(BACK_TO) and len(path) <= MOST_BACK and path.isprintable() else ""


def see_other(path: str) -> HttpResponse:
    """Lead on after a form, so that Back and a reload send nothing again."""
    return HttpResponse(status=303, headers={"Location": iri_to_uri(path)})
