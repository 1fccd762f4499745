"""Public pages of the home room that are not Wagtail pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from guidance.trail import HOME

from .site_search import read_asked, search_everything


@require_safe
def site_search(request: HttpRequest) -> HttpResponse:
    """Search everything public. A page past the end says so with 404."""
    asked = read_asked(request.GET)
    found = search_everything(asked) if asked.text else None
    status = 404 if found is not None and found.is_past_the_end else 200
    context = {"asked": asked, "found": found, "crumbs": (HOME,)}
    if found is not None:
        context |= {
            "previous_address": asked.address(page=asked.page - 1) if asked.page > 1 else "",
            "next_address": asked.address(page=asked.page + 1) if asked.page < found.pages else "",
            "first_address": asked.address(page=1),
        }
    return render(request, "home/search.html", context, status=status)
