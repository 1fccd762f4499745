"""Where a browser keeps its list: one cookie, set by pressing "Save to list" and by nothing else."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.http import HttpRequest, HttpResponse

from directory.models import Service

from .codes import SavedList, read_list

COOKIE = "saved_list"
SAVED = "saved"


def read_saved_list(request: HttpRequest) -> SavedList:
    """The list this browser keeps; an empty one when it keeps none."""
    return read_list(request.COOKIES.get(COOKIE, ""))


def keep_saved_list(request: HttpRequest, response: HttpResponse, saved: SavedList) -> HttpResponse:
    """Keep the list until the browser is closed: computers in hostels, libraries and offices are shared."""
    if saved.keys:
        # Scripts may read it: saved_list.js marks what is on the list on pages that are the same for everyone.
        response.set_cookie(COOKIE, saved.body, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def with_saved(path: str, slug: str) -> str:
    """The address of a page that says what was just saved from it."""
    parts = urlsplit(path)
    parameters = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != SAVED]
    return f"{parts.path}?{urlencode([*parameters, (SAVED, slug)])}"


def just_saved(request: HttpRequest) -> Service | None:
    """The service that was just put on the list from this page, or None.

    One query, and only where the address says so. Anything may stand there: most databases refuse a NUL.
    """
    slug = request.GET.get(SAVED, "")
    found = Service.objects.published().filter(slug=slug).first() if slug and slug.isprintable() else None
    return found if found and found.pk in read_saved_list(request).keys else None
