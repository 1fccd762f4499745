"""What leaves the hub: everything about one person for that person, and lists that name nobody."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import Channel, PrivateAnswers
from directory.enquiries.content.consent_wording import consent_of
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.inbox.history import attempt_words
from directory.enquiries.privacy.private_views import Unprinted
from directory.models import TaxonomyTerm
from search.text.lists_in_words import listed

from . import actions
from .exporting import MOST_ROWS, TooManyRows, export_list, may_export
from .forms import ExportForm, PrintForm
from .views import LeadPage, OneEnquiry

UNREADABLE = lazy("Its key cannot be opened: nothing can be printed. See docs/enquiries.md.")
LABELS = {
    "name": lazy("First name or initials"),
    "words": lazy("In their words"),
    "channels": lazy("Ways to be reached"),
    "times": lazy("Times that are safe"),
    "voicemail": lazy("Voicemail is safe"),
    "introduction": lazy("What to say we are"),
    "same_gender_peer": lazy("Wants a peer of the same gender"),
    "reading": lazy("Reading needs"),
    "sender_name": lazy("Name of who sent it"),
    "sender_role": lazy("Role of who sent it"),
    "sender_organisation": lazy("Organisation of who sent it"),
    "sender_email": lazy("Email of who sent it"),
    "sender_phone": lazy("Phone of who sent it"),
    "email_reference": lazy("Wanted the reference by email"),
    "consent_basis": "",
    "consent_wording": "",
}


class PrintView(OneEnquiry):
    """Everything we hold about one person, to be printed and given to them."""

    http_method_names = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        others = actions.others_of_contact(self.enquiry)
        form = PrintForm(others, request, request.POST)
        if not form.is_valid():
            return self.show_about({"print_form": form})
        chosen = form.cleaned_data.get("others") or []
        keys = [self.enquiry.pk, *(enquiry.pk for enquiry in chosen)]
        try:
            printed = actions.print_for_person(
                enquiry_keys=keys, by=request.user, with_safety=form.cleaned_data["with_safety"]
            )
        except UnreadableContent:
            return self.show_about({}, 500, UNREADABLE)
        names = dict(TaxonomyTerm.objects.values_list("slug", "name"))
        context = {"sheets": [_sheet(one, names) for one in printed], "printed_at": timezone.now()}
        return render(request, "enquiries/requests/print.html", context)


class ExportView(LeadPage):
    """A list for a spreadsheet."""

    template_name = "enquiries/requests/export.html"
    page_title = lazy("Export a list")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_export(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show({"form": ExportForm(request)})

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        form = ExportForm(request, request.POST)
        if not form.is_valid():
            return self.show({"form": form})
        cleaned = {name: form.cleaned_data[name] for name in ("since", "until", "reason")}
        try:
            text = export_list(by=request.user, **cleaned)
        except TooManyRows:
            form.add_error(
                "until",
                _("More than %(most)s enquiries came in that time: choose a shorter one") % {"most": f"{MOST_ROWS:,}"},
            )
            return self.show({"form": form})
        headers = {"Content-Disposition": 'attachment; filename="enquiries.csv"'}
        return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


@sensitive_variables()
def _sheet(printed: actions.Printed, names: dict[str, str]) -> dict[str, Any]:
    """One enquiry in words."""
    enquiry = printed.enquiry
    return {
        "printed": printed,
        "enquiry": enquiry,
        "setting": names.get(enquiry.setting, enquiry.setting),
        "needs": [names.get(slug, slug) for slug in enquiry.needs],
        "consent": consent_of(printed.answers),
        "answers": _answers(printed.answers) if printed.answers else [],
        "attempts": [(attempt, attempt_words(attempt)) for attempt in printed.attempts],
    }


@sensitive_variables()
def _answers(answers: PrivateAnswers) -> list[tuple[str, str]]:
    """Each answer that was given, with what was asked. A field that is new here is printed by its name."""
    lines: list[tuple[str, str]] = []
    for name, value in answers.to_stored().items():
        label = LABELS.get(name, name.replace("_", " ").capitalize())
        if label and value not in ("", None, [], False):
            lines.append((label, Unprinted(_words(name, value))))
    return lines


@sensitive_variables()
def _words(name: str, value: Any) -> str:
    if value is True:
        return _("Yes")
    if name == "channels":
        return listed(dict(Channel.choices).get(channel, channel) for channel in value)
    return listed(value) if isinstance(value, list) else str(value)
