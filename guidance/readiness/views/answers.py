"""The questions of one stage, and saving what was answered."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from guidance.readiness.actions import OpenCheck, Saved, save_answers, take_snapshot
from guidance.readiness.answer_rows import AnswerRow, PostedAnswers, posted_rows, stored_rows
from guidance.readiness.asked import AskedStage, QuestionSet, read_asked
from guidance.readiness.contents import Reply
from guidance.readiness.standing import Standing

from .opened import check_breadcrumbs, check_page, closed_page, private, to

CONFLICT = 409
NEXT, RESULT = "next", "result"


@check_page()
def questions(request: HttpRequest, opened: OpenCheck, slug: str) -> HttpResponse:
    """The questions of a stage with what was answered."""
    asked = read_asked().for_check(opened.check)
    stage = asked.stage(slug)
    if stage is None:
        # It has another address by now, or this check does not ask it.
        return to("result")
    return _page(request, opened, asked, stage, stored_rows(stage.questions, opened.contents))


@sensitive_variables()
def store_questions(request: HttpRequest, opened: OpenCheck, slug: str) -> HttpResponse:
    """Keep what was typed and lead on. Whatever could not be kept is shown again as it was typed."""
    if request.method != "POST":
        return to("questions", slug)
    asked = read_asked().for_check(opened.check)
    posted = posted_rows(request.POST, asked.questions)
    good = [row.typed() for row in posted.rows if not row.problem]
    saved = save_answers(opened=opened, rows=good)
    if saved is None:
        return closed_page(request)
    left = _left_over(posted, saved)
    stage = asked.stage(slug)
    if left or posted.homeless:
        shown = stage or asked.stages[0] if asked.stages else None
        if shown is not None:
            rows = _with_left_over(stored_rows(shown.questions, saved.opened.contents), left)
            return _page(request, saved.opened, asked, shown, rows, posted=posted, status=_status(left, posted))
    return _lead_on(request, saved.opened, asked, stage)


save_questions = check_page("POST")(store_questions)


def _left_over(posted: PostedAnswers, saved: Saved) -> dict[str, AnswerRow]:
    """The rows that were not kept: wrong ones, and those that somebody else had changed."""
    left = {row.key: row for row in posted.rows if row.problem}
    for row in posted.rows:
        if row.key in saved.conflicts:
            theirs = saved.conflicts[row.key]
            # Sent again, it is a decision.
            left[row.key] = replace(row, theirs=theirs, seen=theirs.answer_mark)
    return left


def _with_left_over(rows: list[AnswerRow], left: dict[str, AnswerRow]) -> list[AnswerRow]:
    return [left.get(row.key, row) for row in rows]


def _status(left: dict[str, AnswerRow], posted: PostedAnswers) -> int:
    is_conflict = bool(posted.homeless) or any(row.theirs is not None for row in left.values())
    return CONFLICT if is_conflict else 200


def _lead_on(request: HttpRequest, opened: OpenCheck, asked: QuestionSet, stage: AskedStage | None) -> HttpResponse:
    """To the next stage, to the one that was pressed, or to the result."""
    wanted = request.POST.get("then", NEXT)
    following = asked.after(stage) if stage and wanted == NEXT else asked.stage(wanted)
    if following is not None:
        return to("questions", following.slug)
    take_snapshot(opened=opened, day=timezone.localdate())
    return to("result")


def _page(
    request: HttpRequest,
    opened: OpenCheck,
    asked: QuestionSet,
    stage: AskedStage,
    rows: list[AnswerRow],
    *,
    posted: PostedAnswers | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "asked": asked,
        "stage": stage,
        "standing": Standing(asked, opened.contents),
        "rows": rows,
        "links": [(row.control, row.summary) for row in rows if row.problem or row.theirs is not None],
        "homeless": posted.homeless if posted else [],
        "is_conflict": status == CONFLICT,
        "is_last": asked.after(stage) is None,
        "not_for_us": str(Reply.NOT_FOR_US),
        "breadcrumbs": check_breadcrumbs(asked),
    }
    return private(render(request, "guidance/readiness/questions.html", context, status=status))
