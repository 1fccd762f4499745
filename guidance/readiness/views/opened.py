"""What the views share: the check that is open in this browser, and answers that nothing keeps."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from directory.navigation.languages import without_prefix
from directory.navigation.redirects import is_cross_site_or_prefetch, see_other
from guidance.breadcrumbs import Breadcrumb, breadcrumbs_of
from guidance.readiness.actions import open_check
from guidance.readiness.asked import QuestionSet
from guidance.readiness.cookie import read_open
from guidance.readiness.forms import PrivateLinkForm
from guidance.readiness.slowing import is_slowed, opened_now

View = Callable[..., HttpResponse]
NO_LONGER, NOT_NOW = 404, 503
logger = logging.getLogger(__name__)
# What a form brings besides what somebody typed.
NOT_TYPED = ("csrfmiddlewaretoken", "opened", "code", "then", "to")


def private(response: HttpResponse) -> HttpResponse:
    """Kept in no cache, found by no search engine, and named to no page that a link leads to."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def private_page(*methods: str) -> Callable[[View], View]:
    """A page of the check, for whoever comes."""

    def decorate(view: View) -> View:
        # Exempt because a token would be one more thing that runs out while a team talks, with all that it typed. The
        # cookie of a check is not sent along by other sites, and what browsers say of them is looked at.
        @csrf_exempt
        @require_http_methods(["GET", "HEAD", *methods])
        @sensitive_post_parameters()
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
            if request.method == "POST" and _comes_from_elsewhere(request):
                raise PermissionDenied
            return private(view(request, *args, **named))

        return answered

    return decorate


def check_page(*methods: str) -> Callable[[View], View]:
    """A page of the check that is open in this browser. Without one it asks for the link, and keeps what was typed."""

    def decorate(view: View) -> View:
        @private_page(*methods)
        @sensitive_variables()
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
            try:
                opened = open_check(read_open(request))
                return closed_page(request) if opened is None else view(request, opened, *args, **named)
            except DatabaseError as error:
                if request.method != "POST":
                    raise
                # The kind of the fault and no more: its words may hold what was typed.
                logger.error("A readiness check could not be saved: %s", type(error).__name__)
                return _not_saved(request)

        return answered

    return decorate


@sensitive_variables()
def closed_page(request: HttpRequest, *, form: PrivateLinkForm | None = None) -> HttpResponse:
    """The same page, with the same words, for a link that is wrong, forged, too old or deleted, and for none at all.

    Whatever a form brought is carried along, so that it is saved once the link is there.
    """
    typed, address = _carried(request)
    context = {
        "form": form or PrivateLinkForm(),
        "is_wrong": form is not None,
        "is_asked_for": request.method != "POST" and request.path_info == reverse("readiness_open"),
        "opened": opened_now(),
        "typed": typed,
        "to": address,
        "waits": is_slowed(request),
    }
    return render(request, "guidance/readiness/open.html", context, status=NO_LONGER)


@sensitive_variables()
def _not_saved(request: HttpRequest) -> HttpResponse:
    """What was typed, to be sent once more."""
    typed, address = _carried(request)
    context = {"typed": typed, "to": address}
    return render(request, "guidance/readiness/not_saved.html", context, status=NOT_NOW)


def to(name: str, *args: str) -> HttpResponse:
    """Lead on after a form."""
    return see_other(reverse(f"readiness_{name}", args=args))


def check_breadcrumbs(asked: QuestionSet, *, deeper: bool = True) -> tuple[Breadcrumb, ...]:
    """The way back, from the start of the check on when a page lies deeper."""
    own = (Breadcrumb(_("Are we ready?"), reverse("readiness_start")),) if deeper else ()
    return (*breadcrumbs_of(asked.section), *own)


def _carried(request: HttpRequest) -> tuple[list[tuple[str, str]], str]:
    """What was typed, and where it was to be saved: only a page of the check."""
    if request.method != "POST":
        return [], ""
    address = request.POST.get("to", "") or request.path_info
    saves = ("/guidance/readiness/stage/", "/guidance/readiness/plan/save/")
    if not (without_prefix(address).startswith(saves) and address.isprintable()):
        return [], ""
    return [(name, value) for name, value in request.POST.items() if name not in NOT_TYPED], address


def _comes_from_elsewhere(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "null")
    # Pages that name themselves to nobody send "null".
    is_foreign = origin not in ("null", f"{request.scheme}://{request.get_host()}")
    return is_foreign or is_cross_site_or_prefetch(request)
