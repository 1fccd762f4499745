"""The list a browser keeps, and lists that somebody sent."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from directory.models import Service
from directory.navigation.former_slugs import redirects_former_slugs
from directory.navigation.redirects import is_cross_site_or_prefetch, referring_path, safe_return_path, see_other

from .codes import MOST_SERVICES, SavedList, read_list
from .contents import load_contents, qr_code
from .cookie import keep_saved_list, read_saved_list, with_saved

MOST_DIGITS = 19


@require_safe
def my_list(request: HttpRequest) -> HttpResponse:
    """The list this browser keeps, with what was just saved."""
    saved = read_saved_list(request)
    context = _context(request, saved)
    added = _service(request.GET.get("added", ""))
    context.update(
        is_mine=True,
        back=safe_return_path(request.GET.get("back", "")),
        added=added if added and added.pk in saved.keys else None,
        not_added=added if added and added.pk not in saved.keys else None,
    )
    if context["not_added"] and not saved.is_full:
        context["link_instead"] = reverse("shared_list", args=[SavedList((added.pk,)).code])
    return _private(render(request, "directory/saved_list/list.html", context))


@require_safe
def shared_list(request: HttpRequest, code: str) -> HttpResponse:
    """A list by its address: the same for everyone, whatever their browser keeps."""
    saved = read_list(code)
    context = _context(request, saved)
    response = render(request, "directory/saved_list/list.html", context, status=200 if saved.keys else 404)
    # A copy may be kept, but a service that was withdrawn must be gone at the next look.
    response.headers["Cache-Control"] = "no-cache"
    return _hidden(response)


@require_GET
@redirects_former_slugs(Service)
def add_to_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Put one service on the list this browser keeps."""
    service = get_object_or_404(Service.objects.published(), slug=slug)
    if is_cross_site_or_prefetch(request):
        return _private(redirect(service))
    saved, back = read_saved_list(request).plus([service.pk]), referring_path(request)
    # The list itself says that it is full. It is also where the browser goes when the page it came from is not ours.
    if back and service.pk in saved.keys:
        return _private(keep_saved_list(request, see_other(with_saved(back, service.slug)), saved))
    return _private(keep_saved_list(request, _to_my_list({"added": service.slug, "back": back}), saved))


@require_GET
def keep_list(request: HttpRequest, code: str) -> HttpResponse:
    """Put a list that somebody sent on the list this browser keeps."""
    if is_cross_site_or_prefetch(request):
        return _private(redirect("shared_list", code=read_list(code).code))
    sent = Service.objects.published().in_bulk(read_list(code).keys)
    keys = [key for key in read_list(code).keys if key in sent]
    saved = read_saved_list(request).plus(keys)
    left_out = next((sent[key].slug for key in keys if key not in saved.keys), "")
    return _private(keep_saved_list(request, _to_my_list({"added": left_out}), saved))


@require_POST
def remove_from_list(request: HttpRequest) -> HttpResponse:
    """Take one service off the list, or all of them."""
    saved, posted = read_saved_list(request), request.POST.get("service", "")
    if posted == "all":
        saved = SavedList()
    elif posted.isascii() and posted.isdigit():
        saved = saved.without(int(posted[:MOST_DIGITS]))
    return _private(keep_saved_list(request, _to_my_list({}), saved))


def _context(request: HttpRequest, saved: SavedList) -> dict[str, Any]:
    contents = load_contents(saved)
    address = request.build_absolute_uri(reverse("shared_list", args=[saved.code])) if saved.keys else ""
    return {
        "saved": saved,
        "entries": contents.entries,
        "gone": contents.gone,
        "address": address,
        "qr_code": qr_code(address) if contents.entries else "",
        "mail": "mailto:?" + urlencode({"subject": _("A list of services"), "body": address}).replace("+", "%20"),
        "most": MOST_SERVICES,
        "today": timezone.localdate(),
    }


def _service(slug: str) -> Service | None:
    """The public service with this slug. Anything may be asked for: most databases refuse a NUL."""
    return Service.objects.published().filter(slug=slug).first() if slug and slug.isprintable() else None


def _to_my_list(query: dict[str, str]) -> HttpResponse:
    parameters = urlencode({name: value for name, value in query.items() if value})
    return see_other(reverse("my_list") + (f"?{parameters}" if parameters else ""))


def _private(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    return _hidden(response)


def _hidden(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
