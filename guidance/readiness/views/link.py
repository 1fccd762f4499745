"""The private link: shown, opened, closed, and deleted with everything behind it.

The code stands behind the `#` of the link. Browsers never send that part, so it is in no log of ours, of a proxy or of
anybody whose page is opened next. A script puts it into the form; without one, people paste the link there.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.debug import sensitive_variables

from directory.navigation.back_forward_cache import clear_back_forward_cache
from guidance.readiness.actions import OpenCheck, delete_check, open_check
from guidance.readiness.asked import read_asked
from guidance.readiness.codes import grouped, read_code
from guidance.readiness.cookie import close, keep_open
from guidance.readiness.forms import PrivateLinkForm
from guidance.readiness.slowing import is_slowed, note_wrong, took_time

from .answers import store_questions
from .opened import check_breadcrumbs, check_page, closed_page, private_page, to
from .plan import store_dates

# What can be saved after a check was opened again.
SAVES = {"readiness_save_questions": store_questions, "readiness_save_dates": store_dates}


@private_page("POST")
@sensitive_variables()
def open_link(request: HttpRequest) -> HttpResponse:
    """Open a check by its link, and save what was typed before it was closed."""
    if request.method != "POST":
        response = closed_page(request)
        response.status_code = 200
        return response
    typed = request.POST.get("code", "")
    is_looked_at = not is_slowed(request) or took_time(request.POST.get("opened", ""))
    opened = open_check(read_code(typed)) if is_looked_at else None
    if opened is None:
        note_wrong(request)
        return closed_page(request, form=PrivateLinkForm({"code": typed[:200]}))
    return keep_open(request, _lead_on(request, opened), opened.code)


@check_page()
def link(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """The link, to be copied: it is shown nowhere else, and nobody can look it up."""
    code = grouped(opened.code)
    context = {
        "address": f"{request.build_absolute_uri(reverse('readiness_open'))}#{code}",
        "code": code,
        "breadcrumbs": check_breadcrumbs(read_asked()),
    }
    return render(request, "guidance/readiness/link.html", context)


@private_page("POST")
def close_check(request: HttpRequest) -> HttpResponse:
    """End it in this browser. The link opens it again."""
    response = to("start")
    if request.method == "POST":
        clear_back_forward_cache(request, response)
        close(response)
    return response


@check_page()
def delete(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """Ask whether everything is to go."""
    context = {"count": len(opened.contents.answers), "breadcrumbs": check_breadcrumbs(read_asked())}
    return render(request, "guidance/readiness/delete.html", context)


@check_page("POST")
def delete_for_good(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """Delete the check with every earlier state of it."""
    if request.method != "POST":
        return to("delete_check")
    delete_check(check=opened.check)
    response = to("start")
    response.headers["Location"] += "?deleted"
    clear_back_forward_cache(request, response)
    return close(response)


@sensitive_variables()
def _lead_on(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    try:
        match = resolve(request.POST.get("to", "") or "/")
    except Resolver404:
        match = None
    if match is not None and match.url_name in SAVES:
        return SAVES[match.url_name](request, opened, **match.kwargs)
    return to("result") if opened.contents.answers else _to_questions(opened)


def _to_questions(opened: OpenCheck) -> HttpResponse:
    stages = read_asked().for_check(opened.check).stages
    return to("questions", stages[0].slug) if stages else to("result")
