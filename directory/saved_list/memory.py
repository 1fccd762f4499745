"""Where a browser keeps its list: one cookie, set by pressing "Save to list" and by nothing else."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from .codes import SavedList, read_list

COOKIE = "saved_list"
# Pages that show "Save to list" and have their whole state in their address.
BACK_TO = ("/find/", "/services/", "/organisations/")
MOST_BACK = 2_000


def remembered(request: HttpRequest) -> SavedList:
    """The list this browser keeps; an empty one when it keeps none."""
    return read_list(request.COOKIES.get(COOKIE, ""))


def remember(request: HttpRequest, response: HttpResponse, saved: SavedList) -> HttpResponse:
    """Keep the list until the browser is closed: computers in hostels, libraries and offices are shared."""
    if saved.keys:
        # Scripts may read it: saved_list.js marks what is on the list on pages that are the same for everyone.
        response.set_cookie(COOKIE, saved.body, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def was_not_pressed_here(request: HttpRequest) -> bool:
    """Whether another site sent the browser, or the browser only guesses what is pressed next.

    Saving is a plain link, so that pages with "Save to list" need no token and set no cookie. The worst a forged
    link could do is to put a public service on a list; this stops even that in every current browser.
    """
    purpose = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    return request.headers.get("Sec-Fetch-Site") == "cross-site" or "prefetch" in purpose


def page_before(request: HttpRequest) -> str:
    """Path and query of the page "Save to list" was pressed on, or nothing."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return ""
    parts = urlsplit(before)
    return safe_back(f"{parts.path}?{parts.query}" if parts.query else parts.path)


def safe_back(path: str) -> str:
    """The path when it leads to one of our public pages, else nothing."""
    return path if path.startswith(BACK_TO) and len(path) <= MOST_BACK and path.isprintable() else ""
