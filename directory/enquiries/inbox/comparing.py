"""Two enquiries side by side: merge them, or keep them apart."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.actions import EnquiryConflict, OpenedEnquiry
from directory.enquiries.actions.merging import in_order
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.models import AuditEvent
from directory.enquiries.privacy.private_views import Unprinted

from .changes import ChangeView, seen_version
from .contact_details import contact_details
from .rows import TermNames


@dataclass(frozen=True, slots=True, repr=False)
class ComparedLine:
    """One answer of both; `is_same` where they say the same."""

    label: str
    older: str
    newer: str

    @property
    def is_same(self) -> bool:
        return bool(self.older) and self.older.casefold() == self.newer.casefold()


class PairView(ChangeView):
    """A page about an enquiry and another one that may be about the same."""

    @sensitive_variables()
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.other_key = kwargs.pop("other")
        return super().dispatch(request, *args, **kwargs)

    def find_pair(self) -> None:
        """Both enquiries, the older first. The same one twice is no pair."""
        real = self.reachable().real()
        one = get_object_or_404(real, pk=self.enquiry.pk)
        other = get_object_or_404(real.exclude(pk=self.enquiry.pk), pk=self.other_key)
        self.older, self.newer = in_order(one, other)


class CompareView(PairView):
    """Both, opened: that is on the record for both."""

    http_method_names = ("get",)
    template_name = "enquiries/inbox/compare.html"

    @sensitive_variables()
    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        self.find_pair()
        action = AuditEvent.Action.COMPARED
        try:
            older, newer = (
                actions.open_enquiry(enquiry=each, by=request.user, action=action) for each in (self.older, self.newer)
            )
        except UnreadableContent:
            return self.show({"is_unreadable": True}, 500)
        can_merge = all(
            each.closed_at is None and each.quarantined_at is None for each in (older.enquiry, newer.enquiry)
        )
        return self.show({"older": older, "newer": newer, "lines": compared(older, newer), "can_merge": can_merge})


class MergeView(PairView):
    """The newer one into the older."""

    def change(self, request: HttpRequest) -> HttpResponse:
        self.find_pair()
        typed = request.POST
        versions = None
        if typed.get("version") or typed.get("newer_version"):
            newer = typed.copy()
            newer["version"] = typed.get("newer_version", "")
            versions = (seen_version(typed) or 0, seen_version(newer) or 0)
        actions.merge_enquiries(older=self.older, newer=self.newer, by=request.user, versions=versions)
        messages.success(
            request,
            _("%(reference)s is merged into %(reference_2)s.")
            % {"reference": self.newer.reference, "reference_2": self.older.reference},
        )
        return redirect("enquiries_inbox:enquiry", pk=self.older.pk)

    def conflict_context(self, conflict: EnquiryConflict) -> dict[str, Any]:
        return {"other": self.newer if conflict.enquiry.pk == self.older.pk else self.older}


class KeepApartView(PairView):
    """Not about the same."""

    def change(self, request: HttpRequest) -> HttpResponse | None:
        self.find_pair()
        actions.keep_apart(one=self.older, other=self.newer, by=request.user)
        messages.success(
            request,
            _("%(reference)s and %(reference_2)s are kept apart.")
            % {"reference": self.older.reference, "reference_2": self.newer.reference},
        )
        return None


@sensitive_variables()
def compared(older: OpenedEnquiry, newer: OpenedEnquiry) -> list[ComparedLine]:
    """Answer by answer; contact details stay covered."""
    both = [dict(_answers(opened)) for opened in (older, newer)]
    return [
        ComparedLine(label, Unprinted(both[0].get(label, "")), Unprinted(both[1].get(label, "")))
        for label in dict.fromkeys((*both[0], *both[1]))
    ]


@sensitive_variables()
def _answers(opened: OpenedEnquiry) -> list[tuple[str, str]]:
    enquiry, answers = opened.enquiry, opened.answers
    lines = [
        (_("From"), enquiry.get_sender_kind_display()),
        (_("For"), enquiry.service_name),
        (_("Where now"), TermNames.read().of_setting(enquiry.setting)),
        (_("Lives in"), enquiry.postcode_district),
    ]
    if answers is None:
        return lines
    contact = [
        *contact_details(answers, (), of_sender=False),
        *contact_details(answers, (), of_sender=True),
    ]
    return [
        (_("First name or initials"), answers.name),
        (_("Age"), str(answers.age or "")),
        *lines,
        *((f"{each.button.removeprefix('Show ').capitalize()}", each.text) for each in contact),
        (_("Role"), answers.sender_role),
        (_("In their words"), answers.words),
        (_("Notes"), str(len(opened.notes))),
    ]
