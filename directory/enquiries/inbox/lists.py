"""The queues, finding one enquiry, and doing something with several at once."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.models import Enquiry, SafetyNoteRequest
from directory.enquiries.models.access import inbox_workers, is_lead
from directory.enquiries.privacy.private_views import Unprinted
from search.text.lists_in_words import all_of

from .finding import find_enquiries
from .forms import HandOverForm
from .listing import ALL_OPEN, InboxListing, make_tabs, read_listing, read_rows
from .pages import InboxPage

MOST_SELECTED = 100


class InboxView(InboxPage):
    """Enquiries without names: urgent first, then by the time an answer is due."""

    template_name = "enquiries/inbox/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(self.listing_context(read_listing(request.user, request.GET)))

    def listing_context(self, listing: InboxListing) -> dict[str, Any]:
        counts = {tab.name: tab.count for tab in listing.tabs}
        self.request.urgent_and_new = (counts["urgent"], counts["new"])
        asked = SafetyNoteRequest.objects.filter(answered_at=None).select_related("asked_by", "enquiry")
        asked = asked.defer("enquiry__sealed_answers", "enquiry__sealed_safety_note")
        return {
            "listing": listing,
            "typed_reference": "",
            "safety_requests": asked if is_lead(self.request.user) else (),
        }


class FindEnquiryView(InboxView):
    """From what somebody says on the phone to their enquiry. A post, so that nothing of it is in an address or log."""

    http_method_names = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.get("reference", "").strip()
        try:
            keys = list(find_enquiries(typed, request.user).values_list("pk", flat=True))
        except UnreadableContent:
            keys = []
        if len(keys) == 1:
            return redirect("enquiries_inbox:enquiry", pk=keys[0])
        if not keys:
            listing = read_listing(request.user, {})
            return self.show({**self.listing_context(listing), "typed_reference": Unprinted(typed)}, 404)
        return self.show({**self.listing_context(self.found(keys)), "is_found": True})

    def found(self, keys: list[uuid.UUID]) -> InboxListing:
        now = timezone.now()
        counts = Enquiry.objects.visible_to(self.request.user).counts_for(self.request.user, now)
        return InboxListing(
            tab=ALL_OPEN,
            page=Paginator(keys, len(keys)).get_page(1),
            rows=read_rows(Enquiry.objects.filter(pk__in=keys).order_by("-received_at"), now),
            tabs=make_tabs(counts, ""),
        )


class BulkClaimView(InboxPage):
    """Claims what was ticked, each for itself."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponseRedirect:
        keys = [key for typed in request.POST.getlist("enquiry")[:MOST_SELECTED] if (key := as_key(typed))]
        visible = Enquiry.objects.visible_to(request.user).real().without_content()
        done = actions.claim_enquiries(enquiries=visible.filter(pk__in=keys).order_by("reference"), by=request.user)
        if not done.won and not done.lost:
            messages.warning(request, lazy("Tick at least one enquiry to claim it."))
        if done.won:
            messages.success(
                request, _("Yours now: %(names)s.") % {"names": all_of(enquiry.reference for enquiry in done.won)}
            )
        for enquiry in done.lost:
            messages.warning(
                request,
                escape(
                    _("%(reference)s was not claimed: %(standing)s.")
                    % {"reference": enquiry.reference, "standing": standing(enquiry)}
                ),
            )
        return redirect(f"{reverse('enquiries_inbox:list')}?tab={'mine' if done.won else 'new'}")


class HandOverView(InboxPage):
    """Gives everything of one moderator to another, for somebody who is away or leaves."""

    template_name = "enquiries/inbox/hand_over.html"
    page_title = lazy("Hand over all")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show({"form": HandOverForm(colleagues=inbox_workers(), initial={"of": str(request.user.pk)})})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = HandOverForm(data=request.POST, colleagues=inbox_workers())
        if not form.is_valid():
            return self.show({"form": form})
        whose, to = form.colleagues[form.cleaned_data["of"]], form.colleague
        moved = actions.hand_over_all(by=request.user, of=whose, to=to)
        count = (
            _("%(number)s enquiry was") % {"number": len(moved)}
            if len(moved) == 1
            else _("%(number)s enquiries were") % {"number": len(moved)}
        )
        messages.success(
            request,
            escape(_("%(count)s handed over from %(whose)s to %(to)s.") % {"count": count, "whose": whose, "to": to}),
        )
        return redirect("enquiries_inbox:list")


def standing(enquiry: Enquiry) -> str:
    """Why an enquiry cannot be claimed, in words."""
    if enquiry.closed_at is not None:
        return _("it is closed")
    if enquiry.quarantined_at is not None:
        return _("it is in quarantine")
    return _("%(claimed_by)s has it") % {"claimed_by": enquiry.claimed_by}


def as_key(typed: str) -> uuid.UUID | None:
    """What was posted as the key of an enquiry; None when it is none."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return None
