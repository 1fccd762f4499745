"""The enquiry form, the page before what cannot wait, and the way out of both, for anyone."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from directory.enquiries.actions import ChangedAfterSending, EnquiryNotSaved
from directory.enquiries.content.answers import SenderKind
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.form.forms import EnquiryForm
from directory.enquiries.form.prefill import initial_answers
from directory.enquiries.form.state import FormState, find_service
from directory.enquiries.form.ways_in import ways_into_service
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import Unprinted, private_view
from directory.enquiries.receipt.views import receipt_redirect
from directory.enquiries.reply_times.nations import main_nation
from directory.enquiries.reply_times.working_days import REPLY_WORKING_DAYS, working_day_after
from directory.enquiries.urgent_help.reasons import UrgentReason, find_reasons, with_reasons
from directory.enquiries.urgent_help.stops import Concern
from directory.enquiries.urgent_help.wording import chosen_clause, recognised_clause
from directory.models import Service
from directory.navigation.back_forward_cache import clear_back_forward_cache
from directory.navigation.personal_cookies import FACTS, delete_cookies
from directory.referral.cookie import read_facts

from .actions import receive_enquiry
from .models import Enquiry

NOT_SAVED = (DatabaseError, EnquiryNotSaved, UnreadableContent)


@method_decorator(private_view, name="dispatch")
class NewEnquiryView(View):
    """One page of questions. A post that can be saved leads to the receipt; anything else comes back as typed.

    What cannot wait is said once, on a page between the two that keeps every answer.
    """

    @sensitive_variables()
    def get(self, request: HttpRequest) -> HttpResponse:
        slug = request.GET.get("service", "")
        try:
            service = find_service(slug)
            state = FormState.fresh(service)
        except DatabaseError as error:
            log_failure("The enquiry form could not be shown", error)
            return render_without_database(request, "enquiries/unavailable.html", {}, 503)
        if service is not None and not service.takes_enquiries:
            return self.show_ways_in(request, service)
        form = EnquiryForm(state=state, initial=initial_answers(read_facts(request), state))
        return self.show(request, form, state, {"unknown_service": bool(slug) and service is None})

    @sensitive_variables()
    def show_ways_in(self, request: HttpRequest, service: Service) -> HttpResponse:
        """An enquiry would reach nobody there: say how the service is reached instead."""
        facts = read_facts(request)
        context = {"service": service, "ways": ways_into_service(service.slug, facts.setting)}
        return render_without_database(request, "enquiries/takes_no_enquiries.html", context, 200)

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        state = FormState.read(request.POST.get("state", ""))
        if state is None:
            return self.show_again_after_long_wait(request)
        form = EnquiryForm(state=state, data=request.POST)
        if "change" in request.POST or not form.is_valid():
            return self.show(request, form, state, {})
        reasons = find_reasons(form.answers())
        if reasons and not state.is_interrupted:
            return self.interrupt(request, form, state.interrupted(), reasons)
        return self.send(request, form, state, reasons)

    @sensitive_variables()
    def send(
        self, request: HttpRequest, form: EnquiryForm, state: FormState, reasons: tuple[UrgentReason, ...]
    ) -> HttpResponse:
        try:
            service = find_service(state.service_slug)
            enquiry = receive_enquiry(
                token=state.token,
                answers=with_reasons(form.answers(), reasons),
                service=service,
                service_name=state.service_name,
            )
        except ChangedAfterSending as error:
            return self.show_changed_after_sending(request, state, error.enquiry)
        except NOT_SAVED as error:
            log_failure("An enquiry could not be saved", error)
            return self.show(request, form, state, {"not_saved": True}, 503)
        response = receipt_redirect(request, enquiry, reasons)
        # With a script, pages empty themselves, and those of other enquiries in other tabs can stay.
        if "unscripted" in request.POST:
            clear_back_forward_cache(request, response)
        return response

    @sensitive_variables()
    def interrupt(
        self, request: HttpRequest, form: EnquiryForm, state: FormState, reasons: tuple[UrgentReason, ...]
    ) -> HttpResponse:
        """Say what cannot wait, before sending. The answers stay in the page, and sending it again goes on."""
        coarse = form.answers().coarse
        concern = Concern(reasons, main_nation(coarse.postcode_district), coarse.sender_kind == SenderKind.PERSON)
        context = {
            "action": other_address(request),
            "state": state,
            "typed": form.typed(),
            "stops": concern.stops,
            "chosen": Unprinted(chosen_clause(concern, form.cleaned_data["age"])),
            "recognised": Unprinted(recognised_clause(concern)),
            "read_by": working_day_after(timezone.localdate(), REPLY_WORKING_DAYS, coarse.postcode_district),
        }
        return render_without_database(request, "enquiries/urgent.html", context, 200)

    @sensitive_variables()
    def show_again_after_long_wait(self, request: HttpRequest, status: int = 200) -> HttpResponse:
        """The form's state is missing or too old: hand out a new one and keep what was typed."""
        try:
            state = FormState.fresh()
        except DatabaseError as error:
            log_failure("The enquiry form could not be shown again", error)
            return render_without_database(request, "enquiries/unavailable.html", {}, 503)
        form = EnquiryForm(state=state, data=request.POST)
        return self.show(request, form, state, {"too_old": True}, status)

    @sensitive_variables()
    def show_refused(self, request: HttpRequest) -> HttpResponse:
        """The form came without a valid token: nothing is sent, and it is shown again as typed with a fresh one."""
        state = FormState.read(request.POST.get("state", ""))
        if state is None:
            return self.show_again_after_long_wait(request, status=403)
        form = EnquiryForm(state=state, data=request.POST)
        return self.show(request, form, state, {"too_old": True}, 403)

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
            "action": other_address(request),
            "form": form,
            "state": state,
        }
        return render_without_database(request, "enquiries/new.html", context, status)


@private_view
def show_refused(request: HttpRequest) -> HttpResponse:
    """What a form without a valid token gets: itself, as typed."""
    view = NewEnquiryView()
    view.setup(request)
    return view.show_refused(request)


def other_address(request: HttpRequest) -> str:
    """Where a form posts to: the form has two addresses, and each posts to the other.

    Chromium keeps no page for Back that leads to its own address, so what was typed before would be lost to Back.
    """
    new = reverse("enquiries:new")
    return reverse("enquiries:check") if request.path == new else new


@private_view
@require_safe
def stop(request: HttpRequest) -> HttpResponse:
    """Nothing is sent: delete what the browser keeps about the person, and say so.

    The receipt of an enquiry that was sent before stays: somebody may still need its reference.
    """
    response = render_without_database(request, "enquiries/stopped.html", {}, 200)
    delete_cookies(response, FACTS)
    clear_back_forward_cache(request, response)
    return response
