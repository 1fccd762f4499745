"""Old addresses of a service or an organisation that got another slug."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse

from directory.models.slugs import RememberedSlug, current_slug

SAFE = ("GET", "HEAD")
# Browsers keep a permanent redirect for as long as they are let. The slug may come to name something else.
KEPT_SECONDS = 60 * 60

View = Callable[..., HttpResponseBase]


def redirects_former_slugs(model: type[RememberedSlug]) -> Callable[[View], View]:
    """Wrap a view of one row: what it does not find under a slug may have had that slug before.

    Whoever reads is led to the new address. What somebody sends is taken as if it had been sent there: a redirect
    would lose it.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def followed(request: HttpRequest, slug: str) -> HttpResponseBase:
            try:
                return view(request, slug=slug)
            except Http404:
                now = current_slug(model, slug)
                if not now:
                    raise
            if request.method not in SAFE:
                return view(request, slug=now)
            return _moved(request, now)

        return followed

    return decorate


def _moved(request: HttpRequest, slug: str) -> HttpResponsePermanentRedirect:
    address = reverse(request.resolver_match.view_name, args=[slug])
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response.headers["Cache-Control"] = f"max-age={KEPT_SECONDS}"
    return response
