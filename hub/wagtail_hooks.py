"""Registers what the hub itself adds to the admin."""

from django.urls import path, reverse
from wagtail import hooks

from .scheduling.reports import TimedWorkMenuItem, TimedWorkView

hooks.register(
    "register_admin_urls",
    lambda: [path("reports/timed-work/", TimedWorkView.as_view(), name="timed_work")],
)
hooks.register(
    "register_reports_menu_item",
    lambda: TimedWorkMenuItem("Timed work", reverse("timed_work"), icon_name="time", order=1000),
)
