"""Doing one thing to an enquiry by a post. Whoever comes second is told what happened and loses nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.actions import EnquiryConflict
from directory.enquiries.models import RiskFlag

from .forms import ReleaseForm
from .pages import OneEnquiryPage


class ChangeView(OneEnquiryPage):
    """Does one thing to an enquiry. Whoever comes second gets a page with what happened and what they typed."""

    http_method_names: tuple[str, ...] = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        try:
            refused = self.change(request)
        except EnquiryConflict as conflict:
            return self.show_conflict(conflict)
        return refused or redirect("enquiries_inbox:enquiry", pk=self.enquiry.pk)

    def change(self, request: HttpRequest) -> HttpResponse | None:
        """Do it; return a page only when the form has to be filled in again, or the next page is another one."""
        raise NotImplementedError

    def conflict_context(self, conflict: EnquiryConflict) -> dict[str, Any]:
        """What the page about a conflict shows beside how the enquiry stands."""
        return {}

    @sensitive_variables()
    def show_conflict(self, conflict: EnquiryConflict) -> HttpResponse:
        context = {
            "conflict": type(conflict).__name__,
            "enquiry": conflict.enquiry,
            **self.conflict_context(conflict),
        }
        return render(self.request, "enquiries/inbox/conflict.html", self.get_context_data(**context), status=409)


class ClaimView(ChangeView):
    """Take it."""

    def change(self, request: HttpRequest) -> HttpResponse | None:
        actions.claim_enquiry(enquiry=self.enquiry, by=request.user)
        messages.success(request, _("%(reference)s is yours.") % {"reference": self.enquiry.reference})
        return None


class ReleaseView(ChangeView):
    """Put it back to triage."""

    def change(self, request: HttpRequest) -> HttpResponse:
        form = ReleaseForm(request.POST)
        seen = form.cleaned_data["claimed_by"] if form.is_valid() else None
        actions.release_enquiry(enquiry=self.enquiry, by=request.user, claimed_by_id=seen)
        messages.success(request, _("%(reference)s is back in triage.") % {"reference": self.enquiry.reference})
        return redirect("enquiries_inbox:list")


class LetThroughView(ChangeView):
    """It is an enquiry after all."""

    def change(self, request: HttpRequest) -> HttpResponse | None:
        actions.let_through(enquiry=self.enquiry, by=request.user, version=seen_version(request.POST))
        messages.success(request, _("%(reference)s is back in triage.") % {"reference": self.enquiry.reference})
        return None


class DiscardView(ChangeView):
    """Looked through: it is not an enquiry."""

    def change(self, request: HttpRequest) -> HttpResponse:
        actions.close_quarantined(enquiry=self.enquiry, by=request.user, version=seen_version(request.POST))
        messages.success(
            request, _("%(reference)s is closed: not an enquiry.") % {"reference": self.enquiry.reference}
        )
        return redirect("enquiries_inbox:list")


class CloseWithdrawnView(ChangeView):
    """Its sender took it back."""

    def change(self, request: HttpRequest) -> HttpResponse:
        actions.close_withdrawn(enquiry=self.enquiry, by=request.user, version=seen_version(request.POST))
        messages.success(request, _("%(reference)s is closed: withdrawn.") % {"reference": self.enquiry.reference})
        return redirect("enquiries_inbox:list")


class LiftFlagView(ChangeView):
    """A risk is over."""

    def change(self, request: HttpRequest) -> HttpResponse | None:
        number = request.POST.get("flag", "")
        flags = RiskFlag.objects.filter(enquiry=self.enquiry, pk=int(number)) if is_number(number) else ()
        for flag in flags:
            actions.lift_flag(flag=flag, by=request.user)
            messages.success(request, _("Risk lifted for %(reference)s.") % {"reference": self.enquiry.reference})
        return None


def seen_version(posted: QueryDict) -> int | None:
    """The version a form was made from; None for a form that says nothing of it. What is no number is no version."""
    typed = posted.get("version", "")
    if not typed:
        return None
    return int(typed) if is_number(typed) else 0


def is_number(typed: str) -> bool:
    """Whether it is a number that a column can hold."""
    return typed.isascii() and typed.isdigit() and len(typed) <= 9
