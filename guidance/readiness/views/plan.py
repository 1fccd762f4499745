"""The plan: who does what by when, on screen and on paper."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.saved_list.contents import qr_code
from guidance.readiness.actions import OpenCheck, Saved, save_plan
from guidance.readiness.asked import QuestionSet, read_asked
from guidance.readiness.plan_rows import PlanRow, posted_plan, stored_plan
from guidance.readiness.standing import Standing
from guidance.readiness.wording import summary_words

from .opened import check_breadcrumbs, check_page, closed_page, to

CONFLICT = 409


@check_page()
def plan(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """Every gap with a role and a date."""
    standing = _standing(opened)
    return _page(request, standing, stored_plan(standing.gaps), is_saved="saved" in request.GET)


@sensitive_variables()
def store_dates(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """Keep roles and dates. Whatever could not be kept is shown again as it was typed."""
    if request.method != "POST":
        return to("plan")
    rows = posted_plan(request.POST, _standing(opened).gaps, timezone.localdate())
    saved = save_plan(opened=opened, rows=[row.typed() for row in rows if not row.has_problem])
    if saved is None:
        return closed_page(request)
    left = _left_over(rows, saved)
    if left:
        standing = _standing(saved.opened)
        shown = [left.get(row.key, row) for row in stored_plan(standing.gaps)]
        return _page(request, standing, shown, status=CONFLICT if saved.conflicts else 200)
    if request.POST.get("then") == "print":
        return to("print_plan")
    response = to("plan")
    response.headers["Location"] += "?saved"
    return response


save_dates = check_page("POST")(store_dates)


@check_page()
def print_plan(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """The plan on paper. The code in the corner leads to the guidance, never to the check."""
    standing = _standing(opened)
    guidance = request.build_absolute_uri(_guidance_path(standing.asked))
    context = {
        "standing": standing,
        "summary": summary_words(standing),
        "today": timezone.localdate(),
        "guidance": guidance,
        "qr_code": qr_code(guidance),
        "breadcrumbs": check_breadcrumbs(standing.asked),
    }
    return render(request, "guidance/readiness/print.html", context)


def _standing(opened: OpenCheck) -> Standing:
    return Standing(read_asked().for_check(opened.check), opened.contents)


def _guidance_path(asked: QuestionSet) -> str:
    """The stage, when only one is asked."""
    return asked.stages[0].entry.url if len(asked.stages) == 1 else asked.section.url


def _left_over(rows: list[PlanRow], saved: Saved) -> dict[str, PlanRow]:
    left = {row.key: row for row in rows if row.has_problem}
    for row in rows:
        if row.key in saved.conflicts:
            theirs = saved.conflicts[row.key]
            left[row.key] = replace(row, theirs=theirs, seen=theirs.plan_mark)
    return left


def _page(
    request: HttpRequest, standing: Standing, rows: list[PlanRow], *, is_saved: bool = False, status: int = 200
) -> HttpResponse:
    context = {
        "standing": standing,
        "summary": summary_words(standing),
        "rows": rows,
        "links": [(row.control, row.summary) for row in rows if row.has_problem or row.theirs is not None],
        "is_conflict": status == CONFLICT,
        "is_saved": is_saved,
        "has_dates": any(gap.answer.due for gap in standing.gaps),
        "breadcrumbs": check_breadcrumbs(standing.asked),
    }
    return render(request, "guidance/readiness/plan.html", context, status=status)
