"""What can start before, at and after a release."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import Area
from directory.navigation.redirects import is_cross_site_or_prefetch, see_other
from directory.opening_hours.bank_holidays import nations_of
from directory.referral.cookie import keep_and_redirect, mark_private, read_facts
from directory.referral.facts import Facts
from directory.referral.facts_line import facts_line
from directory.saved_list.codes import MOST_SERVICES, SavedList
from directory.saved_list.contents import load_contents, qr_code
from directory.saved_list.cookie import just_saved
from directory.vocabulary.labels import read_held

from .dates import release_day_notes, time_until
from .forms import Choices, ReleaseAnswers, ReleasePlanForm, answers_of, load_choices
from .plan import Release, ReleasePlan, make_plan


# Exempt because a token would put a cookie on every visitor who only reads: another site that posts here is refused
# by what browsers say about it.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest) -> HttpResponse:
    """Ask for a prison and a date, keep the answers in this browser and lead on to the plan."""
    choices, facts = load_choices(), read_facts(request)
    form = ReleasePlanForm(facts, choices)
    if request.method == "POST" and not is_cross_site_or_prefetch(request):
        form = ReleasePlanForm(facts, choices, request.POST)
        if form.is_valid():
            return keep_and_redirect(request, reverse("release_plan"), form.stated_facts(facts))
    context = {"form": form, "line": facts_line(request, facts)}
    response = render(request, "directory/release/questions.html", context)
    return mark_private(response) if facts.says_anything or request.method == "POST" else response


@require_safe
def release_plan(request: HttpRequest) -> HttpResponse:
    """The plan for what this browser was told. A date of release never stands in an address."""
    choices, facts = load_choices(), read_facts(request)
    answers = answers_of(facts, choices)
    prison, day = answers.establishment, answers.release_date
    if prison is None or day is None:
        query = request.META.get("QUERY_STRING", "")
        return mark_private(see_other(f"{reverse('release')}?{query}" if query else reverse("release")))
    context = {
        "form": ReleasePlanForm(facts, choices),
        "answers": answers,
        "line": facts_line(request, facts),
        "just_saved": just_saved(request),
        **_plan(request, choices, answers, facts, prison, day),
    }
    return mark_private(render(request, "directory/release/plan.html", context))


def _plan(
    request: HttpRequest, choices: Choices, answers: ReleaseAnswers, facts: Facts, prison: Area, day: date
) -> dict[str, Any]:
    held = read_held()
    nation = next(iter(sorted(nations_of([prison.code]))))
    plan = make_plan(Release(prison, facts.person(held), answers.needs))
    return {
        "plan": plan,
        "time_until": time_until(day, timezone.localdate()),
        "day_notes": release_day_notes(day, nation),
        "need_names": [choices.needs[slug].lower() for slug in answers.needs],
        "held": "" if facts.gender else held.get(prison.code, ""),
        **_to_keep(request, plan),
    }


def _to_keep(request: HttpRequest, plan: ReleasePlan) -> dict[str, Any]:
    """The services of a plan as a list that can be printed, scanned and saved as a whole."""
    saved = SavedList(plan.keys[:MOST_SERVICES])
    if not saved.keys:
        return {}
    address = request.build_absolute_uri(reverse("shared_list", args=[saved.code]))
    return {
        "saved": saved,
        "entries": {entry.service.pk: entry for entry in load_contents(saved).entries},
        "list_address": address,
        "qr_code": qr_code(address),
    }
