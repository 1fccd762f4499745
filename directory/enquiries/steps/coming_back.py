"""Saving a draft for later, coming back to it, and deleting it."""

import uuid
from dataclasses import replace

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.content.references import tidy_secret
from directory.enquiries.drafts.actions import (
    SAVED_FOR,
    DraftGone,
    change_draft,
    come_back,
    end_drafts,
    read_draft,
    save_draft,
)
from directory.enquiries.drafts.cookie import forget_holder, keep_holder, new_holder, read_holder
from directory.enquiries.drafts.found import drafts_held, find_by_id, find_by_number
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.forms import LONGEST_ANSWER, QuestionsForm, typed_in
from directory.enquiries.form.steps import STEPS_BY_SLUG
from directory.enquiries.models import Draft
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import Unprinted, private_view
from directory.enquiries.robots.slowing import about_address, may_try, note_wrong, opened_now
from directory.navigation.back_forward_cache import clear_back_forward_cache
from directory.navigation.personal_cookies import FACTS, delete_cookies

from .moves import first_place, with_page
from .page_state import PageState
from .rendering import place_url, redirect_to, show_question, takes_posts
from .views import show_too_old

NOT_SAVED = (DatabaseError, UnreadableContent)
# Where a browser says who asked for a page, another site cannot have a draft deleted by a link.
OWN = ("same-origin", "none", None)


@private_view
@takes_posts
@sensitive_variables()
def save(request: HttpRequest) -> HttpResponse:
    """Keep the page as it is typed, right or wrong, for fourteen days, and show the code for coming back once."""
    page = PageState.read(request.POST.get("state", ""))
    if page is None or page.draft_id is None:
        return show_too_old(request, page)
    try:
        draft = find_by_id(request, page.draft_id)
        if draft is None:
            return show_too_old(request, page)
        form = _keep_typed(request, draft, page)
        if form is not None and form.text_length > LONGEST_ANSWER:
            return show_question(request, step=STEPS_BY_SLUG[page.slug], form=form, page=page)
        code = save_draft(draft=draft, nonce=page.nonce, anew="anew" in request.POST)
    except DraftGone:
        return show_too_old(request, page)
    except NOT_SAVED as error:
        log_failure("A draft could not be saved", error)
        return _show_not_saved(request, page)
    context = {
        "code": Unprinted(code),
        "page": replace(page, nonce=uuid.uuid4()),
        "days": SAVED_FOR.days,
        "go_on": place_url(draft.number, page.slug),
    }
    return render_without_database(request, "enquiries/saved.html", context, 200)


@private_view
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def return_by_code(request: HttpRequest) -> HttpResponse:
    """Where the code is typed in. A wrong one, a used one and one in haste get the same page."""
    wrong = False
    try:
        if request.method == "POST":
            found = _try_code(request)
            if found is not None:
                return found
            wrong = True
        context = {"wrong": wrong, "opened": opened_now(), "held": drafts_held(request)}
    except NOT_SAVED as error:
        log_failure("A draft could not be looked up", error)
        return render_without_database(request, "enquiries/unavailable.html", {}, 503)
    return render_without_database(request, "enquiries/come_back.html", context, 200)


@private_view
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def stop(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Nothing is sent: delete the draft and what the browser keeps about the person, and say so.

    The receipt of an enquiry that was sent before stays: somebody may still need its reference.
    """
    if request.method != "POST" and number and request.headers.get("Sec-Fetch-Site") not in OWN:
        return render_without_database(request, "enquiries/stop_asked.html", {"number": number}, 200)
    others: list[Draft] = []
    is_kept = False
    try:
        others = _delete(request, number)
    except DatabaseError as error:
        log_failure("A draft could not be deleted", error)
        is_kept = bool(number)
    response = render_without_database(request, "enquiries/stopped.html", {"is_kept": is_kept}, 200)
    delete_cookies(response, FACTS)
    if not others:
        forget_holder(response)
    clear_back_forward_cache(request, response)
    return response


def _delete(request: HttpRequest, number: int) -> list[Draft]:
    """Delete the draft of this number, and say which others this browser holds."""
    draft = find_by_number(request, number) if number else None
    if draft is not None:
        end_drafts(drafts=[draft])
    return drafts_held(request)


@sensitive_variables()
def _keep_typed(request: HttpRequest, draft: Draft, page: PageState) -> QuestionsForm | None:
    step = STEPS_BY_SLUG.get(page.slug)
    if step is None:
        return None
    form = QuestionsForm(step.fields(page.asked), page.asked, data=request.POST)
    typed = typed_in(request.POST, form.fields)
    if typed and form.text_length <= LONGEST_ANSWER:

        def keep(kept: DraftState) -> DraftState:
            return with_page(kept, step.slug, typed, is_checked=step.slug in kept.checked)

        change_draft(draft=draft, change=keep)
    return form


@sensitive_variables()
def _show_not_saved(request: HttpRequest, page: PageState) -> HttpResponse:
    step = STEPS_BY_SLUG.get(page.slug)
    if step is None:
        return render_without_database(request, "enquiries/kept.html", {}, 503)
    form = QuestionsForm(step.fields(page.asked), page.asked, data=request.POST).unjudged()
    return show_question(request, step=step, form=form, page=page, said={"not_saved": True}, status=503)


@sensitive_variables()
def _try_code(request: HttpRequest) -> HttpResponse | None:
    address = about_address(request)
    holder = read_holder(request) or new_holder()
    code = tidy_secret(request.POST.get("code", ""))
    looked_at = may_try(reference="", address=address, opened=request.POST.get("opened", ""))
    draft = come_back(code=code, holder=holder) if code and looked_at else None
    if draft is None:
        note_wrong([address])
        return None
    try:
        state = read_draft(draft)
    except DraftGone:
        # Right a moment ago, so it counts as no wrong one.
        return None
    response = redirect_to(place_url(draft.number, first_place(state, state.reading)))
    keep_holder(request, response, holder)
    return response
