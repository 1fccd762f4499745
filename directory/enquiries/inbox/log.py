"""The access log, for leads."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from directory.enquiries.models import AuditEvent
from directory.navigation.pagination import make_pagination

from .pages import InboxPage

PAGE_SIZE = 50


class AccessLogView(InboxPage):
    """Who did what to which enquiry, newest first. Nothing here is decrypted."""

    leads_only = True
    template_name = "enquiries/inbox/log.html"
    page_title = "Access log"

    def get(self, request: HttpRequest) -> HttpResponse:
        events = AuditEvent.objects.select_related("enquiry").defer(
            "enquiry__sealed_answers", "enquiry__sealed_safety_note"
        )
        page = Paginator(events.order_by("-pk"), PAGE_SIZE).get_page(request.GET.get("page", "1"))
        return self.show({"page": page, "pagination": make_pagination(page, lambda number: f"?page={number}")})

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": reverse("enquiries_inbox:log"), "label": "Access log"}]
