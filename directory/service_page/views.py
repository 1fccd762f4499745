"""The page of a service, the answer to "can I refer?", and the map."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from directory.models import Service
from directory.referral_check import ReferralCheckForm, check_referral

from .contents import page_contents
from .loading import load_service
from .mapping import map_places, tile_origin, tiles

TEMPLATE = "directory/service_detail.html"


@require_safe
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service."""
    found = _service(slug)
    return render(request, TEMPLATE, page_contents(found, ReferralCheckForm(found), _address(request, found)))


# Exempt because it changes nothing: a token would put a cookie on every visitor who only reads. It is a POST so that
# what is said about a person is in no address, no history and no log.
@csrf_exempt
@require_POST
@never_cache
def can_i_refer(request: HttpRequest, slug: str) -> HttpResponse:
    """The service's page with the answer for the person described."""
    found = _service(slug)
    form = ReferralCheckForm(found, request.POST)
    context = page_contents(found, form, _address(request, found))
    if form.is_valid():
        context["answer"] = check_referral(found, form)
    return render(request, TEMPLATE, context)


@require_safe
def service_map(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a service is, and a map when somebody asks for it. 404 when no place is public."""
    found = _service(slug)
    places = map_places(found)
    if not places:
        raise Http404
    response = render(request, "directory/service_map.html", {"service": found, "places": places, "tiles": tiles()})
    if tile_origin():
        # Read by django-csp's middleware: pictures may come from the tile server on this page and no other.
        response._csp_update = {"img-src": [tile_origin()]}
    return response


def _service(slug: str) -> Service:
    found = load_service(slug)
    if found is None:
        raise Http404
    return found


def _address(request: HttpRequest, service: Service) -> str:
    return request.build_absolute_uri(service.get_absolute_url())
