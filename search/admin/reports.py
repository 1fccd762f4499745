"""What editors can read about searches, and have forgotten."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import SoughtCount, SoughtText
from search.zero_results import forget, zero_result_searches

FORGET_PERMISSION = "search.delete_soughttext"


class ZeroResultSearchesView(ReportView):
    """Searches of the last 90 days that found nothing, most often first."""

    page_title = lazy("Searches that found nothing")
    header_icon = "search"
    index_url_name = "search_found_nothing"
    index_results_url_name = "search_found_nothing_results"
    permission_policy = ModelPermissionPolicy(SoughtCount)
    permission_required = "view"
    is_searchable = True
    search_fields = ("text",)
    search_backend_name = None
    default_ordering = "-without_results"
    list_export = ["text", "without_results", "searches"]
    export_headings = {
        "text": lazy("Searched for"),
        "without_results": lazy("Found nothing"),
        "searches": lazy("Searches"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        shown = [
            Column("text", label=_("Searched for"), sort_key="text"),
            Column("without_results", label=_("Found nothing"), sort_key="without_results"),
            Column("searches", label=_("Searches"), sort_key="searches"),
        ]
        if self.request.user.has_perm(FORGET_PERMISSION):
            shown.append(Column("forget", label="", accessor=_forget_link))
        return shown

    def get_base_queryset(self) -> QuerySet:
        return zero_result_searches()

    def get_filename(self) -> str:
        return "searches-that-found-nothing"


class ForgetView(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks before it forgets. The text is in no address: addresses go into histories and logs."""

    template_name = "search/forget.html"
    page_title = lazy("Forget a search")
    header_icon = "bin"
    permission_required = FORGET_PERMISSION

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        report = {"url": reverse("search_found_nothing"), "label": ZeroResultSearchesView.page_title}
        return [*super().get_breadcrumbs_items(), report, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(searched=self.searched, **kwargs)

    @cached_property
    def searched(self) -> SoughtText:
        return get_object_or_404(SoughtText.objects.readable(), pk=self.kwargs["pk"])

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        forget(self.searched)
        messages.success(request, _("The search is forgotten."))
        return redirect("search_found_nothing")


class ZeroResultSearchesMenuItem(MenuItem):
    """Shown to who may read the report."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm("search.view_soughtcount")


def _forget_link(searched: SoughtText) -> str:
    return format_html(
        '<a class="button button-small button-secondary" href="{}">{}<span class="w-sr-only"> {}</span></a>',
        reverse("search_forget", args=[searched.pk]),
        _("Forget"),
        searched.text,
    )
