"""The pages on which an enquiry is written, for anyone. Each page that can be loaded again is a GET."""

import uuid
from dataclasses import replace
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.drafts.actions import DraftGone, TooManyDrafts, begin_draft, change_draft, read_draft
from directory.enquiries.drafts.cookie import keep_holder, new_holder, read_holder
from directory.enquiries.drafts.found import drafts_held, find_by_id, find_by_number
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.forms import LONGEST_ANSWER, QuestionsForm, typed_in
from directory.enquiries.form.offered import Offered
from directory.enquiries.form.prefill import initial_answers
from directory.enquiries.form.reading import ReadAnswers
from directory.enquiries.form.steps import FIRST, STEPS_BY_SLUG, Step
from directory.enquiries.form.wanted_service import find_service
from directory.enquiries.form.ways_in import ways_into_service
from directory.enquiries.models import Draft
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import private_view
from directory.enquiries.robots.trap import was_trapped
from directory.models import Service
from directory.referral.cookie import read_facts

from .checking import show_check
from .moves import first_place, next_place, with_page
from .page_state import PageState
from .rendering import BEFORE, CHECK, URGENT, place_url, redirect_to, show_question, stop_url, takes_posts
from .urgent import show_urgent

NOT_SAVED = (DatabaseError, UnreadableContent)


@private_view
@require_safe
@sensitive_variables()
def new(request: HttpRequest) -> HttpResponse:
    """The first question. Nothing is kept before it is answered."""
    slug = request.GET.get("service", "")
    try:
        service = find_service(slug)
        if service is not None and not service.takes_enquiries:
            return _show_ways_in(request, service)
        facts = initial_answers(read_facts(request), Offered())
        held = drafts_held(request)
    except NOT_SAVED as error:
        log_failure("The first question could not be shown", error)
        return render_without_database(request, "enquiries/unavailable.html", {}, 503)
    page = _first_page(request, service)
    form = QuestionsForm(FIRST.fields(page.asked), page.asked, initial=facts)
    said = {"unknown_service": bool(slug) and service is None, "held": held, "is_prefilled": bool(facts)}
    return show_question(request, step=FIRST, form=form, page=page, said=said)


@private_view
@require_safe
@sensitive_variables()
def question(request: HttpRequest, number: int, slug: str) -> HttpResponse:
    """Any later page of a draft, with what was typed on it."""
    try:
        draft = find_by_number(request, number)
        if draft is None:
            return render_without_database(request, "enquiries/draft_gone.html", {}, 404)
        state = read_draft(draft)
    except DraftGone:
        return render_without_database(request, "enquiries/draft_gone.html", {}, 404)
    except NOT_SAVED as error:
        log_failure("A page of an enquiry could not be shown", error)
        return render_without_database(request, "enquiries/kept.html", {}, 503)
    reading = state.reading
    if slug == URGENT and reading.is_complete:
        return show_urgent(request, draft, state, reading)
    if slug == CHECK and reading.is_complete and state.has_read:
        return show_check(request, draft, state, reading)
    if slug == BEFORE and FIRST.slug not in reading.open_slugs:
        return _show_before(request, draft, state)
    step = STEPS_BY_SLUG.get(slug)
    is_asked = step is not None and step in reading.steps and step.fields(reading.asked[slug])
    if not is_asked or (step is not FIRST and not state.has_read):
        return redirect_to(place_url(number, first_place(state, reading)))
    return _show_step(request, draft, state, reading, step)


@private_view
@takes_posts
@sensitive_variables()
def answer(request: HttpRequest) -> HttpResponse:
    """Take the answers of a page and lead on. What cannot be kept comes back as typed."""
    page = PageState.read(request.POST.get("state", ""))
    if page is None:
        return show_too_old(request, None)
    if page.slug == BEFORE:
        return _go_on(request, page)
    step = STEPS_BY_SLUG.get(page.slug)
    if step is None:
        return redirect_to(place_url(page.number, page.slug))
    form = QuestionsForm(step.fields(page.asked), page.asked, data=request.POST)
    if form.text_length > LONGEST_ANSWER or (page.draft_id is None and not form.is_valid()):
        return show_question(request, step=step, form=form, page=page)
    try:
        return _keep(request, page, step, form)
    except TooManyDrafts:
        said = {"too_many": True}
        return show_question(request, step=step, form=form, page=page, said=said, status=429)
    except DraftGone:
        return show_too_old(request, page)
    except NOT_SAVED as error:
        log_failure("A page of an enquiry could not be saved", error)
        # What is wrong can be said without a database.
        said = {"not_saved": form.is_valid()}
        return show_question(
            request, step=step, form=form, page=page, said=said, status=503 if form.is_valid() else 200
        )


@sensitive_variables()
def _keep(request: HttpRequest, page: PageState, step: Step, form: QuestionsForm) -> HttpResponse:
    """Keep the page in its draft, or begin one with it."""
    typed, trapped = typed_in(request.POST, form.fields), was_trapped(request)
    if page.draft_id is None:
        return begin(request, page, with_page(_fresh_state(request, page), step.slug, typed, was_trapped=trapped))
    draft = find_by_id(request, page.draft_id)
    if draft is None:
        raise DraftGone
    state = change_draft(draft=draft, change=lambda kept: with_page(kept, step.slug, typed, was_trapped=trapped))
    return redirect_to(place_url(draft.number, next_place(state, state.reading, step.slug)))


@sensitive_variables()
def _go_on(request: HttpRequest, page: PageState) -> HttpResponse:
    """The page about what happens to it was read."""
    try:
        draft = find_by_id(request, page.draft_id)
        if draft is None:
            return render_without_database(request, "enquiries/draft_gone.html", {}, 404)
        state = change_draft(draft=draft, change=lambda kept: replace(kept, has_read=True))
    except DraftGone:
        return render_without_database(request, "enquiries/draft_gone.html", {}, 404)
    except NOT_SAVED as error:
        log_failure("A page of an enquiry could not be saved", error)
        return render_without_database(request, "enquiries/kept.html", {}, 503)
    reading = state.reading
    following = first_place(state, reading) if state.has_checked else reading.after(FIRST.slug)
    return redirect_to(place_url(draft.number, following))


@sensitive_variables()
def begin(request: HttpRequest, page: PageState, state: DraftState) -> HttpResponse:
    """Keep the first answers of a draft, and let this browser hold it."""
    holder = read_holder(request) or page.holder or new_holder()
    draft = begin_draft(token=page.token, holder=holder, state=state)
    kept = read_draft(draft)
    slug = next(iter(state.typed), FIRST.slug)
    response = redirect_to(place_url(draft.number, next_place(kept, kept.reading, slug)))
    keep_holder(request, response, holder)
    return response


@sensitive_variables()
def show_too_old(request: HttpRequest, page: PageState | None, status: int = 200) -> HttpResponse:
    """The draft of a page is gone, or the page lay open too long: keep what was typed on it, outside any draft."""
    try:
        known = page.renewed() if page else _page_without_state(request)
    except NOT_SAVED as error:
        log_failure("A page of an enquiry could not be shown again", error)
        return render_without_database(request, "enquiries/unavailable.html", {}, 503)
    step = STEPS_BY_SLUG.get(known.slug, FIRST)
    form = QuestionsForm(step.fields(known.asked), known.asked, data=request.POST).unjudged()
    return show_question(request, step=step, form=form, page=known, said={"too_old": True}, status=status)


@sensitive_variables()
def show_refused(request: HttpRequest) -> HttpResponse:
    """What a page without a valid form token gets: itself, as typed, with status 403. Nothing is done."""
    page = PageState.read(request.POST.get("state", ""))
    if page is None:
        return show_too_old(request, None, 403)
    if page.slug not in STEPS_BY_SLUG:
        context = {"page": page, "stop": stop_url(page.number)}
        return render_without_database(request, "enquiries/press_again.html", context, 403)
    step = STEPS_BY_SLUG[page.slug]
    form = QuestionsForm(step.fields(page.asked), page.asked, data=request.POST).unjudged()
    return show_question(request, step=step, form=form, page=page, said={"refused": True}, status=403)


show_refused = private_view(show_refused)


def page_of(draft: Draft, state: DraftState, slug: str, **more: Any) -> PageState:
    """What a page of a draft carries."""
    return PageState(
        slug=slug,
        token=draft.token,
        draft_id=draft.pk,
        number=draft.number,
        service_slug=state.service_slug,
        service_name=state.service_name,
        **more,
    )


@sensitive_variables()
def _show_step(
    request: HttpRequest, draft: Draft, state: DraftState, reading: ReadAnswers, step: Step
) -> HttpResponse:
    asked, form = reading.asked[step.slug], reading.form(step)
    if step.slug not in state.typed:
        form = QuestionsForm(form.fields, asked, initial=state.first_answers)
    elif step.slug not in state.checked:
        form = form.unjudged()
    page = page_of(draft, state, step.slug, offered=state.offered.only(form.fields), earlier=asked.earlier)
    said = {"is_prefilled": bool(form.initial.keys() & form.fields.keys()), "is_change": state.has_checked}
    return show_question(request, step=step, form=form, page=page, said=said, steps=reading.steps)


@sensitive_variables()
def _show_before(request: HttpRequest, draft: Draft, state: DraftState) -> HttpResponse:
    page = page_of(draft, state, BEFORE)
    context = {"page": page, "stop": stop_url(draft.number), "back": place_url(draft.number, FIRST.slug)}
    return render_without_database(request, "enquiries/before.html", context, 200)


@sensitive_variables()
def _show_ways_in(request: HttpRequest, service: Service) -> HttpResponse:
    """An enquiry would reach nobody there: say how the service is reached instead."""
    facts = read_facts(request)
    context = {"service": service, "ways": ways_into_service(service.slug, facts.setting)}
    return render_without_database(request, "enquiries/takes_no_enquiries.html", context, 200)


def _first_page(request: HttpRequest, service: Service | None = None) -> PageState:
    return PageState(
        slug=FIRST.slug,
        token=uuid.uuid4(),
        holder="" if read_holder(request) else new_holder(),
        service_slug=service.slug if service else "",
        service_name=service.name if service else "",
    )


def _page_without_state(request: HttpRequest) -> PageState:
    """A page whose state is missing still says which one it was."""
    step = STEPS_BY_SLUG.get(request.POST.get("step", ""), FIRST)
    return replace(_first_page(request), slug=step.slug, offered=Offered.read().only(step.names))


@sensitive_variables()
def _fresh_state(request: HttpRequest, page: PageState) -> DraftState:
    offered = Offered.read()
    return DraftState(
        offered=offered,
        service_slug=page.service_slug,
        service_name=page.service_name,
        first_answers=initial_answers(read_facts(request), offered),
    )
