"""The same questions to print, for people without the internet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.enquiries.content.answers import Channel
from directory.enquiries.form.asked import Asked
from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.form.offered import Offered
from directory.enquiries.form.questions import make_fields
from directory.enquiries.form.steps import STEPS
from directory.enquiries.privacy.database_failures import log_failure, render_without_database

# A list of all prisons does not fit on paper: the name is written.
LONGEST_LIST = 30
WIDE_ROWS = 2


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """One question. `boxes`: what can be ticked; `lines`: how many to write on where nothing can."""

    part: str
    label: str
    hint: str
    boxes: tuple[str, ...]
    lines: int


@require_safe
def on_paper(request: HttpRequest) -> HttpResponse:
    """Every question as it is asked about somebody else; who asks for themselves answers those that fit."""
    try:
        offered = Offered.read()
    except DatabaseError as error:
        log_failure("The form to print could not be made", error)
        return render_without_database(request, "enquiries/unavailable.html", {}, 503)
    questions = list(printed_questions(offered))
    parts = [(part, list(group)) for part, group in groupby(questions, key=lambda question: question.part)]
    return render_without_database(request, "enquiries/on_paper.html", {"parts": parts}, 200)


def printed_questions(offered: Offered) -> Iterator[PrintedQuestion]:
    """The questions in the order of the site, the parts kept together."""
    parts = list(dict.fromkeys(step.part for step in STEPS))
    asked = Asked(offered, {"channels": Channel.values})
    for step in sorted(STEPS, key=lambda step: parts.index(step.part)):
        for field in make_fields(step.names, asked).values():
            yield _printed(step.part, field)


def _printed(part: str, field: forms.Field) -> PrintedQuestion:
    boxes = _boxes(field)
    rows = int(field.widget.attrs.get("rows", 1)) if isinstance(field, PlainTextField) else 1
    return PrintedQuestion(part, str(field.label), str(field.help_text), boxes, 0 if boxes else rows * WIDE_ROWS - 1)


def _boxes(field: forms.Field) -> tuple[str, ...]:
    if isinstance(field, forms.BooleanField):
        return (_("Yes"),)
    choices = [str(label) for _unused, label in getattr(field, "choices", ())]
    return tuple(choices) if len(choices) <= LONGEST_LIST else ()
