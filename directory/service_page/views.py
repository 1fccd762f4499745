"""The page of a service, the answer to "can I refer?", and the map."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import Service
from directory.navigation.former_slugs import redirects_former_slugs
from directory.navigation.page_lifetime import same_for_everyone
from directory.navigation.redirects import is_cross_site_or_prefetch, see_other
from directory.referral.cookie import keep_and_redirect, mark_private, read_facts
from directory.referral.facts_line import NOTHING, SAID, facts_line
from directory.referral.forms import ReferralCheckForm
from directory.referral.recorded_rules import rules_of
from directory.saved_list.cookie import just_saved

from .contents import ReferralQuestion, page_contents
from .service_map import map_places, tile_origin, tiles

TEMPLATE = "directory/service_detail.html"


@require_safe
@same_for_everyone
@redirects_former_slugs(Service)
def service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service, with its answer for the person this browser was told of."""
    return _page(
        request, _service(slug), ReferralQuestion(read_facts(request), wants_answer=request.GET.get(SAID) == NOTHING)
    )


# Exempt because a token would put a cookie on every visitor who only reads: another site that posts here is refused
# by what browsers say about it. It is a POST so that what is said about a person is in no address and no history.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@redirects_former_slugs(Service)
def can_i_refer(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep what was said in this browser and lead back to the page, which answers; or say what cannot be used."""
    found, facts = _service(slug), read_facts(request)
    if request.method != "POST":
        # Who saves, or changes what was said, where something could not be used comes back by a link.
        query = request.META.get("QUERY_STRING", "")
        return see_other(f"{found.get_absolute_url()}?{query}" if query else found.get_absolute_url())
    form = ReferralCheckForm(found, rules_of(found), facts, request.POST)
    if is_cross_site_or_prefetch(request) or not form.is_valid():
        return mark_private(_page(request, found, ReferralQuestion(facts, request.POST)))
    return keep_and_redirect(request, f"{found.get_absolute_url()}#refer", form.stated_facts())


@require_safe
@same_for_everyone
@redirects_former_slugs(Service)
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
    found = Service.objects.published().with_parts().filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, service: Service, question: ReferralQuestion) -> HttpResponse:
    context = page_contents(service, question, _address(request, service))
    context["line"] = facts_line(request, question.facts)
    context["just_saved"] = just_saved(request)
    response = render(request, TEMPLATE, context)
    return mark_private(response) if question.facts.says_anything else response


def _address(request: HttpRequest, service: Service) -> str:
    return request.build_absolute_uri(service.get_absolute_url())
