"""Where a check begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from directory.navigation.redirects import see_other
from guidance.readiness.actions import open_check, start_check
from guidance.readiness.asked import QuestionSet, read_asked
from guidance.readiness.cookie import keep_open, read_open
from guidance.readiness.forms import StartForm
from guidance.readiness.standing import Standing

from .opened import check_breadcrumbs, private_page, to


@private_page()
def start(request: HttpRequest) -> HttpResponse:
    """What the check is, which stage and where; and the way back into the one that is open in this browser."""
    asked = read_asked()
    return _start_page(request, asked, StartForm(asked, stage=request.GET.get("stage", "")))


@private_page("POST")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a new check in this browser."""
    if request.method != "POST":
        return to("start")
    asked = read_asked()
    form = StartForm(asked, request.POST)
    if not form.is_valid() or not asked.stages:
        return _start_page(request, asked, form)
    code = start_check(stage_key=form.stage_key, nation=form.nation_code)
    stage = asked.stage(form.cleaned_data["stage"]) or asked.stages[0]
    return keep_open(request, see_other(reverse("readiness_questions", args=[stage.slug])), code)


def _start_page(request: HttpRequest, asked: QuestionSet, form: StartForm) -> HttpResponse:
    opened = open_check(read_open(request))
    context = {
        "form": form,
        "asked": asked,
        "standing": Standing(asked.for_check(opened.check), opened.contents) if opened else None,
        "is_deleted": "deleted" in request.GET,
        "breadcrumbs": check_breadcrumbs(asked, deeper=False),
    }
    return render(request, "guidance/readiness/start.html", context)
