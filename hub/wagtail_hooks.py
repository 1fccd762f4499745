"""Registers what the hub itself adds to the admin, and what it changes there."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks

from .admin.account_panel import SigningInPanel
from .admin.page_choosers import limit_to_visible_pages
from .admin.second_factor_reset import ResetSecondFactorView, reset_button
from .scheduling.reports import TimedWorkMenuItem, TimedWorkView

hooks.register(
    "register_admin_urls",
    lambda: [
        path("reports/timed-work/", TimedWorkView.as_view(), name="timed_work"),
        path("accounts/<int:pk>/reset-second-factor/", ResetSecondFactorView.as_view(), name="reset_second_factor"),
    ],
)
hooks.register(
    "register_reports_menu_item",
    lambda: TimedWorkMenuItem(_("Timed work"), reverse("timed_work"), icon_name="time", order=1000),
)
hooks.register("register_user_listing_buttons", reset_button)
hooks.register("construct_page_chooser_queryset", limit_to_visible_pages)
hooks.register("register_account_settings_panel", SigningInPanel)
# Our colours and mark, so that staff see whose admin this is.
hooks.register(
    "insert_global_admin_css", lambda: format_html('<link rel="stylesheet" href="{}">', static("hub/admin.css"))
)
