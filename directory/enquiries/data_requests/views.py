"""What leads see: requests by the day they are due, holds, what nobody closed, and everything about one enquiry."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from directory.enquiries.inbox.unsaved_texts import find_unsaved, signed_writer
from directory.enquiries.models import DataRequest, Enquiry, Hold, UnclosedNotice
from directory.enquiries.models.access import is_lead
from directory.enquiries.privacy.private_views import private_view
from directory.enquiries.retention.anonymisation import delete_on
from directory.enquiries.retention.unclosed import WARNING

from . import actions
from .exporting import may_export
from .forms import AnswerForm, CorrectionForm, EraseForm, FindForm, HoldForm, PrintForm, RecordForm
from .workload import LOOKS_BACK, read_workload

MOST_SHOWN = 100


@method_decorator(private_view, name="dispatch")
class LeadPage(WagtailAdminTemplateMixin, View):
    """A page for leads alone."""

    header_icon = "group"
    page_title = lazy("Requests about data")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_lead(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        here = {"url": reverse("enquiries_requests:list"), "label": _("Requests about data")}
        return [*super().get_breadcrumbs_items(), here]

    @sensitive_variables()
    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        return render(self.request, self.template_name, self.get_context_data(**context), status=status)


class RequestsView(LeadPage):
    """The queue."""

    template_name = "enquiries/requests/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(self.queue() | {"form": FindForm()})

    def queue(self) -> dict[str, Any]:
        """What waits, and what is kept or about to go. Nothing sealed is read."""
        today = timezone.localdate()
        lean = ("enquiry__sealed_answers", "enquiry__sealed_safety_note")
        requests = DataRequest.objects.waiting().select_related("enquiry").defer(*lean)
        holds = Hold.objects.filter(released_at=None).select_related("enquiry", "placed_by").defer(*lean)
        notices = UnclosedNotice.objects.select_related("enquiry").defer(*lean)
        return {
            "today": today,
            "requests": requests[:MOST_SHOWN],
            "holds": holds[:MOST_SHOWN],
            "unclosed": [(notice, notice.told_at + WARNING) for notice in notices[:MOST_SHOWN]],
            "may_export": may_export(self.request.user),
        }


class FindView(RequestsView):
    """From what somebody says to their enquiries. A post, so that it stays out of addresses and logs."""

    http_method_names = ("post",)

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        form = FindForm(request.POST)
        if not form.is_valid():
            return self.show(self.queue() | {"form": form})
        found = actions.find_enquiries(form.cleaned_data["typed"], by=request.user)
        return self.show(self.queue() | {"form": form, "found": found, "is_searched": True}, 200 if found else 404)


class WorkloadView(LeadPage):
    """Who has how much to do."""

    template_name = "enquiries/requests/workload.html"
    page_title = lazy("Workload")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show({"loads": read_workload(), "days": LOOKS_BACK.days})


class OneEnquiry(LeadPage):
    """A page about one enquiry. What it says is neither read nor shown."""

    template_name = "enquiries/requests/about.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_lead(request.user):
            found = Enquiry.objects.without_content().with_status()
            self.enquiry = get_object_or_404(found, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return self.enquiry.reference

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.enquiry.reference}]

    @sensitive_variables()
    def show_about(self, forms: dict[str, Any] | None = None, status: int = 200, problem: str = "") -> HttpResponse:
        """The page with its forms; those of forms as they were filled in."""
        enquiry, today = self.enquiry, timezone.localdate()
        others = actions.others_of_contact(enquiry)
        left = find_unsaved(enquiry=enquiry, user=self.request.user)
        text = left.values.get("text", "") if left and left.question == "correct" else ""
        context = {
            "enquiry": enquiry,
            "today": today,
            "others": others,
            "problem": problem,
            "delete_on": delete_on(enquiry),
            "requests": enquiry.data_requests.select_related("answered_by").order_by("-received_on", "pk"),
            "hold": Hold.objects.active(today).filter(enquiry=enquiry).select_related("placed_by").first(),
            "record_form": RecordForm(initial={"received_on": today}),
            "answer_form": AnswerForm(auto_id=False),
            "hold_form": HoldForm(),
            "correction_form": CorrectionForm(initial={"text": text}),
            "is_unsaved": bool(text),
            "writer": signed_writer(enquiry=enquiry, user=self.request.user),
            "erase_form": EraseForm(enquiry),
            "print_form": PrintForm(others, self.request),
            **(forms or {}),
        }
        return self.show(context, status)


class AboutView(OneEnquiry):
    """Everything a lead can do about the data of one enquiry."""

    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        return self.show_about()
