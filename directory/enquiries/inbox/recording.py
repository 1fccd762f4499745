"""Recording what came by phone, letter, paper or in person: the same questions, duties and clocks."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.actions import ChangedAfterSending, EnquiryNotSaved
from directory.enquiries.content.answers import SenderKind
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.form.choice_fields import choice_field
from directory.enquiries.form.forms import EnquiryForm
from directory.enquiries.form.offered import Offered
from directory.enquiries.form.wanted_service import find_service
from directory.enquiries.models import Enquiry
from directory.enquiries.privacy.database_failures import log_failure
from directory.enquiries.urgent_help.reasons import find_reasons, with_reasons
from directory.models import Service

from .pages import InboxPage

NOT_SAVED = (DatabaseError, EnquiryNotSaved, UnreadableContent)
SALT = "directory.enquiries.inbox.record"
# A form may lie open over a weekend.
MAX_AGE = timedelta(days=4)
SOURCES = tuple(choice for choice in Enquiry.Source.choices if choice[0] != Enquiry.Source.WEB)
NO_LONGER_OPEN = lazy("This page was open for too long. Check the answers and save again")


@dataclass(frozen=True, slots=True)
class RecordToken:
    """What makes two presses of one button one enquiry."""

    token: uuid.UUID

    @classmethod
    def fresh(cls) -> "RecordToken":
        return cls(uuid.uuid4())

    @classmethod
    def read(cls, signed: str) -> "RecordToken | None":
        """That of a posted form; None when it is too old, changed, or missing."""
        try:
            return cls(uuid.UUID(signing.loads(signed, salt=SALT, max_age=MAX_AGE)))
        except (signing.BadSignature, ValueError, TypeError, AttributeError):
            return None

    def signed(self) -> str:
        """The text for the hidden field."""
        return signing.dumps(self.token.hex, salt=SALT)


class RecordEnquiryForm(EnquiryForm):
    """The sender's questions, as a moderator asks them, and how the enquiry came."""

    def __init__(self, **options: Any) -> None:
        super().__init__(offered=Offered.read(), **options)
        listed = Service.objects.published().with_enquiries().filter(takes_enquiries=True).order_by("name")
        self.fields["source"] = choice_field(SOURCES, _("Choose how it came"), label=_("How did it come?"))
        self.fields["service"] = forms.ChoiceField(
            label=_("Which service is asked for?"),
            choices=[("", _("None")), *listed.values_list("slug", "name")],
            required=False,
            error_messages={"invalid_choice": _("Choose a service from the list, or none")},
        )
        self.order_fields(("source", "service"))
        sender = self.fields["sender_kind"]
        sender.label, sender.choices = _("Who asks?"), SenderKind.choices


class RecordEnquiryView(InboxPage):
    """One page with all questions. A press that is repeated is one enquiry: the form carries its token."""

    template_name = "enquiries/inbox/record.html"
    page_title = lazy("Record an enquiry")

    def get(self, request: HttpRequest) -> HttpResponse:
        state = RecordToken.fresh()
        return self.show_form(RecordEnquiryForm(), state)

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        state = RecordToken.read(request.POST.get("state", ""))
        if state is None:
            state = RecordToken.fresh()
            return self.show_form(RecordEnquiryForm(data=request.POST), state, problem=NO_LONGER_OPEN)
        form = RecordEnquiryForm(data=request.POST)
        if not form.is_valid():
            return self.show_form(form, state)
        try:
            enquiry = self.save(form, state)
        except ChangedAfterSending as error:
            problem = _("This form was saved as %(reference)s, with other answers. Save it as another one?") % {
                "reference": error.enquiry.reference
            }
            renewed = RecordToken.fresh()
            return self.show_form(RecordEnquiryForm(data=request.POST), renewed, 409, problem)
        except NOT_SAVED as error:
            log_failure(_("A recorded enquiry could not be saved"), error)
            return self.show_form(form, state, 503, _("It could not be saved. Nothing you typed is lost: try again."))
        messages.success(
            request, _("Saved as %(reference)s. Tell the sender this reference.") % {"reference": enquiry.reference}
        )
        return redirect("enquiries_inbox:enquiry", pk=enquiry.pk)

    @sensitive_variables()
    def save(self, form: RecordEnquiryForm, state: RecordToken) -> Enquiry:
        answers = form.answers()
        return actions.receive_enquiry(
            token=state.token,
            answers=with_reasons(answers, find_reasons(answers)),
            service=find_service(form.cleaned_data["service"]),
            source=form.cleaned_data["source"],
            recorded_by=self.request.user,
        )

    @sensitive_variables()
    def show_form(
        self, form: RecordEnquiryForm, state: RecordToken, status: int = 200, problem: str = ""
    ) -> HttpResponse:
        return self.show({"form": form, "state": state, "problem": problem}, status)
