"""The plan as files. Neither holds the private link."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from guidance.readiness.actions import OpenCheck
from guidance.readiness.asked import read_asked
from guidance.readiness.plan_calendar import CONTENT_TYPE as CALENDAR
from guidance.readiness.plan_calendar import plan_calendar
from guidance.readiness.plan_document import CONTENT_TYPE as WORD
from guidance.readiness.plan_document import plan_document
from guidance.readiness.standing import Standing
from guidance.readiness.wording import summary_words

from .opened import check_page, to


@check_page()
def plan_word_file(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """The plan for Word."""
    standing = Standing(read_asked().for_check(opened.check), opened.contents)
    made = timezone.localdate()
    absolute = request.build_absolute_uri
    written = plan_document(standing.gaps, summary=summary_words(standing), made=made, absolute=absolute)
    return _file(written, WORD, "readiness-plan.docx")


@check_page()
def plan_calendar_file(request: HttpRequest, opened: OpenCheck) -> HttpResponse:
    """The dates of the plan. Without any there is no calendar."""
    standing = Standing(read_asked().for_check(opened.check), opened.contents)
    if not any(gap.answer.due for gap in standing.gaps):
        return to("plan")
    written = plan_calendar(
        standing.gaps, number=opened.check.pk, made=timezone.now(), absolute=request.build_absolute_uri
    )
    return _file(written, CALENDAR, "readiness-dates.ics")


def _file(written: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(written, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
