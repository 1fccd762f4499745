"""Registers what the search adds to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from search.admin.reports import ForgetView, ZeroResultSearchesMenuItem, ZeroResultSearchesView
from search.admin.viewsets import SearchViewSetGroup

register_snippet(SearchViewSetGroup)

hooks.register(
    "register_admin_urls",
    lambda: [
        path("reports/found-nothing/", ZeroResultSearchesView.as_view(), name="search_found_nothing"),
        path(
            "reports/found-nothing/results/",
            ZeroResultSearchesView.as_view(results_only=True),
            name="search_found_nothing_results",
        ),
        path("reports/found-nothing/forget/<int:pk>/", ForgetView.as_view(), name="search_forget"),
    ],
)
hooks.register(
    "register_reports_menu_item",
    lambda: ZeroResultSearchesMenuItem(
        _("Searches that found nothing"), reverse("search_found_nothing"), icon_name="search", order=900
    ),
)
