"""Registers what the hub itself adds to the admin, and what it changes there."""

from django.urls import path, reverse
from wagtail import hooks

from .admin.account_panel import SigningInPanel
from .admin.page_choosers import limit_to_visible_pages
from .scheduling.reports import TimedWorkMenuItem, TimedWorkView

hooks.register(
    "register_admin_urls",
    lambda: [path("reports/timed-work/", TimedWorkView.as_view(), name="timed_work")],
)
hooks.register(
    "register_reports_menu_item",
    lambda: TimedWorkMenuItem("Timed work", reverse("timed_work"), icon_name="time", order=1000),
)
hooks.register("construct_page_chooser_queryset", limit_to_visible_pages)
hooks.register("register_account_settings_panel", SigningInPanel)
