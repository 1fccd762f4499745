"""What leads change: requests, holds, corrections, erasure."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.corrections import NothingToCorrect, write_correction
from directory.enquiries.inbox.unsaved_texts import forget_unsaved
from directory.enquiries.models import DataRequest, Hold
from directory.enquiries.retention.holds import NothingToHold, lift_hold, place_hold

from . import actions
from .forms import AnswerForm, CorrectionForm, EraseForm, HoldForm, RecordForm
from .views import LeadPage, OneEnquiry

GONE = lazy("Its names and words were deleted.")


class ChangeAbout(OneEnquiry):
    """One form of the page about an enquiry. What was typed stays in it when it cannot be done."""

    http_method_names = ("post",)
    form_name = ""
    done = ""

    def make_form(self, request: HttpRequest) -> Any:
        raise NotImplementedError

    def change(self, request: HttpRequest, cleaned: dict[str, Any]) -> str:
        """Do it; return what keeps it from being done."""
        raise NotImplementedError

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        form = self.make_form(request)
        if not form.is_valid():
            return self.show_about({self.form_name: form})
        problem = self.change(request, form.cleaned_data)
        if problem:
            return self.show_about({self.form_name: form}, 409, problem)
        messages.success(request, self.done)
        return redirect("enquiries_requests:about", pk=self.enquiry.pk)


class RecordView(ChangeAbout):
    """Somebody asked."""

    form_name, done = "record_form", lazy("The request is in the queue.")

    def make_form(self, request: HttpRequest) -> RecordForm:
        return RecordForm(request.POST)

    def change(self, request: HttpRequest, cleaned: dict[str, Any]) -> str:
        actions.record_request(enquiry=self.enquiry, by=request.user, **cleaned)
        return ""


class HoldView(ChangeAbout):
    """Keep it from deletion."""

    form_name, done = "hold_form", lazy("It is kept from deletion.")

    def make_form(self, request: HttpRequest) -> HoldForm:
        return HoldForm(request.POST)

    def change(self, request: HttpRequest, cleaned: dict[str, Any]) -> str:
        try:
            place_hold(enquiry=self.enquiry, by=request.user, **cleaned)
        except NothingToHold:
            return GONE
        return ""


class CorrectView(ChangeAbout):
    """Write what is right."""

    form_name, done = "correction_form", lazy("The correction stands beside what was sent.")

    @sensitive_variables()
    def make_form(self, request: HttpRequest) -> CorrectionForm:
        return CorrectionForm(request.POST)

    @sensitive_variables()
    def change(self, request: HttpRequest, cleaned: dict[str, Any]) -> str:
        try:
            write_correction(enquiry=self.enquiry, by=request.user, text=cleaned["text"])
        except NothingToCorrect:
            return GONE
        except UnreadableContent:
            return _("Its key cannot be opened, so nothing can be written beside it. See docs/enquiries.md.")
        forget_unsaved(enquiry=self.enquiry, user=request.user)
        return ""


class EraseView(ChangeAbout):
    """Delete it now."""

    form_name, done = "erase_form", lazy("Names, words, key and hashes were deleted.")

    def make_form(self, request: HttpRequest) -> EraseForm:
        return EraseForm(self.enquiry, request.POST)

    def change(self, request: HttpRequest, cleaned: dict[str, Any]) -> str:
        try:
            actions.erase_on_request(enquiry=self.enquiry, by=request.user, ground=cleaned["ground"])
        except actions.HeldFromDeletion:
            return _("It is kept from deletion. Lift the hold first, if nothing speaks against it.")
        except actions.AlreadyDone:
            return GONE
        except OSError:
            return _("Nothing was deleted: the list of erased keys cannot be written. Tell whoever runs the hub.")
        return ""


class AnswerView(LeadPage):
    """Write down how a request ended."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        asked = get_object_or_404(DataRequest.objects.select_related("enquiry"), pk=pk)
        form = AnswerForm(request.POST)
        if not form.is_valid():
            messages.error(request, lazy("Choose how it ended. Nothing was saved."))
        else:
            try:
                actions.answer_request(request=asked, by=request.user, outcome=form.cleaned_data["outcome"])
                messages.success(request, _("The request is answered."))
            except actions.AlreadyDone:
                messages.warning(request, lazy("Somebody answered it before you. Nothing was changed."))
        return redirect("enquiries_requests:about", pk=asked.enquiry_id)


class LiftView(LeadPage):
    """Let it go again."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        hold = get_object_or_404(Hold.objects.select_related("enquiry"), pk=pk)
        if lift_hold(hold=hold, by=request.user):
            messages.success(request, _("It is no longer kept from deletion."))
        else:
            messages.warning(request, lazy("Somebody lifted it before you."))
        return redirect("enquiries_requests:about", pk=hold.enquiry_id)
