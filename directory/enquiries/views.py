"""The enquiry form and its receipt, for anyone."""

import logging
from datetime import timedelta

from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from .actions import receive_enquiry
from .errors import ChangedAfterSending, EnquiryNotSaved, UnreadableContent
from .form_state import FormState, find_service
from .forms import EnquiryForm
from .models import Enquiry, OutboxMessage
from .privacy import private_view
from .working_days import REPLY_WORKING_DAYS, SERVICE_REPLY_WORKING_DAYS, working_day_after

logger = logging.getLogger(__name__)

RECEIPT_COOKIE = "enquiry_receipt"
RECEIPT_SALT = "directory.enquiries.receipt"
RECEIPT_AGE = timedelta(hours=1)
NOT_SAVED = (DatabaseError, EnquiryNotSaved, UnreadableContent)


@method_decorator(private_view, name="dispatch")
class NewEnquiryView(View):
    """One page of questions. A post that can be saved leads to the receipt; anything else comes back as typed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        slug = request.GET.get("service", "")
        try:
            service = find_service(slug)
            state = FormState.fresh(service)
        except DatabaseError as error:
            log_failure("The enquiry form could not be shown", error)
            return render_without_database(request, "enquiries/unavailable.html", {}, 503)
        unknown = bool(slug) and service is None
        return self.show(request, EnquiryForm(state=state), state, {"unknown_service": unknown})

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        state = FormState.read(request.POST.get("state", ""))
        if state is None:
            return self.show_again_after_long_wait(request)
        form = EnquiryForm(state=state, data=request.POST)
        if not form.is_valid():
            return self.show(request, form, state, {})
        try:
            service = find_service(state.service_slug)
            enquiry = receive_enquiry(
                token=state.token, answers=form.answers(), service=service, service_name=state.service_name
            )
        except ChangedAfterSending as error:
            return self.show_changed_after_sending(request, state, error.enquiry)
        except NOT_SAVED as error:
            log_failure("An enquiry could not be saved", error)
            return self.show(request, form, state, {"not_saved": True}, 503)
        return receipt_redirect(request, enquiry)

    @sensitive_variables()
    def show_again_after_long_wait(self, request: HttpRequest) -> HttpResponse:
        """The form's state is missing or too old: hand out a new one and keep what was typed."""
        try:
            state = FormState.fresh()
        except DatabaseError as error:
            log_failure("The enquiry form could not be shown again", error)
            return render_without_database(request, "enquiries/unavailable.html", {}, 503)
        form = EnquiryForm(state=state, data=request.POST)
        return self.show(request, form, state, {"too_old": True})

    @sensitive_variables()
    def show_changed_after_sending(self, request: HttpRequest, sent: FormState, enquiry: Enquiry) -> HttpResponse:
        """The same form again with other answers: ask, rather than drop them or send twice."""
        state = sent.renewed()
        form = EnquiryForm(state=state, data=request.POST)
        return self.show(request, form, state, {"sent_before": enquiry.reference}, 409)

    @sensitive_variables()
    def show(
        self, request: HttpRequest, form: EnquiryForm, state: FormState, extra: dict[str, object], status: int = 200
    ) -> HttpResponse:
        context = {
            "unknown_service": False,
            "not_saved": False,
            "too_old": False,
            "sent_before": "",
            **extra,
            "form": form,
            "state": state,
        }
        return render_without_database(request, "enquiries/new.html", context, status)


@private_view
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """The reference and what happens next, for the browser that sent the enquiry and for an hour."""
    try:
        enquiry_id = request.get_signed_cookie(RECEIPT_COOKIE, salt=RECEIPT_SALT, max_age=RECEIPT_AGE)
        enquiry = Enquiry.objects.without_content().get(pk=enquiry_id)
        emails_reference = enquiry.outbox.filter(kind=OutboxMessage.Kind.RECEIPT).exists()
    except (KeyError, signing.BadSignature, Enquiry.DoesNotExist):
        return render(request, "enquiries/receipt_gone.html", status=404)
    except DatabaseError as error:
        log_failure("A receipt could not be shown", error)
        return render_without_database(request, "enquiries/receipt_later.html", {}, 503)
    received = timezone.localdate(enquiry.received_at)
    context = {
        "enquiry": enquiry,
        "emails_reference": emails_reference,
        "read_by": working_day_after(received, REPLY_WORKING_DAYS),
        "answer_by": working_day_after(received, SERVICE_REPLY_WORKING_DAYS),
    }
    return render(request, "enquiries/receipt.html", context)


def receipt_redirect(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """On to the receipt. Who may see it is in a cookie: an address would stay in the history of a shared machine."""
    response = HttpResponse(status=303, headers={"Location": reverse("enquiries:receipt")})
    response.set_signed_cookie(
        RECEIPT_COOKIE,
        str(enquiry.pk),
        salt=RECEIPT_SALT,
        max_age=RECEIPT_AGE,
        path=reverse("enquiries:receipt"),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


@sensitive_variables()
def render_without_database(
    request: HttpRequest, template: str, context: dict[str, object], status: int
) -> HttpResponse:
    """Render a page; if what surrounds it needs a database that does not answer, render it without."""
    try:
        return render(request, template, context, status=status)
    except DatabaseError:
        bare = {**context, "csrf_token": get_token(request), "chrome": None}
        return HttpResponse(render_to_string(template, bare), status=status)


def log_failure(event: str, error: Exception) -> None:
    """Log what failed and where. Not the message: a database may quote the values it was given."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_qualname}:{place.tb_lineno}" if place is not None else "unknown"
    logger.error("%s: %s in %s", event, type(error).__name__, where)
