"""All answers at once, before they are sent."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import EnquiryAnswers
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.reading import ReadAnswers
from directory.enquiries.models import Draft
from directory.enquiries.privacy.database_failures import render_without_database
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.urgent_help.reasons import find_reasons
from search.text.lists_in_words import listed

from .page_state import PageState
from .rendering import CHECK, place_url, stop_url

SEEN_SALT = "directory.enquiries.seen"
NOTHING_SAID = lazy("Not answered")


@dataclass(frozen=True, slots=True, repr=False)
class CheckedLine:
    """One answer, and the page on which it is changed."""

    part: str
    label: str
    value: str
    change: str


@sensitive_variables()
def show_check(
    request: HttpRequest,
    draft: Draft,
    state: DraftState,
    reading: ReadAnswers,
    *,
    said: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Every answer with a link to change it, and one button. said: what there is to say beside it."""
    lines = list(checked_lines(draft, reading))
    context = {
        "said": said or {},
        "page": check_page(draft, state, reading),
        "service_name": state.service_name,
        "parts": [(part, list(group)) for part, group in groupby(lines, key=lambda line: line.part)],
        "back": place_url(draft.number, reading.steps[-1].slug),
        "stop": stop_url(draft.number),
    }
    return render_without_database(request, "enquiries/check.html", context, status)


@sensitive_variables()
def check_page(draft: Draft, state: DraftState, reading: ReadAnswers) -> PageState:
    """What the pages carry that can send: which answers were seen, and what cannot wait about them."""
    answers = reading.answers()
    return PageState(
        slug=CHECK,
        token=draft.token,
        draft_id=draft.pk,
        number=draft.number,
        service_slug=state.service_slug,
        service_name=state.service_name,
        earlier={**reading.now_asked.earlier, "home": answers.coarse.postcode_district},
        seen=digest_of(answers),
        urgent=tuple(find_reasons(answers)),
        interrupted=state.is_interrupted,
    )


@sensitive_variables()
def digest_of(answers: EnquiryAnswers) -> str:
    """A keyed hash of the answers, by which it is noticed that they changed since they were checked."""
    coarse = answers.coarse
    said = (coarse.sender_kind, coarse.setting, sorted(coarse.needs), coarse.postcode_district)
    private = {**answers.private.to_stored(), "urgent_reasons": []}
    return salted_hmac(SEEN_SALT, json.dumps([said, private, answers.safety_note]), algorithm="sha256").hexdigest()


@sensitive_variables()
def checked_lines(draft: Draft, reading: ReadAnswers) -> Iterator[CheckedLine]:
    """Each question that was asked with its answer, the parts in the order in which they were first asked."""
    parts = list(dict.fromkeys(step.part for step in reading.steps))
    for step in sorted(reading.steps, key=lambda step: parts.index(step.part)):
        for name, field in reading.form(step).fields.items():
            yield CheckedLine(
                part=step.part,
                label=str(field.label),
                value=Unprinted(answer_words(field, reading.cleaned.get(name))),
                change=place_url(draft.number, step.slug),
            )


@sensitive_variables()
def answer_words(field: forms.Field, value: Any) -> str:
    """An answer as people read it."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.MultipleChoiceField):
        chosen = {str(slug): label for slug, label in field.choices}
        return listed(chosen[slug] for slug in value) or NOTHING_SAID
    if isinstance(field, forms.ChoiceField):
        return str({str(slug): label for slug, label in field.choices}.get(str(value), value) or NOTHING_SAID)
    return NOTHING_SAID if value in (None, "") else str(value)
