"""What is left to do."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from guidance.readiness.actions import OpenCheck, read_snapshots
from guidance.readiness.asked import QuestionSet, read_asked
from guidance.readiness.contents import CheckContents
from guidance.readiness.coverage import coverage_of
from guidance.readiness.plan_rows import day_words
from guidance.readiness.standing import Comparison, Standing
from guidance.readiness.wording import heading_words, lede_words

from .opened import check_breadcrumbs, check_page

SHOWN_FIRST = 6


@check_page()
def result(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """Gaps with what closes each, how it stands against frameworks, and what has changed since last time."""
    every = read_asked()
    asked = every.for_check(opened.check)
    standing = Standing(asked, opened.contents)
    since, comparison = _since(asked, opened)
    context = {
        "asked": asked,
        "standing": standing,
        "first_gaps": standing.gaps[:SHOWN_FIRST],
        "more_gaps": standing.gaps[SHOWN_FIRST:],
        "coverage": coverage_of(every, asked, opened.contents),
        "since": since,
        "comparison": comparison,
        "heading": heading_words(standing),
        "lede": lede_words(standing, _yes_more(standing, comparison), day_words(since)),
        "has_dates": any(gap.answer.due for gap in standing.gaps),
        "is_scope_gone": opened.check.stage_key is not None and not asked.stages,
        "breadcrumbs": check_breadcrumbs(asked),
    }
    return render(request, "guidance/readiness/result.html", context)


def _yes_more(standing: Standing, comparison: Comparison | None) -> int:
    return standing.yes - Standing(standing.asked, comparison.before).yes if comparison else 0


def _since(asked: QuestionSet, opened: OpenCheck) -> tuple[date | None, Comparison | None]:
    """The last state of another day, and what is different now."""
    today = timezone.localdate()
    before: list[tuple[date, CheckContents]] = [(day, state) for day, state in read_snapshots(opened) if day < today]
    if not before:
        return None, None
    day, state = before[0]
    return day, Comparison(asked, state, opened.contents)
