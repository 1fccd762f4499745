"""Recording what came by phone, letter, paper or in person: the same questions, duties and clocks."""

from typing import Any

from django import forms
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.actions import ChangedAfterSending, EnquiryNotSaved
from directory.enquiries.content.answers import SenderKind
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.form.forms import EnquiryForm, choice_field
from directory.enquiries.form.state import FormState, find_service
from directory.enquiries.models import Enquiry
from directory.enquiries.privacy.database_failures import log_failure
from directory.enquiries.urgent_help.reasons import find_reasons, with_reasons
from directory.models import Service

from .pages import InboxPage

NOT_SAVED = (DatabaseError, EnquiryNotSaved, UnreadableContent)
SOURCES = tuple(choice for choice in Enquiry.Source.choices if choice[0] != Enquiry.Source.WEB)
NO_LONGER_OPEN = "This page was open for too long. Check the answers and save again"


class RecordForm(EnquiryForm):
    """The sender's questions, as a moderator asks them, and how the enquiry came."""

    source = choice_field(SOURCES, "Choose how it came", label="How did it come?")
    service = forms.ChoiceField(
        label="Which service is asked for?",
        required=False,
        error_messages={"invalid_choice": "Choose a service from the list, or none"},
    )
    field_order = ("source", "service")

    def __init__(self, *, state: FormState, **options: Any) -> None:
        super().__init__(state=state, **options)
        offered = Service.objects.published().with_enquiries().filter(takes_enquiries=True).order_by("name")
        self.fields["service"].choices = [("", "None"), *offered.values_list("slug", "name")]
        sender = self.fields["sender_kind"]
        sender.label, sender.choices = "Who asks?", SenderKind.choices


class RecordView(InboxPage):
    """One page with all questions. A press that is repeated is one enquiry: the form carries its token."""

    template_name = "enquiries/inbox/record.html"
    page_title = "Record an enquiry"

    def get(self, request: HttpRequest) -> HttpResponse:
        state = FormState.fresh()
        return self.show_form(RecordForm(state=state), state)

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        state = FormState.read(request.POST.get("state", ""))
        if state is None:
            state = FormState.fresh()
            return self.show_form(RecordForm(state=state, data=request.POST), state, problem=NO_LONGER_OPEN)
        form = RecordForm(state=state, data=request.POST)
        if not form.is_valid():
            return self.show_form(form, state)
        try:
            enquiry = self.save(form, state)
        except ChangedAfterSending as error:
            problem = f"This form was saved as {error.enquiry.reference}, with other answers. Save it as another one?"
            renewed = state.renewed()
            return self.show_form(RecordForm(state=renewed, data=request.POST), renewed, 409, problem)
        except NOT_SAVED as error:
            log_failure("A recorded enquiry could not be saved", error)
            return self.show_form(form, state, 503, "It could not be saved. Nothing you typed is lost: try again.")
        messages.success(request, f"Saved as {enquiry.reference}. Tell the sender this reference.")
        return redirect("enquiries_inbox:enquiry", pk=enquiry.pk)

    @sensitive_variables()
    def save(self, form: RecordForm, state: FormState) -> Enquiry:
        answers = form.answers()
        return actions.receive_enquiry(
            token=state.token,
            answers=with_reasons(answers, find_reasons(answers)),
            service=find_service(form.cleaned_data["service"]),
            source=form.cleaned_data["source"],
            recorded_by=self.request.user,
        )

    @sensitive_variables()
    def show_form(self, form: RecordForm, state: FormState, status: int = 200, problem: str = "") -> HttpResponse:
        return self.show({"form": form, "state": state, "problem": problem}, status)
