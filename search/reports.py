"""What editors can read about searches."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from .models import SoughtCount
from .sought import found_nothing


class FoundNothingView(ReportView):
    """Searches of the last 90 days that found nothing, most often first."""

    page_title = "Searches that found nothing"
    header_icon = "search"
    index_url_name = "search_found_nothing"
    index_results_url_name = "search_found_nothing_results"
    permission_policy = ModelPermissionPolicy(SoughtCount)
    permission_required = "view"
    is_searchable = True
    search_fields = ("text_normalised",)
    search_backend_name = None
    default_ordering = "-without_results"
    columns = [
        Column("text_normalised", label="Searched for", sort_key="text_normalised"),
        Column("without_results", label="Found nothing", sort_key="without_results"),
        Column("searches", label="Searches", sort_key="searches"),
    ]
    list_export = ["text_normalised", "without_results", "searches"]
    export_headings = {
        "text_normalised": "Searched for",
        "without_results": "Found nothing",
        "searches": "Searches",
    }

    def get_base_queryset(self) -> QuerySet:
        return found_nothing()

    def get_filename(self) -> str:
        return "searches-that-found-nothing"


class FoundNothingMenuItem(MenuItem):
    """Shown to who may read the report."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm("search.view_soughtcount")
