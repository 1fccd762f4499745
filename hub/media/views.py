"""Serves uploaded pictures: resized copies to everybody, anything else only to staff, and nothing else at all.

Each address is looked up among the pictures, so that no path leads out of their folder and no folder is listed.
Documents have a view of Wagtail's own, which knows who may read them.
"""

from contextlib import suppress
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.users.models import UserProfile

from hub.models import HubImage, HubRendition

CONTENT_TYPES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
A_YEAR = 60 * 60 * 24 * 365
# A picture of people goes when their consent ends: no browser may keep it for long.
AN_HOUR = 60 * 60


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponse:
    """One uploaded picture. 404 for everything that is not one, or not one that this visitor may see."""
    if "\0" in name or PurePath(name).suffix.lower() not in CONTENT_TYPES:
        raise Http404
    copy = HubRendition.objects.select_related("image").filter(file=name).first()
    if copy is None:
        return _for_staff(request, name)
    if not copy.image.may_be_shown and not _is_staff(request):
        raise Http404
    response = _file(name)
    if copy.image.shows_people:
        patch_cache_control(response, private=True, max_age=AN_HOUR)
        patch_vary_headers(response, [_("Cookie")])
    else:
        # The name changes with the content.
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response


def _for_staff(request: HttpRequest, name: str) -> HttpResponse:
    """What was uploaded, before it was resized, and the pictures that staff have of themselves."""
    if not _is_staff(request):
        raise Http404
    if not HubImage.objects.filter(file=name).exists() and not UserProfile.objects.filter(avatar=name).exists():
        raise Http404
    response = _file(name)
    patch_cache_control(response, private=True, no_store=True)
    return response


def _is_staff(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")


def _file(name: str) -> HttpResponse:
    try:
        with default_storage.open(name) as file:
            content = file.read()
    except (OSError, ValueError) as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=CONTENT_TYPES[PurePath(name).suffix.lower()])
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = "inline"
    with suppress(OSError, NotImplementedError):
        response.headers["Last-Modified"] = http_date(default_storage.get_modified_time(name).timestamp())
    return response
