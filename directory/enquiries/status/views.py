"""Looking up an enquiry, and what a sender can do about it. Its addresses carry neither reference nor code."""

import uuid
from typing import Any

from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.content.references import tidy_reference
from directory.enquiries.models import Enquiry, SenderMessage
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import private_view
from directory.enquiries.robots.slowing import about_address, about_reference, may_try, note_wrong, opened_now
from directory.navigation.back_forward_cache import clear_back_forward_cache

from .actions import TooManyMessages, find_by_code, leave_message, show_to_sender, withdraw_enquiry
from .cookie import keep_open, lock_page, read_open
from .forms import LookUpForm, MessageForm
from .progress import count_readers, progress_of
from .wording import KINDS

SALT = "directory.enquiries.status.message"
ADDITION = str(SenderMessage.Kind.ADDITION)
NOT_SAVED = (DatabaseError, UnreadableContent)


@private_view
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def look_up(request: HttpRequest) -> HttpResponse:
    """Where reference and code are typed in. Whatever does not fit gets the same page, in the same words."""
    try:
        if request.method == "POST":
            enquiry = _try_code(request)
            if enquiry is not None:
                return _show_status_of(request, enquiry)
        context = {"wrong": request.method == "POST", "form": LookUpForm(), "opened": opened_now()}
    except NOT_SAVED as error:
        log_failure("An enquiry could not be looked up", error)
        return render_without_database(request, "enquiries/status_later.html", {}, 503)
    return render_without_database(request, "enquiries/look_up.html", context, 200)


@private_view
@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """How it stands, for half an hour after the code was typed in."""
    try:
        enquiry = _open_enquiry(request)
        if enquiry is None:
            return _to("enquiries:look_up")
        readers = count_readers(enquiry)
        messages = list(enquiry.sender_messages.defer("sealed_text").order_by("-sent_at")[:10])
    except DatabaseError as error:
        log_failure("How an enquiry stands could not be shown", error)
        return render_without_database(request, "enquiries/status_later.html", {}, 503)
    progress = progress_of(enquiry, timezone.now())
    context = {
        "enquiry": enquiry,
        "progress": progress,
        "readers": readers,
        "messages": [(KINDS[message.kind].sent, message) for message in messages],
        "choices": [(kind, words) for kind, words in KINDS.items() if progress.is_open or words.is_for_closed],
    }
    return render(request, "enquiries/status.html", context)


@private_view
@require_safe
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """The page on which a message is written."""
    if kind not in KINDS:
        return _to("enquiries:status")
    try:
        enquiry = _open_enquiry(request)
    except DatabaseError as error:
        log_failure("How an enquiry stands could not be shown", error)
        return render_without_database(request, "enquiries/status_later.html", {}, 503)
    if enquiry is None:
        return _to("enquiries:look_up")
    return _show_message(request, kind, MessageForm(kind=kind), uuid.uuid4())


@private_view
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def leave_word(request: HttpRequest) -> HttpResponse:
    """Take a message. What cannot be taken comes back as typed."""
    if request.method != "POST":
        return _to("enquiries:status")
    kind, token = _message_state(request)
    form = MessageForm(kind=kind, data=request.POST)
    try:
        enquiry = _open_enquiry(request) or _try_code(request)
        if enquiry is None or not form.is_valid():
            return _show_message(request, kind, form, token, {"needs_code": enquiry is None})
        _keep(enquiry, kind, form.cleaned_data["text"], token)
    except TooManyMessages:
        return _show_message(request, kind, form, token, {"too_many": True}, 429)
    except NOT_SAVED as error:
        log_failure("A message of a sender could not be saved", error)
        return _show_message(request, kind, form, token, {"not_saved": True}, 503)
    response = _to("enquiries:status")
    keep_open(request, response, enquiry.pk)
    return response


@private_view
@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest) -> HttpResponse:
    """End the view: the code is needed again."""
    response = render_without_database(request, "enquiries/status_locked.html", {}, 200)
    lock_page(response)
    clear_back_forward_cache(request, response)
    return response


@sensitive_variables()
def show_refused_message(request: HttpRequest) -> HttpResponse:
    """A message without a valid form token: nothing is sent, and it comes back as typed."""
    kind, token = _message_state(request)
    form = MessageForm(kind=kind, data=request.POST)
    return _show_message(request, kind, form, token, {"refused": True}, 403)


show_refused_message = private_view(show_refused_message)


@sensitive_variables()
def _keep(enquiry: Enquiry, kind: str, text: str, token: uuid.UUID) -> None:
    if kind == SenderMessage.Kind.WITHDRAWAL:
        withdraw_enquiry(enquiry=enquiry, text=text, token=token)
    else:
        leave_message(enquiry=enquiry, kind=kind, text=text, token=token)


@sensitive_variables()
def _try_code(request: HttpRequest) -> Enquiry | None:
    """The enquiry of the reference and the code that were posted. A wrong pair is noted."""
    reference, code = request.POST.get("reference", ""), request.POST.get("code", "")
    if not reference and not code:
        return None
    known = tidy_reference(reference)
    about = about_reference(known) if known else ""
    address = about_address(request)
    looked_at = may_try(reference=about, address=address, opened=request.POST.get("opened", ""))
    enquiry = find_by_code(reference=reference, code=code)
    if enquiry is None or not looked_at:
        note_wrong([about, address])
        return None
    return enquiry


def _show_status_of(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    show_to_sender(enquiry=enquiry)
    response = _to("enquiries:status")
    keep_open(request, response, enquiry.pk)
    return response


def _open_enquiry(request: HttpRequest) -> Enquiry | None:
    pk = read_open(request)
    if pk is None:
        return None
    return Enquiry.objects.followed(timezone.now()).without_content().filter(pk=pk).first()


@sensitive_variables()
def _show_message(
    request: HttpRequest,
    kind: str,
    form: MessageForm,
    token: uuid.UUID,
    said: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "said": said or {},
        "kind": kind,
        "words": KINDS[kind],
        "form": form,
        "state": signing.dumps([str(kind), token.hex], salt=SALT),
        "look_up": LookUpForm(),
        "opened": opened_now(),
    }
    return render_without_database(request, "enquiries/message.html", context, status)


def _message_state(request: HttpRequest) -> tuple[str, uuid.UUID]:
    """Which kind of message, and its token. One whose state is missing is something to add."""
    try:
        kind, token = signing.loads(request.POST.get("state", ""), salt=SALT)
        return str(kind if kind in KINDS else ADDITION), uuid.UUID(token)
    except (signing.BadSignature, ValueError, TypeError):
        return ADDITION, uuid.uuid4()


def _to(name: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": reverse(name)})
