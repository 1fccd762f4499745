"""Sending an enquiry: once, whole, or not at all."""

from dataclasses import replace

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.actions import ChangedAfterSending, EnquiryNotSaved, receive_enquiry, sent_answers
from directory.enquiries.content.answers import SenderKind
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.drafts.actions import DraftGone, change_draft, end_drafts, read_draft, renew_token
from directory.enquiries.drafts.cookie import forget_holder
from directory.enquiries.drafts.found import drafts_held, find_by_id
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.reading import ReadAnswers
from directory.enquiries.form.wanted_service import find_service
from directory.enquiries.models import Draft, Enquiry
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import private_view
from directory.enquiries.receipt.views import receipt_redirect
from directory.enquiries.reply_times.nations import main_nation
from directory.enquiries.robots.judgement import QuarantineFull, judge
from directory.enquiries.robots.trap import was_trapped
from directory.enquiries.urgent_help.reasons import UrgentReason, find_reasons, with_reasons
from directory.enquiries.urgent_help.stops import Concern
from directory.navigation.back_forward_cache import clear_back_forward_cache

from .checking import digest_of, show_check
from .moves import first_place
from .page_state import PageState
from .rendering import URGENT, place_url, redirect_to, stop_url, takes_posts

NOT_SAVED = (DatabaseError, EnquiryNotSaved, UnreadableContent)


@private_view
@takes_posts
@sensitive_variables()
def send(request: HttpRequest) -> HttpResponse:
    """Send a draft that was checked. Whatever goes wrong, the draft stays and nothing is acknowledged."""
    page = PageState.read(request.POST.get("state", ""))
    if page is None or not page.seen:
        return render_without_database(request, "enquiries/draft_gone.html", {}, 404)
    try:
        return _send_once(request, page)
    except QuarantineFull:
        return _not_sent(request, page, "too_many", 429)
    except NOT_SAVED as error:
        log_failure("An enquiry could not be saved", error)
        return _not_sent(request, page, "not_saved", 503)


@sensitive_variables()
def _send_once(request: HttpRequest, page: PageState) -> HttpResponse:
    draft = find_by_id(request, page.draft_id)
    if draft is None:
        return _sent_already(request, page)
    try:
        return _send_draft(request, page, draft, read_draft(draft))
    except DraftGone:
        # Another press of the button was quicker by a moment.
        return _sent_already(request, page)


@sensitive_variables()
def _send_draft(request: HttpRequest, page: PageState, draft: Draft, state: DraftState) -> HttpResponse:
    reading = state.reading
    if not reading.is_complete:
        return redirect_to(place_url(draft.number, first_place(state, reading)))
    answers = reading.answers()
    if digest_of(answers) != page.seen:
        # Another tab changed something since these answers were checked.
        return show_check(request, draft, state, reading, said={"changed": True}, status=409)
    reasons = find_reasons(answers)
    # Of two presses at once neither may take the other for having been told.
    if reasons and not page.interrupted:
        change_draft(draft=draft, change=lambda kept: replace(kept, is_interrupted=True))
        return redirect_to(place_url(draft.number, URGENT))
    return _receive(request, draft, state, reading, reasons)


@sensitive_variables()
def _receive(
    request: HttpRequest, draft: Draft, state: DraftState, reading: ReadAnswers, reasons: tuple[UrgentReason, ...]
) -> HttpResponse:
    answers = with_reasons(reading.answers(), reasons)
    trapped = state.was_trapped or was_trapped(request)
    try:
        enquiry = receive_enquiry(
            token=draft.token,
            answers=answers,
            service=find_service(state.service_slug),
            service_name=state.service_name,
            verdict=judge(answers, was_trapped=trapped, begun_at=draft.begun_at, token=draft.token),
        )
    except ChangedAfterSending as error:
        draft.token = renew_token(draft=draft)
        said = {"sent_before": error.enquiry.reference}
        return show_check(request, draft, state, reading, said=said, status=409)
    return _acknowledge(request, enquiry, reasons, draft)


@sensitive_variables()
def _acknowledge(
    request: HttpRequest, enquiry: Enquiry, reasons: tuple[UrgentReason, ...], draft: Draft | None = None
) -> HttpResponse:
    """On to the receipt. The draft goes; if it cannot, it is swept later."""
    response = receipt_redirect(request, enquiry, reasons)
    try:
        others = [held for held in drafts_held(request) if draft is None or held.pk != draft.pk]
        if draft is not None:
            end_drafts(drafts=[draft])
        if not others:
            forget_holder(response)
    except DatabaseError as error:
        log_failure("A draft that was sent could not be deleted", error)
    # With a script, pages empty themselves, and those of other enquiries in other tabs can stay.
    if "unscripted" in request.POST:
        clear_back_forward_cache(request, response)
    return response


@sensitive_variables()
def _sent_already(request: HttpRequest, page: PageState) -> HttpResponse:
    """The same page once more, after its draft went: the same receipt. Otherwise there is nothing to send."""
    enquiry = Enquiry.objects.filter(token=page.token).first()
    if enquiry is None:
        return render_without_database(request, "enquiries/draft_gone.html", {}, 404)
    if digest_of(sent_answers(enquiry)) != page.seen:
        return _not_sent(request, page, "sent_before", 409, reference=enquiry.reference)
    reasons = tuple(UrgentReason(reason) for reason in page.urgent)
    return _acknowledge(request, enquiry, reasons)


@sensitive_variables()
def _not_sent(request: HttpRequest, page: PageState, why: str, status: int, reference: str = "") -> HttpResponse:
    """Nothing was acknowledged, and everything is kept: the same page sends it again."""
    reasons = tuple(UrgentReason(reason) for reason in page.urgent)
    is_own = page.earlier.get("sender_kind") == SenderKind.PERSON
    concern = Concern(reasons, main_nation(page.earlier.get("home", "")), is_own)
    context = {
        "page": page,
        "why": why,
        "reference": reference,
        "stops": concern.stops if reasons else (),
        "check": place_url(page.number, "check"),
        "stop": stop_url(page.number),
    }
    return render_without_database(request, "enquiries/not_sent.html", context, status)
