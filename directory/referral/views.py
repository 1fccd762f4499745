"""Saying who a search is for, once, and forgetting it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from directory.navigation.redirects import is_cross_site_or_prefetch, safe_return_path, see_other

from .cookie import forget_facts, keep_and_redirect, mark_private, read_facts
from .forms import PersonForm


# Exempt because a token would put a cookie on every visitor who only reads: another site that posts here is refused
# by what browsers say about it, and could learn nothing anyway. It is a POST so that nothing said is in an address.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def who(request: HttpRequest) -> HttpResponse:
    """Ask who it is for, keep the answer in this browser and go back to where that was asked."""
    back = _back(request)
    facts = read_facts(request)
    if request.method == "POST" and not is_cross_site_or_prefetch(request):
        form = PersonForm(facts, request.POST)
        if form.is_valid():
            return keep_and_redirect(request, back, form.stated_facts())
    else:
        form = PersonForm(facts)
    return mark_private(render(request, "directory/referral/who.html", {"form": form, "back": back, "facts": facts}))


@require_GET
def forget(request: HttpRequest) -> HttpResponse:
    """Delete what was said, and go back. A link that another site presses could do no more than that."""
    return mark_private(forget_facts(see_other(_back(request))))


def _back(request: HttpRequest) -> str:
    return safe_return_path(request.POST.get("back", request.GET.get("back", ""))) or reverse("find")
