"""A check beside an earlier state of it, and beside what others wrote."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guidance.readiness.actions import OpenCheck, open_check, read_snapshots
from guidance.readiness.asked import read_asked
from guidance.readiness.cookie import read_open
from guidance.readiness.coverage import coverage_of
from guidance.readiness.standing import Comparison

from .opened import check_breadcrumbs, check_page, private_page


@check_page()
def compare(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """Every answer then and now. `?day=2026-11-27` says since when; the last day before today unless told."""
    asked = read_asked().for_check(opened.check)
    today = timezone.localdate()
    states = {day: state for day, state in read_snapshots(opened) if day < today}
    chosen = next((day for day in states if day.isoformat() == request.GET.get("day")), next(iter(states), None))
    context = {
        "asked": asked,
        "days": list(states),
        "chosen": chosen,
        "comparison": Comparison(asked, states[chosen], opened.contents) if chosen else None,
        "breadcrumbs": check_breadcrumbs(asked),
    }
    return render(request, "guidance/readiness/compare.html", context)


@private_page()
def frameworks(request: HttpRequest) -> HttpResponse:
    """What each framework asks of an organisation, and what of ours covers it; nothing, where nobody mapped it.

    With a check that is open in this browser: what was answered.
    """
    every = read_asked()
    opened = open_check(read_open(request))
    asked = every.for_check(opened.check) if opened else None
    context = {
        "coverage": coverage_of(every, asked, opened.contents if opened else None),
        "is_open": opened is not None,
        "breadcrumbs": check_breadcrumbs(every),
    }
    return render(request, "guidance/readiness/frameworks.html", context)
