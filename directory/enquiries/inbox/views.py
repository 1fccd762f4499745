"""The inbox inside Wagtail's admin. Every enquiry is found through `visible_to`."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from directory.enquiries import actions
from directory.enquiries.actions import EnquiryConflict
from directory.enquiries.content.answers import Channel
from directory.enquiries.content.consent_wording import consent_of
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.content.references import tidy_reference
from directory.enquiries.corrections import read_corrections
from directory.enquiries.models import Enquiry
from directory.enquiries.models.access import is_lead, works_inbox
from directory.enquiries.privacy.private_views import Unprinted, private_view
from directory.enquiries.retention.anonymisation import delete_on
from directory.models import Taxonomy, TaxonomyTerm

from .detail import history_of, next_steps_context
from .forms import CloseForm, NoteForm, ReleaseForm
from .listing import Due, read_listing, setting_names
from .told import told_context
from .unsaved_texts import find_unsaved, forget_unsaved, signed_writer


@method_decorator(private_view, name="dispatch")
class InboxPage(WagtailAdminTemplateMixin, View):
    """A page of the inbox, for those who work it."""

    allows = staticmethod(works_inbox)
    header_icon = "mail"
    page_title = "Enquiries"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.allows(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": reverse("enquiries_inbox:list"), "label": "Enquiries"}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, is_lead=is_lead(self.request.user))

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        return render(self.request, self.template_name, self.get_context_data(**context), status=status)


class InboxView(InboxPage):
    """Enquiries without names, by the time a reply is due."""

    template_name = "enquiries/inbox/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show({"listing": read_listing(request.user, request.GET), "typed_reference": ""})


class FindReferenceView(InboxPage):
    """From a reference someone says on the phone to its enquiry. A post, so that references stay out of logs."""

    template_name = "enquiries/inbox/list.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.get("reference", "")
        visible = Enquiry.objects.visible_to(request.user)
        found = visible.filter(reference=tidy_reference(typed)).values_list("pk", flat=True).first()
        if found is not None:
            return redirect("enquiries_inbox:enquiry", pk=found)
        return self.show({"listing": read_listing(request.user, {}), "typed_reference": Unprinted(typed.strip())}, 404)


class OneEnquiryPage(InboxPage):
    """A page about one enquiry that the user may see."""

    @sensitive_variables()
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        visible = Enquiry.objects.visible_to(request.user).without_content()
        self.enquiry = get_object_or_404(visible, pk=kwargs["pk"]) if self.allows(request.user) else None
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.enquiry.reference

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.enquiry.reference}]


class EnquiryView(OneEnquiryPage):
    """One enquiry, opened: the view is on the record before anything is decrypted."""

    template_name = "enquiries/inbox/enquiry.html"

    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        return self.show_opened({})

    @sensitive_variables()
    def show_opened(self, forms: dict[str, Any]) -> HttpResponse:
        try:
            opened = actions.open_enquiry(enquiry=self.enquiry, by=self.request.user)
        except UnreadableContent:
            return render(
                self.request,
                "enquiries/inbox/unreadable.html",
                self.get_context_data(enquiry=self.enquiry),
                status=500,
            )
        enquiry, names = opened.enquiry, setting_names()
        needs = dict(TaxonomyTerm.objects.of(Taxonomy.NEED).values_list("slug", "name"))
        context = {
            "opened": opened,
            "channels": [Channel(value).label for value in opened.answers.channels] if opened.answers else [],
            "delete_on": delete_on(enquiry),
            "enquiry": enquiry,
            "due": Due.of(enquiry, opened.opened_at),
            "where": names.get(enquiry.setting, enquiry.setting),
            "needs": [needs.get(slug, slug) for slug in enquiry.needs],
            "consent_words": consent_of(opened.answers),
            "corrections": read_corrections(enquiry) if opened.answers else [],
            "history": history_of(enquiry, self.request.user),
            "writer": signed_writer(enquiry=enquiry, user=self.request.user),
            **told_context(opened, self.request.user),
            **self.forms_as_left(enquiry),
            **next_steps_context(enquiry, self.request.user),
            **forms,
        }
        return self.show(context)

    @sensitive_variables()
    def forms_as_left(self, enquiry: Enquiry) -> dict[str, Any]:
        """The forms of the page, with what this user typed and could not save."""
        left = find_unsaved(enquiry=enquiry, user=self.request.user)
        if left is None:
            return {"note_form": NoteForm(), "close_form": CloseForm(), "is_unsaved": False}
        return {
            "note_form": NoteForm(initial={"text": left.note}),
            "close_form": CloseForm(initial={"reason": left.reason, "note": left.closing_note}),
            "is_unsaved": True,
        }


class ChangeView(EnquiryView):
    """Does one thing to an enquiry. Whoever comes second gets a page with what happened and what they typed."""

    http_method_names = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: object) -> HttpResponse:
        try:
            refused = self.change(request)
        except EnquiryConflict as conflict:
            return self.show_conflict(conflict)
        return refused or redirect("enquiries_inbox:enquiry", pk=self.enquiry.pk)

    def change(self, request: HttpRequest) -> HttpResponse | None:
        """Do it; return a page only when the form has to be filled in again."""
        raise NotImplementedError

    def typed(self) -> str:
        """What the moderator wrote and must not lose."""
        return ""

    @sensitive_variables()
    def show_conflict(self, conflict: EnquiryConflict) -> HttpResponse:
        context = {"conflict": type(conflict).__name__, "enquiry": conflict.enquiry, "typed": Unprinted(self.typed())}
        return render(self.request, "enquiries/inbox/conflict.html", self.get_context_data(**context), status=409)


class ClaimView(ChangeView):
    """Take it."""

    def change(self, request: HttpRequest) -> None:
        actions.claim_enquiry(enquiry=self.enquiry, by=request.user)
        messages.success(request, f"{self.enquiry.reference} is yours.")


class ReleaseView(ChangeView):
    """Put it back to triage."""

    def change(self, request: HttpRequest) -> HttpResponse:
        form = ReleaseForm(request.POST)
        seen = form.cleaned_data["claimed_by"] if form.is_valid() else None
        actions.release_enquiry(enquiry=self.enquiry, by=request.user, claimed_by_id=seen)
        messages.success(request, f"{self.enquiry.reference} is back in triage.")
        return redirect("enquiries_inbox:list")


class NoteView(ChangeView):
    """Write a note."""

    @sensitive_variables()
    def change(self, request: HttpRequest) -> HttpResponse | None:
        form = NoteForm(request.POST)
        if not form.is_valid():
            return self.show_opened({"note_form": form})
        actions.add_note(enquiry=self.enquiry, by=request.user, text=form.cleaned_data["text"])
        forget_unsaved(enquiry=self.enquiry, user=request.user)
        messages.success(request, f"Note saved for {self.enquiry.reference}.")
        return None

    def typed(self) -> str:
        return self.request.POST.get("text", "")


class CloseView(ChangeView):
    """Finish it with a reason."""

    @sensitive_variables()
    def change(self, request: HttpRequest) -> HttpResponse | None:
        form = CloseForm(request.POST)
        if not form.is_valid():
            return self.show_opened({"close_form": form})
        actions.close_enquiry(enquiry=self.enquiry, by=request.user, **form.cleaned_data)
        forget_unsaved(enquiry=self.enquiry, user=request.user)
        messages.success(request, f"{self.enquiry.reference} is closed.")
        return redirect("enquiries_inbox:list")

    def typed(self) -> str:
        reason = dict(Enquiry.CloseReason.choices).get(self.request.POST.get("reason", ""), "")
        return "\n".join(part for part in (reason, self.request.POST.get("note", "")) if part)
