"""One enquiry on one screen, opened: the view is on the record before anything is decrypted."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.actions import NotPossibleNow, OpenedEnquiry
from directory.enquiries.actions.safety import may_open_safety_note
from directory.enquiries.content.answers import Channel
from directory.enquiries.content.consent_wording import consent_of
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.corrections import read_corrections
from directory.enquiries.models import Enquiry, SafetyNoteRequest
from directory.enquiries.models.access import is_lead
from directory.enquiries.retention.anonymisation import delete_on

from .answer_words import answer_words
from .asking import QUESTIONS, NoteView
from .changes import is_number
from .contact_details import LABELS, contact_details
from .history import history_of
from .matching_services import matching_services
from .pages import OneEnquiryPage
from .questions import asked
from .rows import Due, InboxRow, TermNames
from .sender_messages import open_messages
from .unsaved_texts import find_unsaved
from .urgent_reasons import reasons_in_words


class EnquiryView(OneEnquiryPage):
    """What was said on the left, what to do on the right; on a phone one below the other, with a bar to what to do."""

    template_name = "enquiries/inbox/enquiry.html"

    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        return self.show_opened()

    @sensitive_variables()
    def show_opened(self, *, shown: tuple[str, ...] = (), safety_note: str | None = None) -> HttpResponse:
        """The page. shown: the names of contact details that were asked for."""
        try:
            opened = actions.open_enquiry(enquiry=self.enquiry, by=self.request.user)
        except UnreadableContent:
            return render(self.request, "enquiries/inbox/unreadable.html", self.get_context_data(), status=500)
        context = {
            "opened": opened,
            "safety_note": safety_note,
            **self.what_was_said(opened, shown),
            **self.what_to_do(opened.enquiry),
            "history": history_of(opened, self.request.user),
        }
        return self.show(context)

    @sensitive_variables()
    def what_was_said(self, opened: OpenedEnquiry, shown: tuple[str, ...]) -> dict[str, Any]:
        enquiry, answers, names = opened.enquiry, opened.answers, TermNames.read()
        said: dict[str, Any] = {
            "enquiry": enquiry,
            "row": InboxRow.of(enquiry, names, opened.opened_at),
            "due": Due.of(enquiry, opened.opened_at),
            "delete_on": delete_on(enquiry),
            "where": names.of_setting(enquiry.setting),
            "needs": names.of_needs(enquiry.needs),
            "consent_words": consent_of(answers),
        }
        if answers is None:
            return said
        return {
            **said,
            **answer_words(answers),
            "corrections": read_corrections(enquiry),
            "messages_of_sender": open_messages(opened),
            "channels": [Channel(value).label for value in answers.channels],
            "contact": list(contact_details(answers, shown, of_sender=False)),
            "sender_contact": list(contact_details(answers, shown, of_sender=True)),
            "urgent_reasons": reasons_in_words(answers.urgent_reasons),
            "services": matching_services(enquiry, answers),
            "may_open_safety_note": may_open_safety_note(enquiry, self.request.user),
            "duplicates": actions.possible_duplicates(enquiry).with_status().order_by("received_at")[:10],
        }

    @sensitive_variables()
    def what_to_do(self, enquiry: Enquiry) -> dict[str, Any]:
        user = self.request.user
        requests = enquiry.safety_note_requests.filter(answered_at=None).select_related("asked_by")
        return {
            **next_steps(enquiry, user.pk),
            **self.forms_as_left(enquiry),
            "is_to_be_told": Enquiry.objects.sender_to_be_told(timezone.now()).filter(pk=enquiry.pk).exists(),
            "safety_requests": requests if is_lead(user) else requests.filter(asked_by=user),
        }

    @sensitive_variables()
    def forms_as_left(self, enquiry: Enquiry) -> dict[str, Any]:
        """The note box, and whichever form this user filled in and could not save."""
        user = self.request.user
        view = QUESTIONS["late-note"] if enquiry.closed_at else NoteView
        note, left = view.form_for(user), find_unsaved(enquiry=enquiry, user=user)
        unsaved = None
        if left is not None and left.question == view.name:
            note = view.form_for(user, initial=left.values)
        elif left is not None and left.question in QUESTIONS:
            other = QUESTIONS[left.question]
            unsaved = asked(other, enquiry, user, other.form_for(user, initial=left.values))
        return {
            "note": asked(view, enquiry, user, note),
            "unsaved": unsaved,
            "is_unsaved": left is not None and left.question in QUESTIONS,
        }


class ShowContactView(EnquiryView):
    """Shows one contact detail. A post, because showing it is an event of its own on the record."""

    http_method_names = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        detail = request.POST.get("detail", "")
        if detail not in LABELS:
            return redirect("enquiries_inbox:enquiry", pk=self.enquiry.pk)
        actions.show_contact(enquiry=self.enquiry, by=request.user, detail=detail)
        return self.show_opened(shown=(detail,))


class SafetyNoteView(EnquiryView):
    """Shows what keeps people safe, to leads and to whom one allowed it."""

    http_method_names = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        try:
            note = actions.open_safety_note(enquiry=self.enquiry, by=request.user)
        except UnreadableContent:
            note = None
        return self.show_opened(safety_note=note)


class AskForSafetyNoteView(OneEnquiryPage):
    """Asks a lead for the safety note."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        actions.ask_for_safety_note(enquiry=self.enquiry, by=request.user)
        messages.success(
            request, _("A lead is asked for the safety note of %(reference)s.") % {"reference": self.enquiry.reference}
        )
        return redirect("enquiries_inbox:enquiry", pk=self.enquiry.pk)


class AnswerSafetyRequestView(OneEnquiryPage):
    """A lead's word about a safety note."""

    http_method_names = ("post",)
    leads_only = True

    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        number = request.POST.get("request", "")
        wanted = self.enquiry.safety_note_requests.filter(pk=int(number) if is_number(number) else 0)
        found = get_object_or_404(SafetyNoteRequest.objects.filter(pk__in=wanted))
        try:
            actions.answer_safety_request(request=found, by=request.user, is_allowed="allow" in request.POST)
        except NotPossibleNow:
            messages.warning(request, lazy("Another lead has answered already."))
        else:
            messages.success(request, _("Answered, and on the record."))
        return redirect("enquiries_inbox:enquiry", pk=self.enquiry.pk)


class ReadersView(OneEnquiryPage):
    """Who has read an enquiry, for leads. Nothing is decrypted."""

    leads_only = True
    template_name = "enquiries/inbox/readers.html"

    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        return self.show({"events": self.enquiry.events.order_by("-pk")[:500], "now": timezone.now()})


def next_steps(enquiry: Enquiry, user_key: int) -> dict[str, Any]:
    """What this user may do next."""
    is_open = enquiry.closed_at is None
    is_held = is_open and enquiry.quarantined_at is not None
    is_mine = is_open and enquiry.claimed_by_id == user_key
    return {
        "is_held": is_held,
        "is_open": is_open,
        "is_mine": is_mine and not is_held,
        "is_free": is_open and not is_held and enquiry.claimed_by_id is None,
        "is_others": is_open and not is_held and enquiry.claimed_by_id is not None and not is_mine,
    }
